import { isGood, orRetry, type Exchange } from '../_kit/http.ts';
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
import { inspect, type Inspected } from './inspect.ts';
import { appToken, ask, DIALOG, faultIn, SCOPES, trouble, type App } from './wire.ts';

/**
 * Facebook Login as https://developers.facebook.com/documentation/facebook-login/guides/advanced/manual-flow has it, and
 * the Pages of whoever let us in. With a system user's token there is no page to go to: we come back at once.
 */
export const authorise: Authorise = { begin, finish };

/** Comes back in the place of Facebook's code where a system user's token was typed. */
const NO_PAGE = 'system-user';

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
  const systemToken = settings['systemToken']?.trim() ?? '';
  const url = new URL(systemToken ? door.redirectUri : DIALOG);
  const query: Record<string, string> = systemToken
    ? { code: NO_PAGE }
    : {
        client_id: appId,
        redirect_uri: door.redirectUri,
        response_type: 'code',
        scope: SCOPES.join(','),
      };
  for (const [name, value] of Object.entries({ ...query, state: door.state }))
    url.searchParams.set(name, value);
  const kept = { appId, appSecret, ...(systemToken ? { systemToken } : {}) };
  return Promise.resolve({ url: url.href, kept });
}

async function finish(context: ConnectorContext, _settings: Settings, back: Back): Promise<Connected[]> {
  const app = { id: textField(back.kept, 'appId') ?? '', secret: textField(back.kept, 'appSecret') ?? '' };
  const systemToken = textField(back.kept, 'systemToken');
  const token = systemToken ?? (await userToken(context, app, back));
  const inspected = await inspect(context, app, token);
  if (!('scopes' in inspected)) {
    const kind = inspected.kind === 'retry' ? 'retry' : 'rejected';
    const code = systemToken !== undefined && kind === 'rejected' ? 'system-token-refused' : null;
    throw new ConnectorFault(kind, code ? reason(code, undefined, inspected.reason.said) : inspected.reason);
  }
  const missing = SCOPES.find((scope) => !inspected.scopes.includes(scope));
  if (missing) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.scopeMissing, { scope: missing }));
  return pagesOf(context, app, { token, inspected, isSystem: systemToken !== undefined });
}

/** The code for a token of an hour, and that for one of sixty days, whose Page tokens do not end by themselves. */
async function userToken(context: ConnectorContext, app: App, back: Back): Promise<string> {
  const client = { client_id: app.id, client_secret: app.secret };
  const short = await tokenBy(context, app, {
    ...client,
    redirect_uri: back.redirectUri,
    code: codeOf(back),
  });
  return tokenBy(context, app, { ...client, grant_type: 'fb_exchange_token', fb_exchange_token: short });
}

/** `GET /oauth/access_token`, sent as a form so that no secret stands in an address. @throws ConnectorFault */
export async function tokenBy(
  context: ConnectorContext,
  app: App,
  form: Record<string, string>,
): Promise<string> {
  const who = { token: appToken(app), app };
  const got = await ask(context, who, {
    method: 'POST',
    path: '/oauth/access_token',
    form: new URLSearchParams(form),
  });
  const token = isGood(got) ? textField(got.json, 'access_token') : undefined;
  if (token) return token;
  throw refusedToken(context, got);
}

function refusedToken(context: ConnectorContext, got: Exchange): ConnectorFault {
  const { code = 0, words = '' } = faultIn(got) ?? {};
  // The code 1 is a wrong secret as well as an unknown fault; 101 and 191 are a wrong app and a wrong return address.
  if (code === 101 || code === 191 || (code === 1 && /client secret/i.test(words))) {
    return new ConnectorFault('rejected', reason(NETWORK_REASONS.clientRefused, undefined, words));
  }
  const found = orRetry(trouble(context, got));
  if (found.kind === 'retry') return new ConnectorFault('retry', found.reason);
  return new ConnectorFault('rejected', reason(NETWORK_REASONS.consentFailed, undefined, words));
}

const MOST_PAGES = 10;

/** `GET /me/accounts`: each Page with its own token and with what this person may do on it. */
async function pagesOf(
  context: ConnectorContext,
  app: App,
  grant: { token: string; inspected: Inspected; isSystem: boolean },
): Promise<Connected[]> {
  const pages: Json[] = [];
  let after: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const got = await ask(
      context,
      { token: grant.token, app },
      {
        path: '/me/accounts',
        query: {
          fields: 'id,name,username,link,access_token,tasks',
          limit: '100',
          ...(after ? { after } : {}),
        },
      },
    );
    const list = isGood(got) ? field(got.json, 'data') : undefined;
    if (!isGood(got) || !Array.isArray(list)) {
      const found = orRetry(trouble(context, got));
      throw new ConnectorFault(found.kind === 'reauthorise' ? 'rejected' : found.kind, found.reason);
    }
    pages.push(...list);
    const paging = field(got.json, 'paging');
    after = textField(paging, 'next') ? textField(field(paging, 'cursors'), 'after') : undefined;
    if (!after) break;
  }
  if (pages.length === 0) throw new ConnectorFault('rejected', reason('no-page'));
  const usable = pages.flatMap((page) => connectedOf(page, app, grant) ?? []);
  if (usable.length === 0) throw new ConnectorFault('rejected', reason('no-role'));
  return usable;
}

function connectedOf(
  page: Json,
  app: App,
  grant: { token: string; inspected: Inspected; isSystem: boolean },
): Connected | null {
  const id = textField(page, 'id');
  const name = textField(page, 'name');
  const pageToken = textField(page, 'access_token');
  const tasks = field(page, 'tasks');
  const mayPublish = !Array.isArray(tasks) || tasks.includes('CREATE_CONTENT');
  if (!id || !name || !pageToken || !mayPublish) return null;
  return {
    networkId: id,
    handle: textField(page, 'username') ?? name,
    displayName: name,
    url: textField(page, 'link') ?? `https://www.facebook.com/${id}`,
    settings: { appId: app.id },
    session: {
      pageToken,
      appId: app.id,
      appSecret: app.secret,
      // Only a system user's token can be renewed without a person.
      ...(grant.isSystem ? { systemToken: grant.token, expiresAt: grant.inspected.expiresAt } : {}),
    },
  };
}
