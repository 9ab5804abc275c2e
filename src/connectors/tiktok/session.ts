import { exchange, isGood, orRetry, troubleOf, type Call } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectorContext, Grant, Json, Renewal, Session } from '../contract.ts';

const TOKENS = 'https://open.tiktokapis.com/v2/oauth/token/';

/** https://developers.tiktok.com/doc/oauth-user-access-token-management, read 2026-12-01. */
export const tokenCall = (app: Session, form: Record<string, string>): Call => ({
  method: 'POST',
  url: TOKENS,
  form: new URLSearchParams({
    client_key: textField(app, 'clientKey') ?? '',
    client_secret: textField(app, 'clientSecret') ?? '',
    ...form,
  }),
});

/** A session of what the token endpoint answered; null where it cannot be read. Both ends are told in seconds. */
export function sessionOf(context: ConnectorContext, json: Json, app: Session): Session | null {
  const [accessToken, refreshToken] = [textField(json, 'access_token'), textField(json, 'refresh_token')];
  if (!accessToken || !refreshToken) return null;
  const inSeconds = (name: string): string | null => {
    const seconds = field(json, name);
    if (typeof seconds !== 'number' || !(seconds > 0)) return null;
    return context.clock
      .now()
      .add({ seconds: Math.floor(seconds) })
      .toString();
  };
  return {
    clientKey: textField(app, 'clientKey') ?? '',
    clientSecret: textField(app, 'clientSecret') ?? '',
    accessToken,
    refreshToken,
    scope: textField(json, 'scope') ?? '',
    accessUntil: inSeconds('expires_in'),
    endsAt: inSeconds('refresh_expires_in'),
  };
}

export const grantOf = (session: Session): Grant => ({
  accessUntil: textField(session, 'accessUntil') ?? null,
  endsAt: textField(session, 'endsAt') ?? null,
});

/**
 * A new session from the refresh token, which is replaced: what comes back is stored before it is used. Dead is only what the
 * network calls an invalid grant, or an app whose secret is another by now; everything else is a blip.
 */
export async function renew(context: ConnectorContext, session: Session): Promise<Renewal> {
  const refresh_token = textField(session, 'refreshToken') ?? '';
  const got = await exchange(context, tokenCall(session, { grant_type: 'refresh_token', refresh_token }));
  const renewed = isGood(got) ? sessionOf(context, got.json, session) : null;
  if (renewed) return { kind: 'renewed', session: renewed };
  const name = got.kind === 'answered' && got.status < 500 ? textField(got.json, 'error') : undefined;
  const words = got.kind === 'answered' ? textField(got.json, 'error_description') : undefined;
  if (name === 'invalid_grant')
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.signedOut, undefined, words) };
  if (name === 'invalid_client' || name === 'unauthorized_client')
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.clientRefused, undefined, words) };
  const found = orRetry(troubleOf(context, got));
  return found.kind === 'retry' ? found : { kind: 'retry', after: null, reason: found.reason };
}
