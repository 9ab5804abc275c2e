import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may knock: anybody; whoever is signed in; a member (or API key) of the institution in the path. */
export type Audience = 'public' | 'person' | 'member';

/**
 * One thing the API can do. The server mounts it, the studio's client calls it, the OpenAPI document and the tests
 * that try every operation are made from it.
 */
export type Operation = {
  method: Method;
  /** `{name}` for parameters. */
  path: string;
  summary: string;
  audience: Audience;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Raw upload instead of JSON: the accepted media types. */
  upload?: readonly string[];
  /** A file instead of JSON: the media types in which it comes. */
  download?: readonly string[];
  /** Null: 204, nothing to say. */
  response: z.ZodType | null;
  /** The request must carry `If-Match` with the version that was read. */
  ifMatch?: boolean;
  /** A server-sent event stream instead of JSON. */
  stream?: boolean;
};

export const operation = <const Op extends Operation>(op: Op): Op => op;

type In<Part> = Part extends z.ZodType ? z.input<Part> : undefined;
type Out<Part> = Part extends z.ZodType ? z.output<Part> : undefined;

/** What a caller passes, before defaults are filled in. */
export type OperationInput<Op extends Operation> = {
  params: In<Op['params']>;
  query: In<Op['query']>;
  body: In<Op['body']>;
};
/** What the server gets, after. */
export type OperationParsed<Op extends Operation> = {
  params: Out<Op['params']>;
  query: Out<Op['query']>;
  body: Out<Op['body']>;
};
export type OperationResult<Op extends Operation> = Op['response'] extends z.ZodType
  ? z.input<Op['response']>
  : null;
