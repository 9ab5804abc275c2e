import { ECDH } from 'node:crypto';
import { isIP } from 'node:net';
import { isPublicAddress } from '#/kernel/public-address.ts';
import { FetchFault } from '#/kernel/safe-fetch.ts';

/** What became of a message. `gone`: the browser takes nothing any more, and is forgotten. */
export type PushOutcome =
  | { kind: 'taken' }
  | { kind: 'gone' }
  | { kind: 'refused'; said: string }
  | { kind: 'later'; afterSeconds: number | null; said: string };

/**
 * What a push service's answer means (RFC 8030 5, 7.3 and 8.4): 404 and 410 end a subscription; 429 and 5xx ask for
 * patience, 408 too; any other refusal is of this message or of us, and asking again changes nothing.
 */
export function outcomeOf(status: number, retryAfter: string | null, now: Temporal.Instant): PushOutcome {
  const said = String(status);
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'later', afterSeconds: secondsOf(retryAfter, now), said };
  return { kind: 'refused', said };
}

/** An address that turned out to lie within our own walls is no push service, and never becomes one. */
export function outcomeOfFault(error: unknown): PushOutcome {
  if (!(error instanceof FetchFault)) throw error;
  if (error.code === 'private-address' || error.code === 'bad-url') return { kind: 'gone' };
  if (error.code === 'too-many-redirects') return { kind: 'refused', said: error.code };
  return { kind: 'later', afterSeconds: null, said: error.code };
}

/** Seconds, or a date (RFC 9110 10.2.3). */
function secondsOf(retryAfter: string | null, now: Temporal.Instant): number | null {
  if (retryAfter === null) return null;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.epochMilliseconds) / 1000));
}

const FIRST_PAUSE_S = 30;
const LONGEST_PAUSE_S = 3600;
/** A day later it helps nobody: the notice itself stands in the studio. Also the time that push services keep it. */
const GOOD_FOR = { hours: 24 };

/** Seconds that a message is still good for. */
export const secondsLeft = (createdAt: Temporal.Instant, now: Temporal.Instant): number =>
  Math.floor(now.until(createdAt.add(GOOD_FOR)).total('seconds'));

/** When a message is tried again after so many tries, or null where it is given up. */
export function nextTry(
  message: { attempts: number; created_at: Temporal.Instant },
  afterSeconds: number | null,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const pause = Math.min(FIRST_PAUSE_S * 2 ** (message.attempts - 1), LONGEST_PAUSE_S);
  const seconds = Math.max(pause, afterSeconds ?? 0);
  return secondsLeft(message.created_at, now) > seconds ? now.add({ seconds }) : null;
}

/**
 * Whether a browser's word for its push service is an address that we send to: https, a name or a public address.
 * What the name resolves to is checked when it is sent to. `allowed`: the operator's exceptions, for which http is
 * enough; they lie on machines of their own.
 */
export function isPushEndpoint(text: string, allowed: readonly string[]): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.hash) return false;
  if (allowed.includes(url.hostname) || allowed.includes(url.host)) return /^https?:$/.test(url.protocol);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return url.protocol === 'https:' && (isIP(host) === 0 || isPublicAddress(host));
}

/** Whether the keys of a browser are what RFC 8291 asks for: a point on P-256, and 16 bytes that only it and we know. */
export function arePushKeys(p256dh: string, auth: string): boolean {
  if (Buffer.from(auth, 'base64url').length !== 16) return false;
  try {
    const point = Buffer.from(p256dh, 'base64url');
    if (point.length !== 65) return false;
    ECDH.convertKey(point, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}
