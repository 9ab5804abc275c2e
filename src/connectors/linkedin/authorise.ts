import { isGood, orRetry } from '../_kit/http.ts';
import { codeOf, tokenFor } from '../_kit/oauth.ts';
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
import { sessionOf, TOKENS } from './tokens.ts';
import { API, SCOPES, send, trouble } from './wire.ts';

const CONSENT = 'https://www.linkedin.com/oauth/v2/authorization';

/**
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow, without PKCE, which is there for native
 * applications only; and the organisations for which whoever let us in may post.
 */
export const authorise: Authorise = { begin, finish };

function begin(
  _context: ConnectorContext,
  settings: Settings,
  door: Door,
): Promise<{ url: string; kept: Session }> {
  const clientId = settings['clientId']?.trim() ?? '';
  const clientSecret = settings['clientSecret']?.trim() ?? '';
  for (const [name, value] of Object.entries({ clientId, clientSecret })) {
    if (!value) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.settingMissing, { field: name }));
  }
  const url = new URL(CONSENT);
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: door.redirectUri,
    state: door.state,
    scope: SCOPES.join(' '),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return Promise.resolve({ url: url.href, kept: { clientId, clientSecret } });
}

async function finish(context: ConnectorContext, _settings: Settings, back: Back): Promise<Connected[]> {
  if (back.query['error']?.startsWith('user_cancelled'))
    throw new ConnectorFault('rejected', reason(NETWORK_REASONS.consentRefused));
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: codeOf(back),
    client_id: textField(back.kept, 'clientId') ?? '',
    client_secret: textField(back.kept, 'clientSecret') ?? '',
    redirect_uri: back.redirectUri,
  });
  const token = await tokenFor(context, { url: TOKENS, form });
  const session = sessionOf(context, token, back.kept);
  if (!session) throw new ConnectorFault('retry', reason(NETWORK_REASONS.unreadable, { status: 200 }));
  const given = textField(token, 'scope')?.split(/[\s,]+/);
  const missing = given && SCOPES.find((scope) => !given.includes(scope));
  if (missing) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.scopeMissing, { scope: missing }));
  const ids = await organisationsOf(context, session);
  const list: Connected[] = [];
  for (const id of ids) list.push(await organisation(context, session, id));
  return list;
}

/** Roles that may post for the organisation; one is written in two ways in the documentation. */
const MAY_POST = new Set(['ADMINISTRATOR', 'CONTENT_ADMINISTRATOR', 'CONTENT_ADMIN']);
/** Nobody looks after more, and each is asked for by itself. */
const MOST = 100;

/** `GET /organizationAcls?q=roleAssignee`. @throws ConnectorFault where there is none */
async function organisationsOf(context: ConnectorContext, session: Session): Promise<string[]> {
  const url = `${API}/organizationAcls?q=roleAssignee&state=APPROVED&start=0&count=${MOST}`;
  const json = await asked(context, session, url);
  const ids = rolesIn(json).map(({ id }) => id);
  if (ids.length === 0) throw new ConnectorFault('rejected', reason('no-organisation'));
  return [...new Set(ids)];
}

/** The organisations in an answer of `organizationAcls` for which this person may post. */
export function rolesIn(json: Json): { id: string }[] {
  const list = field(json, 'elements');
  return (Array.isArray(list) ? list : []).flatMap((it) => {
    const urn = textField(it, 'organization') ?? textField(it, 'organizationTarget') ?? '';
    const id = /^urn:li:organization(?:Brand)?:(\d+)$/.exec(urn)?.[1];
    return id !== undefined && MAY_POST.has(textField(it, 'role') ?? '') ? [{ id }] : [];
  });
}

async function organisation(context: ConnectorContext, session: Session, id: string): Promise<Connected> {
  const json = await asked(context, session, `${API}/organizations/${id}`);
  const name = textField(json, 'localizedName')?.trim() || id;
  const vanity = textField(json, 'vanityName');
  return {
    networkId: id,
    handle: vanity ?? name,
    displayName: name,
    url: `https://www.linkedin.com/company/${encodeURIComponent(vanity ?? id)}/`,
    settings: { clientId: textField(session, 'clientId') ?? '' },
    session,
  };
}

/** @throws ConnectorFault */
async function asked(context: ConnectorContext, session: Session, url: string): Promise<Json> {
  const got = await send(context, session, { url });
  if (isGood(got)) return got.json;
  const found = orRetry(trouble(context, got));
  throw new ConnectorFault(found.kind === 'reauthorise' ? 'rejected' : found.kind, found.reason);
}
