import { FetchFault } from '#/kernel/safe-fetch.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { ConnectorContext, Json, Reason, Refused, Wait } from '../contract.ts';
import { NETWORK_REASONS, reason, textField } from './reasons.ts';

export type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  json?: Json;
  /** With files as multipart, else as a web form sends it. */
  form?: FormData | URLSearchParams;
  bytes?: { data: Uint8Array; mime: string };
};

/** An answer came. `json` is undefined where the body is none: a proxy's page, or one broken off. */
export type Answered = {
  kind: 'answered';
  status: number;
  headers: Headers;
  json: Json | undefined;
  text: string;
};
/** None came. `sent` is true where the network may have acted all the same. */
export type NoAnswer = { kind: 'no-answer'; sent: boolean; reason: Reason };
export type Exchange = Answered | NoAnswer;

/** One request, sent once, and what came back. It does not throw for anything a network can do. */
export async function exchange(context: ConnectorContext, call: Call): Promise<Exchange> {
  const host = URL.canParse(call.url) ? new URL(call.url).host : call.url.slice(0, 100);
  if (context.signal.aborted) return noAnswer(false, NETWORK_REASONS.unreachable, host);
  let response: Response;
  try {
    response = await context.fetch(call.url, asInit(context, call));
  } catch (error) {
    return noResponse(error, host);
  }
  const until = closedUntil(response.headers, context.clock);
  if (until) context.windowClosed?.(until);
  try {
    const text = await response.text();
    return { kind: 'answered', status: response.status, headers: response.headers, json: parsed(text), text };
  } catch (error) {
    context.log.debug({ err: error, host, status: response.status }, 'an answer broke off');
    return {
      kind: 'answered',
      status: response.status,
      headers: response.headers,
      json: undefined,
      text: '',
    };
  }
}

function asInit(context: ConnectorContext, call: Call): RequestInit {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'user-agent': 'Glasnik',
    ...call.headers,
  };
  const init: RequestInit = { method: call.method ?? 'GET', headers, signal: context.signal };
  if (call.json !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(call.json);
  } else if (call.form) {
    init.body = call.form;
  } else if (call.bytes) {
    headers['content-type'] = call.bytes.mime;
    init.body = call.bytes.data as Uint8Array<ArrayBuffer>;
  }
  return init;
}

function noResponse(error: unknown, host: string): NoAnswer {
  if (!(error instanceof FetchFault)) throw error;
  if (error.code === 'private-address') return noAnswer(error.sent, NETWORK_REASONS.privateAddress, host);
  return noAnswer(error.sent, error.sent ? NETWORK_REASONS.noAnswer : NETWORK_REASONS.unreachable, host);
}

const noAnswer = (sent: boolean, code: string, host: string): NoAnswer => ({
  kind: 'no-answer',
  sent,
  reason: reason(code, { host }),
});

