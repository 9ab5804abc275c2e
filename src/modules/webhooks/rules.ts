import { isIP } from 'node:net';
import { isPublicAddress } from '#/kernel/public-address.ts';
import { FetchFault, hostAndPort, type FetchFaultCode } from '#/kernel/safe-fetch.ts';

/** What became of a try. `trouble` is the code of its sentence. `gone`: the receiver wants nothing any more. */
export type Outcome = {
  kind: 'taken' | 'later' | 'gone';
  status: number | null;
  trouble: string | null;
  answer: string;
  afterSeconds: number | null;
};

/** Any 2xx is taken, 410 ends the webhook, all else is tried again (Standard Webhooks 1.0, "Deliverability"). */
export function outcomeOf(
  status: number,
  answer: string,
  retryAfter: string | null,
  now: Temporal.Instant,
): Outcome {
  const said = { status, answer, afterSeconds: null };
  if (status >= 200 && status < 300) return { ...said, kind: 'taken', trouble: null };
  if (status === 410) return { ...said, kind: 'gone', trouble: 'webhook.trouble.gone' };
  return {
    ...said,
    kind: 'later',
    trouble: 'webhook.trouble.status',
    afterSeconds: secondsOf(retryAfter, now),
  };
}

const FAULTS: Record<FetchFaultCode, string> = {
  'private-address': 'webhook.trouble.private-address',
  'bad-url': 'webhook.trouble.bad-port',
  'too-large': 'webhook.trouble.too-large',
  timeout: 'webhook.trouble.timeout',
  'too-many-redirects': 'webhook.trouble.redirects',
  'no-connection': 'webhook.trouble.no-connection',
  'broken-off': 'webhook.trouble.broken-off',
};

/** An outcome without an answer of the receiver. */
export const withoutAnswer = (trouble: string): Outcome => ({
  kind: 'later',
  status: null,
  trouble,
  answer: '',
  afterSeconds: null,
});

export function outcomeOfFault(error: unknown): Outcome {
  if (!(error instanceof FetchFault)) throw error;
  return withoutAnswer(FAULTS[error.code]);
}

/** Seconds, or a date (RFC 9110 10.2.3). */
function secondsOf(retryAfter: string | null, now: Temporal.Instant): number | null {
  if (retryAfter === null) return null;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.epochMilliseconds) / 1000));
}

const FIRST_PAUSE_S = 30;
const LONGEST_PAUSE_S = 8 * 3600;
/** A weekend without anybody at the receiver's is bridged. */
export const GIVE_UP_AFTER = { hours: 72 };

/**
 * When a message is tried again, or null where it is given up. Pauses double from half a minute to eight hours; each is
 * up to a fifth longer or shorter, so that what failed together does not come back together. `random`: 0 to 1.
 */
export function nextTry(
  message: { attempts: number; attempts_before: number; queued_at: Temporal.Instant },
  afterSeconds: number | null,
  now: Temporal.Instant,
  random: number,
): Temporal.Instant | null {
  const tries = message.attempts - message.attempts_before;
  const pause = Math.min(FIRST_PAUSE_S * 2 ** (tries - 1), LONGEST_PAUSE_S) * (0.8 + 0.4 * random);
  const next = now.add({
    seconds: Math.round(Math.max(pause, Math.min(afterSeconds ?? 0, LONGEST_PAUSE_S))),
  });
  return Temporal.Instant.compare(next, message.queued_at.add(GIVE_UP_AFTER)) > 0 ? null : next;
}

/**
 * Whether messages may go to this address: https, a name or a public address. What a name resolves to is checked at
 * each try. `allowed`: the operator's exceptions, for which http is enough.
 */
export function isWebhookUrl(text: string, allowed: readonly string[]): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.hash) return false;
  if (allowed.includes(url.hostname) || allowed.includes(hostAndPort(url)))
    return /^https?:$/.test(url.protocol);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return url.protocol === 'https:' && (isIP(host) === 0 || isPublicAddress(host));
}
