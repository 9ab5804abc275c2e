import { exchange, isGood, orRetry, type Exchange } from '../_kit/http.ts';
import { codeOf } from '../_kit/oauth.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { Authorise, Back, Connected, ConnectorContext, Door, Session, Settings } from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { sessionOf } from './tokens.ts';
import { ask, AUTHORISE, faultIn, HOST, SCOPES, trouble } from './wire.ts';

/** As https://developers.facebook.com/documentation/threads/get-started/get-access-tokens-and-permissions has it; no PKCE there. */
export const authorise: Authorise = { begin, finish };

function begin(
  _context: ConnectorContext,
  settings: Settings,
  door: Door,
): Promise<{ url: string; kept: Session }> {
  const appId = settings['appId']?.trim() ?? '';
  const appSecret = settings['appSecret']?.trim() ?? '';
  for (const [name, value] of Object.entries({ appId, appSecret })) {
    if (!value) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.settingMissing, { field: name }));
  }
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
    url: `${HOST}/oauth/access_token`,
    form: new URLSearchParams({
      client_id: app.appId,
      client_secret: app.appSecret,
      grant_type: 'authorization_code',
      redirect_uri: back.redirectUri,
      code: codeOf(back),
    }),
  });
  const token = isGood(short) ? textField(short.json, 'access_token') : undefined;
  if (!token) throw refusedToken(context, short);
  const url = new URL(`${HOST}/access_token`);
  url.searchParams.set('grant_type', 'th_exchange_token');
  url.searchParams.set('client_secret', app.appSecret);
  url.searchParams.set('access_token', token);
  const long = await exchange(context, { url: url.href });
  const session = sessionOf(context, long, app);
  if (!session) throw refusedToken(context, long);
  return [await whoIs(context, app.appId, session)];
}

/** This endpoint words its errors in a way of its own: `error_type`, `code`, `error_message`. */
function refusedToken(context: ConnectorContext, got: Exchange): ConnectorFault {
  const own = got.kind === 'answered' ? textField(got.json, 'error_message') : undefined;
  const words = own ?? faultIn(got)?.words ?? '';
  const isNo = got.kind === 'answered' && got.status >= 400 && got.status < 500 && own !== undefined;
  if (/client|redirect_uri|platform app/i.test(words) && (isNo || faultIn(got)?.code === 101)) {
    return new ConnectorFault('rejected', reason(NETWORK_REASONS.clientRefused, undefined, words));
  }
  const found = orRetry(trouble(context, got));
  if (found.kind === 'retry') return new ConnectorFault('retry', found.reason);
  return new ConnectorFault('rejected', reason(NETWORK_REASONS.consentFailed, undefined, words));
}

async function whoIs(context: ConnectorContext, appId: string, session: Session): Promise<Connected> {
  const got = await ask(context, { session }, { path: '/me', query: { fields: 'id,username,name' } });
  const id = isGood(got) ? field(got.json, 'id') : undefined;
  const username = isGood(got) ? textField(got.json, 'username') : undefined;
  if (!isGood(got)) {
    const found = orRetry(trouble(context, got));
    throw new ConnectorFault(found.kind === 'reauthorise' ? 'rejected' : found.kind, found.reason);
  }
  if (typeof id !== 'string' || !username)
    throw new ConnectorFault('retry', reason(NETWORK_REASONS.unreadable, { status: got.status }));
  return {
    networkId: id,
    handle: `@${username}`,
    displayName: textField(got.json, 'name')?.trim() || username,
    url: `https://www.threads.com/@${username}`,
    settings: { appId },
    session,
  };
}