function parsed(text: string): Json | undefined {
  if (text === '') return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Sent, and nobody knows what became of it. For a visible act that is `unknown`, for any other a `retry`. */
export type Doubt = { kind: 'doubt'; reason: Reason };
export type Trouble = Wait | Refused | Doubt;

/** A success that can be read: 2xx with JSON, or 2xx without a body. */
export const isGood = (it: Exchange): it is Answered & { json: Json } =>
  it.kind === 'answered' && it.status >= 200 && it.status < 300 && it.json !== undefined;

/**
 * What an exchange that is not good means, by HTTP alone (RFC 9110). A 5xx is a doubt, never a refusal: a
 * gateway says 502, 503 or 504 also after the server behind it has acted. `said` picks the network's words
 * from its error body.
 */
export function troubleOf(
  context: ConnectorContext,
  it: Exchange,
  said: (json: Json) => string | undefined = usualWords,
): Trouble {
  if (it.kind === 'no-answer') {
    if (it.sent) return { kind: 'doubt', reason: it.reason };
    if (it.reason.code === NETWORK_REASONS.privateAddress) return { kind: 'rejected', reason: it.reason };
    return { kind: 'retry', after: null, reason: it.reason };
  }
  const words = it.json === undefined || it.json === null ? undefined : said(it.json);
  const { status } = it;
  if (status === 429) {
    const after = retryAfter(it.headers, context.clock);
    return { kind: 'retry', after, reason: reason(NETWORK_REASONS.rateLimited, undefined, words) };
  }
  if (status >= 500) {
    return { kind: 'doubt', reason: reason(NETWORK_REASONS.serverError, { status }, words) };
  }
  if (it.json === undefined || status < 400) {
    const unreadable = reason(NETWORK_REASONS.unreadable, { status });
    return status < 400
      ? { kind: 'doubt', reason: unreadable }
      : { kind: 'retry', after: null, reason: unreadable };
  }
  if (status === 401) {
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.signedOut, undefined, words) };
  }
  if (status === 408 || status === 425) {
    return { kind: 'retry', after: null, reason: reason(NETWORK_REASONS.refused, { status }, words) };
  }
  return { kind: 'rejected', reason: reason(NETWORK_REASONS.refused, { status }, words) };
}

/** For steps without a visible effect: a doubt costs nothing but another try. */
export const orRetry = (trouble: Trouble): Wait | Refused =>
  trouble.kind === 'doubt' ? { kind: 'retry', after: null, reason: trouble.reason } : trouble;

/** For the visible act: a doubt is told as one. */
export const orUnknown = (trouble: Trouble): Wait | Refused | { kind: 'unknown'; reason: Reason } =>
  trouble.kind === 'doubt' ? { kind: 'unknown', reason: trouble.reason } : trouble;

const usualWords = (json: Json): string | undefined =>
  ['detail', 'message', 'error_description', 'error', 'title']
    .map((name) => textField(json, name))
    .find((words) => words !== undefined && words !== '');

const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/**
 * When the network wants to be asked again: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), else
 * `ratelimit-reset`, `x-ratelimit-reset` or `x-rate-limit-reset` as seconds, as epoch seconds or as ISO 8601, which networks use as they
 * like. Null where it says nothing usable; never in the past, never more than a day ahead.
 */
export function retryAfter(headers: Headers, clock: Clock): Temporal.Instant | null {
  const now = clock.now().epochMilliseconds;
  for (const name of ['retry-after', 'ratelimit-reset', 'x-ratelimit-reset', 'x-rate-limit-reset']) {
    const text = headers.get(name)?.trim();
    if (!text) continue;
    const at = momentOf(text, now);
    if (Number.isNaN(at)) continue;
    return Temporal.Instant.fromEpochMilliseconds(
      Math.round(Math.min(Math.max(at, now), now + LONGEST_WAIT_MS)),
    );
  }
  return null;
}

/** Families of headers in which networks tell of their windows with every answer, not only with a refusal. */
const WINDOWS = ['ratelimit', 'x-ratelimit', 'x-rate-limit'] as const;

/** When the window that this answer used up opens again; null where there is room left, or nothing is said. */
export function closedUntil(headers: Headers, clock: Clock): Temporal.Instant | null {
  const now = clock.now().epochMilliseconds;
  const moments = WINDOWS.filter((name) => headers.get(`${name}-remaining`)?.trim() === '0')
    .map((name) => momentOf(headers.get(`${name}-reset`)?.trim() ?? '', now))
    .filter((at) => at > now && at <= now + LONGEST_WAIT_MS);
  return moments.length > 0 ? Temporal.Instant.fromEpochMilliseconds(Math.round(Math.max(...moments))) : null;
}

function momentOf(text: string, now: number): number {
  if (!/^\d+(\.\d+)?$/.test(text)) return Date.parse(text);
  const seconds = Number(text);
  return seconds > 1_000_000_000 ? seconds * 1000 : now + seconds * 1000;
}
