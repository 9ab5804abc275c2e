import { exchange, isGood, orRetry, troubleOf, type Exchange } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Grant, Json, Renewal, Session } from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { API, send, trouble } from './wire.ts';

export const TOKENS = 'https://www.linkedin.com/oauth/v2/accessToken';

/**
 * A session of what the token endpoint answered. Access lasts 60 days. Refresh tokens are for approved partners; their 365
 * days run from the consent and are not made longer by a renewal
 * (https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens).
 */
export function sessionOf(context: ConnectorContext, json: Json, held: Session): Session | null {
  const accessToken = textField(json, 'access_token');
  const seconds = field(json, 'expires_in');
  if (!accessToken || typeof seconds !== 'number') return null;
  const inSeconds = (count: number) =>
    context.clock
      .now()
      .add({ seconds: Math.floor(count) })
      .toString();
  const refreshToken = textField(json, 'refresh_token') || textField(held, 'refreshToken');
  const left = field(json, 'refresh_token_expires_in');
  const refreshEndsAt = typeof left === 'number' ? inSeconds(left) : textField(held, 'refreshEndsAt');
  return {
    clientId: textField(held, 'clientId') ?? '',
    clientSecret: textField(held, 'clientSecret') ?? '',
    accessToken,
    expiresAt: inSeconds(seconds),
    ...(refreshToken && refreshEndsAt ? { refreshToken, refreshEndsAt } : {}),
  };
}

/** Without a refresh token the grant ends with the access: people are warned before. */
export const grantOf = (session: Session): Grant => {
  const accessUntil = textField(session, 'expiresAt') ?? null;
  const refreshEndsAt = textField(session, 'refreshEndsAt');
  return refreshEndsAt === undefined
    ? { accessUntil: null, endsAt: accessUntil }
    : { accessUntil, endsAt: refreshEndsAt };
};

/** Days until a person has to connect again. */
export function daysLeft(context: ConnectorContext, session: Session): number {
  const { endsAt } = grantOf(session);
  if (endsAt === null) return Infinity;
  return Math.floor(Temporal.Instant.from(endsAt).since(context.clock.now()).total('hours') / 24);
}

export async function renew(context: ConnectorContext, session: Session): Promise<Renewal> {
  const refreshToken = textField(session, 'refreshToken');
  if (!refreshToken) return { kind: 'reauthorise', reason: reason('access-ended') };
  const got = await exchange(context, {
    method: 'POST',
    url: TOKENS,
    form: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: textField(session, 'clientId') ?? '',
      client_secret: textField(session, 'clientSecret') ?? '',
    }),
  });
  const renewed = isGood(got) ? sessionOf(context, got.json, session) : null;
  if (renewed) return { kind: 'renewed', session: renewed };
  return refusal(got) ?? orRetry(troubleOf(context, got));
}

/** The error of RFC 6749, 5.2, with which the endpoint says that nothing will come of it. */
function refusal(got: Exchange): Renewal | null {
  const name = got.kind === 'answered' && [400, 401].includes(got.status) ? textField(got.json, 'error') : '';
  const words = got.kind === 'answered' ? textField(got.json, 'error_description') : undefined;
  if (name === 'invalid_client')
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.clientRefused, undefined, words) };
  if (name === 'invalid_grant' || name === 'invalid_request')
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.signedOut, undefined, words) };
  return null;
}

/** Where LinkedIn gave no refresh token there is nothing to renew: then it is only looked whether the access is good. */
export async function refresh(context: ConnectorContext, account: ConnectedAccount): Promise<Session> {
  const { session } = account;
  if (textField(session, 'refreshToken')) {
    const renewed = await renew(context, session);
    if (renewed.kind === 'renewed') return renewed.session;
    throw new ConnectorFault(renewed.kind, renewed.reason, renewed.kind === 'retry' ? renewed.after : null);
  }
  const got = await send(context, session, { url: `${API}/organizationAcls?q=roleAssignee&state=APPROVED` });
  if (isGood(got)) return session;
  const found = orRetry(trouble(context, got));
  throw new ConnectorFault(found.kind, found.reason);
}
