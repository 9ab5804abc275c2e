/** What kind of trouble it is. The edges turn a kind into a status code; nothing else does. */
export type ProblemKind =
  | 'invalid' // the input cannot be used as it is
  | 'unauthenticated' // nobody is signed in
  | 'forbidden' // signed in, but may not
  | 'not-found' // not there, or not yours
  | 'conflict' // the state of the thing does not allow it
  | 'changed' // somebody else changed it first
  | 'too-large'
  | 'too-many'
  | 'unavailable'; // for now: the disk is full, a network is closed

/** One fault of one field. `code` is the key of its sentence, `params` fill it. */
export type Fault = { path: string; code: string; params?: Record<string, string | number> };

/**
 * An error of the domain: it has a code, which is also the key of its sentence in `errors` of the words,
 * and the parameters of that sentence. It carries no status code and no text for people.
 */
export class Problem extends Error {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly params: Record<string, string | number>;
  readonly faults: readonly Fault[];
  /** Anything a caller can use to recover, such as the current version of what was changed. */
  readonly detail: Record<string, unknown> | undefined;

  constructor(
    kind: ProblemKind,
    code: string,
    options: {
      params?: Record<string, string | number>;
      faults?: readonly Fault[];
      detail?: Record<string, unknown>;
      cause?: unknown;
    } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.kind = kind;
    this.code = code;
    this.params = options.params ?? {};
    this.faults = options.faults ?? [];
    this.detail = options.detail;
  }
}

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);

/** For switches that must know every case: a new case is a type error, an unknown value throws. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
