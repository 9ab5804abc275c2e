import { exchange, isGood, orRetry, type Exchange } from '../_kit/http.ts';
import { codeOf } from '../_kit/oauth.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  Authorise,
  Back,
  Connected,
  ConnectorContext,
  Door,
  Json,
  Session,
  Settings,
} from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { sessionOf } from './tokens.ts';
import { ask, AUTHORISE, CODES, faultIn, HOST, SCOPES, trouble } from './wire.ts';

/**
 * Business Login for Instagram
 * (https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/business-login); no PKCE
 * there. Instagram fetches pictures by itself and takes no post without one, so without a public address it is not begun.
 */
export const authorise: Authorise = { begin, finish };

function begin(
  context: ConnectorContext,
  settings: Settings,
  door: Door,
): Promise<{ url: string; kept: Session }> {
  const appId = settings['appId']?.trim() ?? '';
  const appSecret = settings['appSecret']?.trim() ?? '';
  for (const [name, value] of Object.entries({ appId, appSecret })) {
    if (!value) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.settingMissing, { field: name }));
  }
  if (!context.lend) throw new ConnectorFault('rejected', reason('no-public-address'));
  const url = new URL(AUTHORISE);
  const query = {
    client_id: appId,
    redirect_uri: door.redirectUri,
    response_type: 'code',
    scope: SCOPES.join(','),
    state: door.state,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return Promise.resolve({ url: url.href, kept: { appId, appSecret } });
}

async function finish(context: ConnectorContext, _settings: Settings, back: Back): Promise<Connected[]> {
  const app = {
    appId: textField(back.kept, 'appId') ?? '',
    appSecret: textField(back.kept, 'appSecret') ?? '',
  };
  const short = await exchange(context, {
    method: 'POST',
    url: CODES,
    form: new URLSearchParams({
      client_id: app.appId,
      client_secret: app.appSecret,
      grant_type: 'authorization_code',
      redirect_uri: back.redirectUri,
      code: codeOf(back),
    }),
  });
  const given = isGood(short) ? grantIn(short.json) : null;
  if (!given) throw refusedToken(context, short);
  const missing = SCOPES.find((scope) => given.permissions && !given.permissions.includes(scope));
  if (missing) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.scopeMissing, { scope: missing }));
  const url = new URL(`${HOST}/access_token`);
  url.searchParams.set('grant_type', 'ig_exchange_token');
  url.searchParams.set('client_secret', app.appSecret);
  url.searchParams.set('access_token', given.token);
  const long = await exchange(context, { url: url.href });
  const session = sessionOf(context, long, app);
  if (!session) throw refusedToken(context, long);
  return [await whoIs(context, app.appId, session)];
}

/** The grant comes by itself, or as the one entry of `data`; its permissions as a list, or as words with commas. */
function grantIn(json: Json): { token: string; permissions: readonly string[] | null } | null {
  const data = field(json, 'data');
  const grant = Array.isArray(data) ? data[0] : json;
  const token = textField(grant, 'access_token');
  if (!token) return null;
  const permissions = field(grant, 'permissions');
  if (typeof permissions === 'string') return { token, permissions: permissions.split(/[\s,]+/) };
  return { token, permissions: Array.isArray(permissions) ? permissions.map(String) : null };
}

/** This endpoint words its errors in a way of its own: `error_type`, `code`, `error_message`. */
function refusedToken(context: ConnectorContext, got: Exchange): ConnectorFault {
  const own = got.kind === 'answered' ? textField(got.json, 'error_message') : undefined;
  const words = own ?? faultIn(got)?.words ?? '';
  const isNo = got.kind === 'answered' && got.status >= 400 && got.status < 500 && own !== undefined;
  if (isNo && /client|redirect_uri|platform app/i.test(words)) {
    return new ConnectorFault('rejected', reason(NETWORK_REASONS.clientRefused, undefined, words));
  }
  const found = orRetry(trouble(context, got));
  if (found.kind === 'retry') return new ConnectorFault('retry', found.reason);
  return new ConnectorFault('rejected', reason(NETWORK_REASONS.consentFailed, undefined, words));
}

async function whoIs(context: ConnectorContext, appId: string, session: Session): Promise<Connected> {
  const got = await ask(context, { session }, { path: '/me', query: { fields: 'user_id,username,name' } });
  if (!isGood(got)) {
    const found = orRetry(trouble(context, got));
    throw new ConnectorFault(found.kind === 'reauthorise' ? 'rejected' : found.kind, found.reason);
  }
  const id = field(got.json, 'user_id');
  const username = textField(got.json, 'username');
  if ((typeof id !== 'string' && typeof id !== 'number') || !username)
    throw new ConnectorFault('retry', reason(NETWORK_REASONS.unreadable, { status: got.status }));
  return {
    networkId: String(id),
    handle: `@${username}`,
    displayName: textField(got.json, 'name')?.trim() || username,
    url: `https://www.instagram.com/${username}/`,
    settings: { appId },
    session,
  };
}
