import { exchange, isGood, orRetry } from '../_kit/http.ts';
import { codeOf, consentUrl, tokenFor } from '../_kit/oauth.ts';
import { NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
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
import { SCOPES, trouble, withToken } from './wire.ts';

/** OAuth as https://docs.joinmastodon.org/client/authorized/ has it; PKCE since 4.3, ignored by older servers. */
export const authorise: Authorise = { begin, finish };

/** Registers Glasnik at the server (`POST /api/v1/apps`): nothing has to be registered by hand. */
async function begin(
  context: ConnectorContext,
  settings: Settings,
  door: Door,
): Promise<{ url: string; kept: Session }> {
  const server = serverIn(settings['server'] ?? '');
  const got = await exchange(context, {
    method: 'POST',
    url: `${server}/api/v1/apps`,
    json: { client_name: 'Glasnik', redirect_uris: door.redirectUri, scopes: SCOPES },
  });
  const [clientId, clientSecret] = ['client_id', 'client_secret'].map((name) =>
    isGood(got) ? textField(got.json, name) : undefined,
  );
  if (!clientId || !clientSecret) {
    if (got.kind === 'answered' && (got.status === 404 || (got.status < 300 && !clientId))) {
      throw new ConnectorFault('rejected', reason('not-mastodon', { server: new URL(server).host }));
    }
    const found = orRetry(trouble(context, got));
    throw new ConnectorFault(found.kind, found.reason);
  }
  const url = consentUrl(`${server}/oauth/authorize`, door, { client_id: clientId, scope: SCOPES });
  return { url, kept: { server, clientId, clientSecret } };
}

async function finish(context: ConnectorContext, _settings: Settings, back: Back): Promise<Connected[]> {
  const [server = '', clientId = '', clientSecret = ''] = ['server', 'clientId', 'clientSecret'].map((name) =>
    textField(back.kept, name),
  );
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: codeOf(back),
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: back.redirectUri,
    code_verifier: back.verifier,
    scope: SCOPES,
  });
  const token = await tokenFor(context, { url: `${server}/oauth/token`, form });
  const accessToken = textField(token, 'access_token') ?? '';
  const scope = textField(token, 'scope') ?? '';
  const got = await exchange(
    context,
    withToken({ url: `${server}/api/v1/accounts/verify_credentials` }, accessToken),
  );
  if (!isGood(got)) {
    const found = orRetry(trouble(context, got));
    throw new ConnectorFault(found.kind, found.reason);
  }
  return [connectedOf(server, got.json, { accessToken, scope })];
}

function connectedOf(server: string, account: Json, session: Session): Connected {
  const id = textField(account, 'id');
  const acct = textField(account, 'acct');
  if (!id || !acct) throw new ConnectorFault('retry', reason(NETWORK_REASONS.unreadable, { status: 200 }));
  const handle = acct.includes('@') ? acct : `${acct}@${new URL(server).host}`;
  return {
    // Ids are the server's own, so the server belongs to them.
    networkId: `${new URL(server).host}/${id}`,
    handle,
    displayName: textField(account, 'display_name')?.trim() || handle,
    url: textField(account, 'url') ?? `${server}/@${acct}`,
    settings: { server },
    session,
  };
}

/** The account's id at its own server. */
export const ownId = (networkId: string): string => networkId.slice(networkId.indexOf('/') + 1);

/** `mastodon.social`, `https://mastodon.social/@opcina` and `@opcina@mastodon.social` all name the server. */
export function serverIn(typed: string): string {
  const text = typed.trim();
  if (text === '')
    throw new ConnectorFault('rejected', reason(NETWORK_REASONS.settingMissing, { field: 'server' }));
  const address = /^https?:\/\//i.test(text) ? text : `https://${text.slice(text.lastIndexOf('@') + 1)}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url?.hostname)
    throw new ConnectorFault('rejected', reason(NETWORK_REASONS.badAddress, { field: 'server' }));
  return url.origin;
}
