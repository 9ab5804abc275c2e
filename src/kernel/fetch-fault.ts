export type FetchFaultCode =
  | 'private-address'
  | 'bad-url'
  | 'too-large'
  | 'timeout'
  | 'too-many-redirects'
  | 'no-connection'
  | 'broken-off';

/** `sent` is true where the request may have reached the other side: then nobody knows what it did there. */
export class FetchFault extends Error {
  readonly code: FetchFaultCode;
  readonly sent: boolean;
  constructor(code: FetchFaultCode, sent: boolean, options?: ErrorOptions) {
    super(code, options);
    this.name = 'FetchFault';
    this.code = code;
    this.sent = sent;
  }
}
