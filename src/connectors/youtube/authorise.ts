import { exchange, isGood, orRetry } from '../_kit/http.ts';
import { codeOf, consentUrl, tokenFor } from '../_kit/oauth.ts';
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
import { manifest } from './manifest.ts';
import { sessionOf, TOKENS } from './session.ts';
import { API, SCOPE, trouble, withToken } from './wire.ts';

const CONSENT_PAGE = 'https://accounts.google.com/o/oauth2/v2/auth';

/**
 * https://developers.google.com/identity/protocols/oauth2/web-server, with PKCE. On Google's page the person chooses the
 * channel; the token is good for that one.
 */
export const authorise: Authorise = { begin, finish };

function begin(
  _context: ConnectorContext,
  settings: Settings,
  door: Door,
): Promise<{ url: string; kept: Session }> {
  const kept: Record<string, string> = {};
  for (const { name, options } of manifest.settings) {
    const value = settings[name]?.trim() ?? '';
    if (value === '' || (options && !options.includes(value))) {
      const why = reason(NETWORK_REASONS.settingMissing, { field: name });
      return Promise.reject(new ConnectorFault('rejected', why));
    }
    kept[name] = value;
  }
  const url = consentUrl(CONSENT_PAGE, door, {
    client_id: kept['clientId'] ?? '',
    scope: SCOPE,
    access_type: 'offline',
    // Without it a person who let us in before brings back no refresh token.
    prompt: 'consent',
  });
  return Promise.resolve({ url, kept });
}

async function finish(context: ConnectorContext, _settings: Settings, back: Back): Promise<Connected[]> {
  const { kept } = back;
  const token = await tokenFor(context, {
    url: TOKENS,
    form: new URLSearchParams({
      grant_type: 'authorization_code',
      code: codeOf(back),
      redirect_uri: back.redirectUri,
      code_verifier: back.verifier,
      client_id: textField(kept, 'clientId') ?? '',
      client_secret: textField(kept, 'clientSecret') ?? '',
    }),
  });
  const session = sessionOf(context, token, kept);
  if (!session) throw new ConnectorFault('rejected', reason('no-refresh-token'));
  // A person may take single rights off on Google's page.
  if (!hasScope(session)) {
    const scope = 'youtube.force-ssl';
    throw new ConnectorFault('rejected', reason(NETWORK_REASONS.scopeMissing, { scope }));
  }
  const settings = Object.fromEntries(
    ['clientId', 'privacy', 'madeForKids'].map((name) => [name, textField(kept, name) ?? '']),
  );
  const url = `${API}/channels?part=snippet&mine=true`;
  const got = await exchange(context, withToken({ url }, textField(session, 'accessToken') ?? ''));
  const items = isGood(got) ? field(got.json, 'items') : undefined;
  if (!isGood(got)) {
    const found = orRetry(trouble(context, got));
    throw new ConnectorFault(found.kind === 'retry' ? 'retry' : 'rejected', found.reason);
  }
  const channels = Array.isArray(items) ? items.flatMap((item) => channelOf(item, settings, session)) : [];
  if (channels.length === 0) throw new ConnectorFault('rejected', reason('no-channel'));
  return channels;
}

/** https://developers.google.com/youtube/v3/docs/channels */
function channelOf(item: Json, settings: Settings, session: Session): Connected[] {
  const id = textField(item, 'id');
  const snippet = field(item, 'snippet');
  if (!id) return [];
  const displayName = textField(snippet, 'title') || id;
  const handle = textField(snippet, 'customUrl') || displayName;
  return [
    { networkId: id, handle, displayName, url: `https://www.youtube.com/channel/${id}`, settings, session },
  ];
}

export const hasScope = (session: Session): boolean =>
  (textField(session, 'scope') ?? '').split(/\s+/).includes(SCOPE);
