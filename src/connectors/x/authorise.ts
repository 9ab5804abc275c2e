import { exchange, isGood, orRetry } from '../_kit/http.ts';
import { codeOf, consentUrl, tokenFor } from '../_kit/oauth.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  Authorise,
  Back,
  Check,
  Connected,
  ConnectedAccount,
  ConnectorContext,
  Diagnosis,
  Door,
  Session,
  Settings,
} from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { appOf, renew, tokenCall, untilOf } from './session.ts';
import { API, openAccount, trouble, withToken } from './wire.ts';

/** Rights that are asked for; without `offline.access` there is no refresh token. */
const SCOPES = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'];
const CONSENT_PAGE = 'https://x.com/i/oauth2/authorize';
const ME = `${API}/users/me`;

/** https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token */
export const authorise: Authorise = { begin, finish };

function begin(
  _context: ConnectorContext,
  settings: Settings,
  door: Door,
): Promise<{ url: string; kept: Session }> {
  const kept: Record<string, string> = {};
  for (const name of ['clientId', 'clientSecret']) {
    const value = settings[name]?.trim();
    if (!value) {
      return Promise.reject(
        new ConnectorFault('rejected', reason(NETWORK_REASONS.settingMissing, { field: name })),
      );
    }
    kept[name] = value;
  }
  const url = consentUrl(CONSENT_PAGE, door, {
    client_id: kept['clientId'] ?? '',
    scope: SCOPES.join(' '),
  });
  return Promise.resolve({ url, kept });
}

async function finish(context: ConnectorContext, _settings: Settings, back: Back): Promise<Connected[]> {
  const app = appOf(back.kept);
  const token = await tokenFor(
    context,
    tokenCall(app, {
      grant_type: 'authorization_code',
      code: codeOf(back),
      redirect_uri: back.redirectUri,
      code_verifier: back.verifier,
    }),
  );
  const [accessToken = '', refreshToken, scope = ''] = ['access_token', 'refresh_token', 'scope'].map(
    (name) => textField(token, name),
  );
  if (!refreshToken) throw new ConnectorFault('rejected', reason('no-refresh-token'));
  const got = await exchange(context, withToken({ url: ME }, accessToken));
  const me = isGood(got) ? field(got.json, 'data') : undefined;
  const [id, username] = [textField(me, 'id'), textField(me, 'username')];
  if (!id || !username) {
    const found = orRetry(trouble(context, got));
    throw new ConnectorFault(found.kind, found.reason, found.kind === 'retry' ? found.after : null);
  }
  return [
    {
      networkId: id,
      handle: username,
      displayName: textField(me, 'name') || username,
      url: `https://x.com/${username}`,
      settings: { clientId: app.clientId },
      session: { ...app, accessToken, refreshToken, scope, accessUntil: untilOf(context, token) },
    },
  ];
}

/** @throws ConnectorFault */
export async function refresh(context: ConnectorContext, account: ConnectedAccount): Promise<Session> {
  const renewed = await renew(context, account.session);
  if (renewed.kind === 'renewed') return renewed.session;
  throw new ConnectorFault(renewed.kind, renewed.reason, renewed.kind === 'retry' ? renewed.after : null);
}

/** Network reachable, sign-in good, rights that publishing needs. */
export async function diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis> {
  const got = await openAccount(context, account).ask({ url: ME });
  if (got.kind === 'done' && isGood(got.answer)) {
    const checks = [
      { code: 'server', state: 'good' },
      { code: 'session', state: 'good' },
    ] as const;
    return { checks: [...checks, rightsCheck(account)] };
  }
  const found = got.kind === 'done' ? orRetry(trouble(context, got.answer)) : got;
  if (found.kind === 'retry') return { checks: [{ code: 'server', state: 'warning', reason: found.reason }] };
  return {
    checks: [
      { code: 'server', state: 'good' },
      { code: 'session', state: 'bad', reason: found.reason },
    ],
  };
}

/** Of what the token was given for. */
function rightsCheck({ session }: ConnectedAccount): Check {
  const given = (textField(session, 'scope') ?? '').split(/\s+/);
  const missing = ['tweet.write', 'media.write'].find((right) => !given.includes(right));
  if (missing === undefined) return { code: 'rights', state: 'good' };
  return { code: 'rights', state: 'bad', reason: reason(NETWORK_REASONS.scopeMissing, { scope: missing }) };
}
