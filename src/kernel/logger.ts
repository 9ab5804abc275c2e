import { pino, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** Names of fields that never reach a log, at any depth. */
const SECRET_NAME =
  /pass(word|phrase)|secret|token|authorization|cookie|credential|session(_?id)?$|jwt|otp|recovery|(api|private|access|signing)[-_]?key/i;
const HIDDEN = '[hidden]';

/** A copy of `value` in which every field with a secret's name is hidden. Depth and size are bounded. */
export function redact(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (depth > 6) return '[deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1));
  if ('toJSON' in value && typeof value.toJSON === 'function') return redact(value.toJSON(), depth + 1);
  return redactFields(value, depth);
}

function redactFields(value: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      SECRET_NAME.test(key) ? HIDDEN : typeof item === 'string' ? redactText(item) : redact(item, depth + 1),
    ]),
  );
}

/**
 * What an error carries beside its words is kept too, such as a code or the errors it is made of; but not the
 * machinery that some hang on it, as pg does with its whole client.
 */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const carried = Object.fromEntries(Object.entries(error).filter(([, value]) => isPlain(value)));
  return {
    ...redactFields(carried, depth),
    name: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
    ...(error instanceof AggregateError ? { errors: redact(error.errors, depth + 1) } : {}),
  };
}

const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  Array.isArray(value) ||
  Object.getPrototypeOf(value) === Object.prototype;

/** Hides what looks like a secret inside free text: a bearer token, the password of a URL, a key in its query. */
export function redactText(text: string): string {
  return text
    .replace(/(bearer\s+)[\w.~+/-]+=*/gi, `$1${HIDDEN}`)
    .replace(/(\w+:\/\/[^:/\s"@]*:)[^@/\s"]+@/g, `$1${HIDDEN}@`)
    .replace(/([?&](?:\w*token|code|\w*secret|\w*key|password|sig|signature)=)[^&\s"#]+/gi, `$1${HIDDEN}`);
}

/** Structured logs on standard error; standard output is kept for what scripts may read. */
export function createLogger(
  level: string,
  destination: { write(line: string): void } = process.stderr,
): Logger {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redactFields(fields, 0),
      },
      // Errors come here as `redact` has made them.
      serializers: { err: (error: unknown) => error },
      // Messages and what is filled into them pass no formatter.
      hooks: { streamWrite: redactText },
    },
    destination,
  );
  // pino gives a child's fields to no formatter; children have this method from their parent.
  const plain = Object.getPrototypeOf(logger) as Logger;
  logger.child = function redactingChild(this: Logger, fields: object, options?: object) {
    return plain.child.call(this, redactFields(fields, 0), options);
  } as Logger['child'];
  return logger;
}
