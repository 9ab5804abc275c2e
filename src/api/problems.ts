import type { ProblemDetails } from '#/contract/index.ts';
import { Problem, type Fault, type ProblemKind } from '#/kernel/errors.ts';
import type { Logger } from '#/kernel/logger.ts';
import { formatDate } from '#/language/index.ts';
import type { Translator } from '#/language/words/index.ts';

/** The one place where kinds of trouble become status codes. */
const STATUS: Record<ProblemKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  changed: 412,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

/** A sentence for a code, with its parameters. Codes of a connector stand in that connector's own words. */
export type Sayer = (code: string, params: Record<string, string | number>) => string;

export type ProblemContext = { say: Sayer; requestId: string; log: Logger; current?: unknown };

/** Any error as problem details (RFC 9457), in the reader's language. What we do not know is logged and not told. */
export function toProblemDetails(error: unknown, context: ProblemContext): ProblemDetails {
  const problem = asProblem(error, context);
  const status = STATUS[problem.kind];
  return {
    type: `https://glasnik.example/problems/${problem.code}`,
    title: context.say(problem.code, problem.params),
    status: problem.code === 'internal' ? 500 : status,
    code: problem.code,
    requestId: context.requestId,
    ...(problem.faults.length > 0
      ? { faults: problem.faults.map((fault) => present(fault, context.say)) }
      : {}),
    ...(context.current === undefined
      ? problem.detail
        ? { current: problem.detail }
        : {}
      : { current: context.current }),
  };
}

const present = (fault: Fault, say: Sayer) => ({ ...fault, message: say(fault.code, fault.params ?? {}) });

function asProblem(error: unknown, { log, requestId }: ProblemContext): Problem {
  if (error instanceof Problem) {
    if (error.cause) log.debug({ requestId, err: error.cause }, error.code);
    return error;
  }
  const known = asDatabaseProblem(error);
  if (known) return known;
  log.error({ requestId, err: error }, 'a request failed');
  return new Problem('unavailable', 'internal', { cause: error });
}

/** What the database refuses and a caller can mend; the rest is a fault of ours. */
function asDatabaseProblem(error: unknown): Problem | null {
  const code = (error as { code?: unknown }).code;
  // A row of another institution is behind the wall, so a reference to it looks like one to nothing.
  if (code === '23503') return new Problem('invalid', 'reference.not-found', { cause: error });
  if (code === '42501') return new Problem('not-found', 'reference.not-found', { cause: error });
  if (code === '22P05' || code === '22021')
    return new Problem('invalid', 'input.bad-characters', { cause: error });
  if (code === '53100') return new Problem('unavailable', 'media.disk-full', { cause: error });
  return null;
}

/** Sentences from the common errors, then from the words of whoever else has some. */
export function createSayer(
  translator: Translator,
  others: readonly ((code: string) => string | null)[] = [],
): Sayer {
  return (code, params) => {
    for (const key of [`errors:${code}`, code.replace(/^writing\./, 'writing:checks.')])
      if (translator.has(key)) return translator.t(key, translatedParams(translator, params));
    for (const other of others) {
      const text = other(code);
      if (text !== null) return fill(text, params);
    }
    return translator.t('errors:internal');
  };
}

/** States, acts and variants are keys themselves: the sentence gets their names, and a day as its reader writes it. */
function translatedParams(
  translator: Translator,
  params: Record<string, string | number>,
): Record<string, string | number> {
  const name = (key: string, value: string | number) => {
    if (key === 'until' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
      return formatDate(Temporal.PlainDate.from(value), translator.variant);
    const wordKey =
      key === 'state'
        ? `common:state.${value}`
        : key === 'variant' || key === 'other'
          ? `common:variant.${value}`
          : null;
    return wordKey !== null && translator.has(wordKey) ? translator.t(wordKey) : value;
  };
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, name(key, value)]));
}

const fill = (text: string, params: Record<string, string | number>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => String(params[key] ?? whole));
