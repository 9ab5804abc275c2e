import { exchange, isGood, orRetry, troubleOf, type Call } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectorContext, Grant, Json, Renewal, Session } from '../contract.ts';

const TOKEN_URL = 'https://api.x.com/2/oauth2/token';

/** A request to the token endpoint as a confidential client: the id and the secret as Basic. */
export const tokenCall = (
  app: { clientId: string; clientSecret: string },
  form: Record<string, string>,
): Call => ({
  method: 'POST',
  url: TOKEN_URL,
  headers: {
    authorization: `Basic ${Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64')}`,
  },
  form: new URLSearchParams({ ...form, client_id: app.clientId }),
});

/** The app that a session belongs to: it is needed for every renewal. */
export const appOf = (session: Session): { clientId: string; clientSecret: string } => ({
  clientId: textField(session, 'clientId') ?? '',
  clientSecret: textField(session, 'clientSecret') ?? '',
});

/** When the access token ends, ISO 8601 UTC; null where the network does not say (`expires_in`, seconds). */
export function untilOf(context: ConnectorContext, token: Json): string | null {
  const seconds = field(token, 'expires_in');
  if (typeof seconds !== 'number' || !(seconds > 0)) return null;
  return context.clock
    .now()
    .add({ seconds: Math.floor(seconds) })
    .toString();
}

/** Every renewal brings a new refresh token, so the grant has no end of its own that the network would tell of. */
export const grantOf = (session: Session): Grant => ({
  accessUntil: textField(session, 'accessUntil') ?? null,
  endsAt: null,
});

/**
 * A new session from the refresh token (https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code). It
 * is replaced at every renewal, so what comes back is stored before it is used. Dead is only what the network calls an
 * invalid token, or an app whose secret is another by now; everything else is a blip.
 */
export async function renew(context: ConnectorContext, session: Session): Promise<Renewal> {
  const refreshToken = textField(session, 'refreshToken') ?? '';
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
  const got = await exchange(context, tokenCall(appOf(session), form));
  if (isGood(got)) {
    const accessToken = textField(got.json, 'access_token');
    if (!accessToken) {
      return {
        kind: 'retry',
        after: null,
        reason: reason(NETWORK_REASONS.unreadable, { status: got.status }),
      };
    }
    const fresh = textField(got.json, 'refresh_token') || refreshToken;
    const accessUntil = untilOf(context, got.json);
    return { kind: 'renewed', session: { ...session, accessToken, refreshToken: fresh, accessUntil } };
  }
  if (got.kind === 'answered' && (got.status === 400 || got.status === 401)) {
    const error = textField(got.json, 'error') ?? '';
    const words = textField(got.json, 'error_description') ?? error;
    if (error === 'invalid_grant' || /token was invalid/i.test(words)) {
      return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.signedOut, undefined, words) };
    }
    if (error === 'invalid_client' || error === 'unauthorized_client') {
      return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.clientRefused, undefined, words) };
    }
  }
  const found = orRetry(troubleOf(context, got));
  return found.kind === 'retry' ? found : { kind: 'retry', after: null, reason: found.reason };
}
