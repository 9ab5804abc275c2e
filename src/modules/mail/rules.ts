/** Why a mail is not out: the code of its sentence, and what the server said. */
export type MailTrouble = {
  reason: 'mail.unreachable' | 'mail.settings' | 'mail.not-now' | 'mail.refused';
  said: string;
  /** This server will not take it, however often it is asked. */
  final: boolean;
};

/** The fields of nodemailer's errors that say what happened. */
type SmtpError = { code?: unknown; responseCode?: unknown; command?: unknown; message?: unknown };

const SAID_MAX = 500;

/**
 * What a fault of sending means. A refusal (5xx, RFC 5321 4.2.1) of a receiver or a message is the last word; one of
 * our name, password or sender is a fault of the settings, which an administrator mends while the mail waits.
 */
export function troubleOf(error: unknown): MailTrouble {
  const { code, responseCode, command, message } = (error ?? {}) as SmtpError;
  const said = (typeof message === 'string' ? message : 'unknown').slice(0, SAID_MAX);
  const status = typeof responseCode === 'number' ? responseCode : 0;
  const settings = code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS' || command === 'MAIL FROM';
  if (status >= 500 && !settings) return { reason: 'mail.refused', said, final: true };
  if (status >= 500 || code === 'ETLS' || code === 'ENOAUTH')
    return { reason: 'mail.settings', said, final: false };
  if (status >= 400) return { reason: 'mail.not-now', said, final: false };
  // No address that SMTP could carry: nobody was asked.
  if (code === 'EENVELOPE') return { reason: 'mail.refused', said, final: true };
  return { reason: 'mail.unreachable', said, final: false };
}

const FIRST_PAUSE_S = 30;
const LONGEST_PAUSE_S = 3600;
/** A day is what people wait for a mail; the administrator can send it again after that. */
const GIVE_UP_AFTER = { hours: 24 };

/** When a mail is tried again after so many tries, or null where it is given up. */
export function nextTry(
  attempts: number,
  queuedAt: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const seconds = Math.min(FIRST_PAUSE_S * 2 ** (attempts - 1), LONGEST_PAUSE_S);
  const next = now.add({ seconds });
  return Temporal.Instant.compare(next, queuedAt.add(GIVE_UP_AFTER)) > 0 ? null : next;
}

/** The same at every try, so that a server that had it already knows it again (RFC 5322 3.6.4). */
export const messageIdOf = (mailId: string, from: string): string =>
  `<${mailId}@${/@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'glasnik.invalid'}>`;
