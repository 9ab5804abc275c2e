import { exchange, isGood, orRetry, troubleOf, type Exchange } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Grant, Json, Renewal, Session } from '../contract.ts';
import { ConnectorFault } from '../contract.ts';

export const TOKENS = 'https://oauth2.googleapis.com/token';

/**
 * A session of what the token endpoint answered (https://developers.google.com/identity/protocols/oauth2/web-server, read
 * 2026-11-30). A renewal brings no new refresh token: the one that is held stays. Null where it cannot be read.
 */
export function sessionOf(context: ConnectorContext, json: Json, held: Session): Session | null {
  const accessToken = textField(json, 'access_token');
  const refreshToken = textField(json, 'refresh_token') || textField(held, 'refreshToken');
  const seconds = field(json, 'expires_in');
  if (!accessToken || !refreshToken || typeof seconds !== 'number') return null;
  const inSeconds = (count: number) =>
    context.clock
      .now()
      .add({ seconds: Math.floor(count) })
      .toString();
  // Told where the person let us in for a time, or the project is still being tested: then seven days.
  const left = field(json, 'refresh_token_expires_in');
  const endsAt = typeof left === 'number' ? inSeconds(left) : (textField(held, 'endsAt') ?? null);
  return {
    clientId: textField(held, 'clientId') ?? '',
    clientSecret: textField(held, 'clientSecret') ?? '',
    accessToken,
    refreshToken,
    scope: textField(json, 'scope') ?? textField(held, 'scope') ?? '',
    accessUntil: inSeconds(seconds),
    endsAt,
  };
}

export const grantOf = (session: Session): Grant => ({
  accessUntil: textField(session, 'accessUntil') ?? null,
  endsAt: textField(session, 'endsAt') ?? null,
});

export async function renew(context: ConnectorContext, session: Session): Promise<Renewal> {
  const got = await exchange(context, {
    method: 'POST',
    url: TOKENS,
    form: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: textField(session, 'refreshToken') ?? '',
      client_id: textField(session, 'clientId') ?? '',
      client_secret: textField(session, 'clientSecret') ?? '',
    }),
  });
  const renewed = isGood(got) ? sessionOf(context, got.json, session) : null;
  if (renewed) return { kind: 'renewed', session: renewed };
  const dead = refusal(got);
  if (dead) return dead;
  const found = orRetry(troubleOf(context, got));
  return found.kind === 'retry' ? found : { kind: 'retry', after: null, reason: found.reason };
}

/** What the endpoint says of a grant that is over, and of an app that is another by now. */
function refusal(got: Exchange): Renewal | null {
  if (got.kind !== 'answered' || ![400, 401, 403].includes(got.status)) return null;
  const name = textField(got.json, 'error');
  const words = textField(got.json, 'error_description') ?? name;
  if (name === 'invalid_grant')
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.signedOut, undefined, words) };
  if (name === 'invalid_client' || name === 'unauthorized_client' || name === 'deleted_client')
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.clientRefused, undefined, words) };
  return null;
}

/** @throws ConnectorFault */
export async function refresh(context: ConnectorContext, account: ConnectedAccount): Promise<Session> {
  const renewed = await renew(context, account.session);
  if (renewed.kind === 'renewed') return renewed.session;
  throw new ConnectorFault(renewed.kind, renewed.reason, renewed.kind === 'retry' ? renewed.after : null);
}
