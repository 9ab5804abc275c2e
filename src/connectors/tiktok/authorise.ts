import { exchange, isGood, orRetry, troubleOf } from '../_kit/http.ts';
import { codeOf } from '../_kit/oauth.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  Authorise,
  Back,
  Connected,
  ConnectedAccount,
  ConnectorContext,
  Door,
  Json,
  Session,
  Settings,
} from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { renew, sessionOf, tokenCall } from './session.ts';
import { API, dataOf, SCOPES, trouble, withToken } from './wire.ts';

/**
 * Login Kit (https://developers.tiktok.com/doc/login-kit-web, read 2026-12-01). Where a person does everything there is no page to go
 * to: we come back at once.
 */
export const authorise: Authorise = { begin, finish };

const CONSENT_PAGE = 'https://www.tiktok.com/v2/auth/authorize/';
/** Comes back in the place of TikTok's code. */
const NO_PAGE = 'by-hand';

const missing = (name: string) =>
  new ConnectorFault('rejected', reason(NETWORK_REASONS.settingMissing, { field: name }));

async function begin(
  _context: ConnectorContext,
  settings: Settings,
  door: Door,
): Promise<{ url: string; kept: Session }> {
  const way = settings['way']?.trim() ?? '';
  if (way !== 'task' && way !== 'inbox') throw missing('way');
  const handle = settings['handle']?.trim().replace(/^@/, '') ?? '';
  if (handle === '') throw missing('handle');
  // Letters, digits, underscores and periods (https://support.tiktok.com/en/getting-started/setting-up-your-profile/changing-your-username).
  if (!/^[\w.]{2,24}$/.test(handle)) throw new ConnectorFault('rejected', reason('handle-bad'));
  if (way === 'task') {
    const url = new URL(door.redirectUri);
    url.searchParams.set('code', NO_PAGE);
    url.searchParams.set('state', door.state);
    return { url: url.href, kept: { way, handle } };
  }
  const app: Record<string, string> = {};
  for (const name of ['clientKey', 'clientSecret']) {
    app[name] = settings[name]?.trim() ?? '';
    if (app[name] === '') throw missing(name);
  }
  return { url: consentUrl(app['clientKey'] ?? '', door), kept: { way, handle, ...app } };
}

/**
 * It calls the id of an application its key. A challenge it takes only from programs on a person's own machine, which come back to
 * a loopback address, and then as hex and not as RFC 7636 has it (https://developers.tiktok.com/doc/login-kit-desktop).
 */
function consentUrl(clientKey: string, door: Door): string {
  const url = new URL(CONSENT_PAGE);
  const isLoopback = ['127.0.0.1', 'localhost'].includes(new URL(door.redirectUri).hostname);
  const challenge = Buffer.from(door.challenge, 'base64url').toString('hex');
  const params = {
    client_key: clientKey,
    response_type: 'code',
    scope: SCOPES.join(','),
    redirect_uri: door.redirectUri,
    state: door.state,
    ...(isLoopback ? { code_challenge: challenge, code_challenge_method: 'S256' } : {}),
  };
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.href;
}

async function finish(context: ConnectorContext, _settings: Settings, back: Back): Promise<Connected[]> {
  const { kept } = back;
  const handle = textField(kept, 'handle') ?? '';
  const address = `https://www.tiktok.com/@${handle}`;
  if (textField(kept, 'way') === 'task') {
    const settings = { way: 'task', handle };
    return [{ networkId: handle, handle, displayName: handle, url: address, settings, session: {} }];
  }
  const session = await tokenOf(context, back);
  const given = (textField(session, 'scope') ?? '').split(',');
  const scope = SCOPES.find((it) => !given.includes(it));
  if (scope) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.scopeMissing, { scope }));
  const call = { url: `${API}/user/info/?fields=open_id,display_name` };
  const got = await exchange(context, withToken(call, textField(session, 'accessToken') ?? ''));
  const user = field(dataOf(got), 'user');
  const networkId = textField(user, 'open_id');
  if (!networkId) {
    const found = orRetry(trouble(context, got));
    throw new ConnectorFault(found.kind === 'retry' ? 'retry' : 'rejected', found.reason);
  }
  const displayName = textField(user, 'display_name') || handle;
  const settings = { way: 'inbox', handle, clientKey: textField(session, 'clientKey') ?? '' };
  return [{ networkId, handle, displayName, url: address, settings, session }];
}

/** Errors come with 400 as well as with 200. @throws ConnectorFault */
async function tokenOf(context: ConnectorContext, back: Back): Promise<Session> {
  const isLoopback = ['127.0.0.1', 'localhost'].includes(new URL(back.redirectUri).hostname);
  const got = await exchange(
    context,
    tokenCall(back.kept, {
      grant_type: 'authorization_code',
      code: codeOf(back),
      redirect_uri: back.redirectUri,
      ...(isLoopback ? { code_verifier: back.verifier } : {}),
    }),
  );
  const session = isGood(got) ? sessionOf(context, got.json, back.kept) : null;
  if (session) return session;
  const json: Json | undefined = got.kind === 'answered' && got.status < 500 ? got.json : undefined;
  const error = textField(json, 'error');
  if (error !== undefined && /^[a-z_]{3,40}$/.test(error)) {
    const isOurs = error === 'invalid_client' || error === 'unauthorized_client';
    const code = isOurs ? NETWORK_REASONS.clientRefused : NETWORK_REASONS.consentFailed;
    throw new ConnectorFault('rejected', reason(code, undefined, textField(json, 'error_description')));
  }
  const found = orRetry(troubleOf(context, got));
  throw new ConnectorFault(found.kind === 'retry' ? 'retry' : 'rejected', found.reason);
}

/** @throws ConnectorFault */
export async function refresh(context: ConnectorContext, account: ConnectedAccount): Promise<Session> {
  if (account.settings['way'] !== 'inbox') return account.session;
  const renewed = await renew(context, account.session);
  if (renewed.kind === 'renewed') return renewed.session;
  throw new ConnectorFault(renewed.kind, renewed.reason, renewed.kind === 'retry' ? renewed.after : null);
}
