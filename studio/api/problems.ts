import type { ProblemDetails } from '#/contract/index.ts';

/** The API said no. `code` is stable, `title` and `detail` are sentences in the reader's language. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly faults: NonNullable<ProblemDetails['faults']>;
  /** What somebody else made of it meanwhile, where the API tells (`changed`). */
  readonly current: unknown;
  readonly requestId: string | undefined;

  constructor(details: Partial<ProblemDetails> & { status: number }) {
    super(details.title ?? details.code ?? String(details.status));
    this.status = details.status;
    this.code = details.code ?? `http-${details.status}`;
    this.title = details.title ?? '';
    this.detail = details.detail;
    this.faults = details.faults ?? [];
    this.current = details.current;
    this.requestId = details.requestId;
  }

  /** The sentence about one field, by its JSON pointer. */
  faultAt(path: string): string | undefined {
    return this.faults.find((fault) => fault.path === path)?.message;
  }
}

/** No answer came: the line is down, or the server is. The act may or may not have happened; its key makes it safe to repeat. */
export class OfflineProblem extends Error {
  override readonly name = 'OfflineProblem';
  readonly code = 'offline';
}

export const isProblem = (error: unknown, ...codes: string[]): error is ApiProblem =>
  error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));

/**
 * Worth sending again as it is: signed out, too many requests, the same request still under way, a server in trouble.
 */
export const passes = ({ status, code }: ApiProblem): boolean =>
  [401, 408, 425, 429].includes(status) || status >= 500 || code === 'request.under-way';

/** Signed in, and yet not let into this institution: a second step is missing, or another one let them in. */
export const isBarred = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  (error.code.startsWith('second-factor.') || error.code === 'sign-in.other-institution');

/** Nobody is signed in any more, or the session ran out. */
export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401;
