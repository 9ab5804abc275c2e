import { pino, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** Names of fields that never reach a log, at any depth. */
const SECRET_NAME =
  /pass(word|phrase)?$|secret|token|authorization|cookie|credential|session$|jwt|otp|recovery/i;
const HIDDEN = '[hidden]';

/** A copy of `value` in which every field with a secret's name is hidden. Depth and size are bounded. */
export function redact(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (depth > 6) return '[deep]';
  if (value instanceof Error) {
    return {
      name: value.name,
      message: redactText(value.message),
      stack: redactText(value.stack ?? ''),
      ...(value.cause === undefined ? {} : { cause: redact(value.cause, depth + 1) }),
    };
  }
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1));
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      SECRET_NAME.test(key) ? HIDDEN : typeof item === 'string' ? redactText(item) : redact(item, depth + 1),
    ]),
  );
}

/** Hides what looks like a bearer token or the password part of a URL inside free text. */
export function redactText(text: string): string {
  return text
    .replace(/(bearer\s+)[\w.~+/-]+=*/gi, `$1${HIDDEN}`)
    .replace(/(\w+:\/\/[^:/\s]+:)[^@\s]+@/g, `$1${HIDDEN}@`);
}

/** Structured logs on standard error; standard output is kept for what scripts may read. */
export function createLogger(
  level: string,
  destination: { write(line: string): void } = process.stderr,
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redact(fields) as Record<string, unknown>,
      },
    },
    destination,
  );
}
