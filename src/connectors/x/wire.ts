import { exchange, troubleOf, type Call, type Exchange, type Trouble } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import { openLine, type Line } from '../_kit/session.ts';
import type { ConnectedAccount, ConnectorContext, Json } from '../contract.ts';
import { renew } from './session.ts';

export const API = 'https://api.x.com/2';

/** Requests in the account's name. An access token lives two hours; it is renewed, stored, and the request sent again. */
export const openAccount = (context: ConnectorContext, account: ConnectedAccount): Line =>
  openLine(context, account.session, {
    send: async (session, call) => {
      const it = await exchange(context, withToken(call, textField(session, 'accessToken') ?? ''));
      const over = it.kind === 'answered' ? resetOf(it.headers) : null;
      if (over) context.windowClosed?.(over.after, over.of);
      return it;
    },
    isExpired: (it) => it.kind === 'answered' && it.status === 401,
    renew: (session) => renew(context, session),
  });

export const withToken = (call: Call, token: string): Call => ({
  ...call,
  headers: { ...call.headers, authorization: `Bearer ${token}` },
});

/** Problem details (https://docs.x.com/x-api/fundamentals/response-codes-and-errors); older parts answer a list. */
function saidIn(json: Json): string | undefined {
  const errors = field(json, 'errors');
  const [first] = Array.isArray(errors) ? errors : [];
  return (
    textField(json, 'detail') ??
    textField(first, 'detail') ??
    textField(first, 'message') ??
    textField(json, 'title')
  );
}

export const saidBy = (it: Exchange): string =>
  it.kind === 'answered' && it.json !== undefined ? (saidIn(it.json) ?? '') : '';

/** What is over: the window of the endpoint, or the day of the app or of the person. */
const WINDOWS = ['x-rate-limit', 'x-app-limit-24hour', 'x-user-limit-24hour'] as const;

/** When the last of the windows that are used up opens again, and whose it is; null where the answer names none. */
function resetOf(headers: Headers): { after: Temporal.Instant; of?: 'app' } | null {
  const used = WINDOWS.filter((name) => headers.get(`${name}-remaining`) === '0')
    .map((name) => ({ name, seconds: Number(headers.get(`${name}-reset`)) }))
    .filter(({ seconds }) => Number.isFinite(seconds) && seconds > 0)
    .toSorted((a, b) => b.seconds - a.seconds);
  const [last] = used;
  if (!last) return null;
  const after = Temporal.Instant.fromEpochMilliseconds(last.seconds * 1000);
  return { after, ...(last.name.startsWith('x-app') ? { of: 'app' } : {}) };
}

/** `troubleOf` with what 402, 403 and the windows of a 429 mean here. */
export function trouble(context: ConnectorContext, it: Exchange): Trouble {
  const found = troubleOf(context, it, saidIn);
  if (it.kind !== 'answered') return found;
  if (found.kind === 'retry' && it.status === 429) {
    return { ...found, ...resetOf(it.headers) };
  }
  if (it.json === undefined) return found;
  const words = saidBy(it);
  // Prepaid credits are used up (https://docs.x.com/x-api/getting-started/pricing).
  if (it.status === 402) return { kind: 'rejected', reason: reason('no-credits', undefined, words) };
  if (it.status !== 403) return found;
  if (isDuplicate(it))
    return { kind: 'rejected', reason: reason(NETWORK_REASONS.duplicate, undefined, words) };
  if (/suspended|locked/i.test(words)) {
    return { kind: 'rejected', reason: reason('account-inactive', undefined, words) };
  }
  const type = textField(it.json, 'type') ?? '';
  if (/client-(forbidden|not-enrolled)/.test(type)) {
    return { kind: 'rejected', reason: reason('app-not-allowed', undefined, words) };
  }
  if (/not permitted/i.test(words)) {
    const scope = 'tweet.write';
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.scopeMissing, { scope }, words) };
  }
  return found;
}

export const isDuplicate = (it: Exchange): boolean =>
  it.kind === 'answered' && it.status === 403 && /duplicate/i.test(saidBy(it));
