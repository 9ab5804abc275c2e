import { exchange, isGood, orRetry, type Exchange } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Grant, Session } from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { ask, HOST, tokenOf, trouble } from './wire.ts';

/**
 * Tokens live sixty days and can be renewed from their second day until their end, not after it
 * (https://developers.facebook.com/docs/threads/get-started/long-lived-tokens).
 */
const RENEW_AFTER_HOURS = 25;

/** A session of a token that was just given. Null where the answer holds none: never an empty one over a good one. */
export function sessionOf(
  context: ConnectorContext,
  got: Exchange,
  kept: { appId: string; appSecret: string },
): Session | null {
  if (!isGood(got)) return null;
  const accessToken = textField(got.json, 'access_token');
  const seconds = field(got.json, 'expires_in');
  if (!accessToken || typeof seconds !== 'number') return null;
  const now = context.clock.now();
  const expiresAt = now.add({ seconds: Math.floor(seconds) }).toString();
  return { ...kept, accessToken, issuedAt: now.toString(), expiresAt };
}

const momentOf = (session: Session, name: string): Temporal.Instant | null => {
  const text = textField(session, name);
  return text === undefined ? null : Temporal.Instant.from(text);
};

/** Days until the token ends; infinite where nothing is known of it. */
export function daysLeft(context: ConnectorContext, session: Session): number {
  const end = momentOf(session, 'expiresAt');
  return end ? Math.floor(end.since(context.clock.now()).total('hours') / 24) : Infinity;
}

/** Renewed by the engine some days before its end; after its end nothing renews it. */
export const grantOf = (session: Session): Grant => ({
  accessUntil: textField(session, 'expiresAt') ?? null,
  endsAt: null,
});

/** A new token from the one that is still good. @throws ConnectorFault: `reauthorise` only for a grant that is dead */
export async function refresh(context: ConnectorContext, account: ConnectedAccount): Promise<Session> {
  const { session } = account;
  const issued = momentOf(session, 'issuedAt');
  const isYoung = issued !== null && context.clock.now().since(issued).total('hours') < RENEW_AFTER_HOURS;
  const got = isYoung ? await lookAt(context, account) : await askForNew(context, account);
  if (isYoung && isGood(got)) return session;
  const [appId = '', appSecret = ''] = ['appId', 'appSecret'].map((name) => textField(session, name));
  const renewed = sessionOf(context, got, { appId, appSecret });
  if (renewed) return renewed;
  if (isGood(got))
    throw new ConnectorFault('retry', reason(NETWORK_REASONS.unreadable, { status: got.status }));
  const found = orRetry(trouble(context, got));
  throw new ConnectorFault(found.kind, found.reason, found.kind === 'retry' ? found.after : null);
}

/** Too young to be renewed: is it good? */
const lookAt = (context: ConnectorContext, account: ConnectedAccount): Promise<Exchange> =>
  ask(context, account, { path: '/me', query: { fields: 'id' } });

function askForNew(context: ConnectorContext, account: ConnectedAccount): Promise<Exchange> {
  const url = new URL(`${HOST}/refresh_access_token`);
  url.searchParams.set('grant_type', 'th_refresh_token');
  url.searchParams.set('access_token', tokenOf(account));
  return exchange(context, { url: url.href });
}
