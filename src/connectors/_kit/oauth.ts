import type { Back, ConnectorContext, Door, Json } from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { exchange, isGood, orRetry, troubleOf, type Call, type Exchange } from './http.ts';
import { NETWORK_REASONS, reason, textField } from './reasons.ts';

/** The network's page on which a person lets us in (RFC 6749, 4.1.1, with PKCE of RFC 7636). */
export function consentUrl(page: string, door: Door, more: Record<string, string>): string {
  const url = new URL(page);
  const params = {
    response_type: 'code',
    redirect_uri: door.redirectUri,
    state: door.state,
    code_challenge: door.challenge,
    code_challenge_method: 'S256',
    ...more,
  };
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.href;
}

/** The code that came back. @throws ConnectorFault where the person or the network said no instead */
export function codeOf(back: Back): string {
  const { code, error, error_description: words } = back.query;
  if (error === 'access_denied') throw new ConnectorFault('rejected', reason(NETWORK_REASONS.consentRefused));
  if (error === 'temporarily_unavailable' || error === 'server_error') {
    throw new ConnectorFault('retry', reason(NETWORK_REASONS.serverError, { status: 503 }, words));
  }
  if (code) return code;
  throw new ConnectorFault('rejected', reason(NETWORK_REASONS.consentFailed, undefined, words ?? error));
}

/** What the token endpoint answered to a code. @throws ConnectorFault */
export async function tokenFor(
  context: ConnectorContext,
  call: Omit<Call, 'method'>,
): Promise<Json & { [key: string]: Json }> {
  const got = await exchange(context, { method: 'POST', ...call });
  if (isGood(got) && textField(got.json, 'access_token')) return got.json as { [key: string]: Json };
  const name = oauthError(got);
  if (name !== undefined) {
    const words = got.kind === 'answered' ? textField(got.json, 'error_description') : undefined;
    const code = OUR_SIDE.has(name) ? NETWORK_REASONS.clientRefused : NETWORK_REASONS.consentFailed;
    throw new ConnectorFault('rejected', reason(code, undefined, words ?? name));
  }
  const found = orRetry(troubleOf(context, got));
  throw new ConnectorFault(found.kind === 'reauthorise' ? 'rejected' : found.kind, found.reason);
}

/** Errors that speak of the app that was registered, not of the person. */
const OUR_SIDE = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_redirect_uri',
  'redirect_uri_mismatch',
]);

/** The `error` of RFC 6749, 5.2; other error bodies have no such name in that place. */
const oauthError = (got: Exchange): string | undefined => {
  if (got.kind !== 'answered' || got.status < 400 || got.status >= 500 || got.status === 429)
    return undefined;
  const name = textField(got.json, 'error');
  return name !== undefined && /^[a-z_]{3,40}$/.test(name) ? name : undefined;
};
