import { createHmac } from 'node:crypto';
import { exchange, troubleOf, type Answered, type Call, type Exchange, type Trouble } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Json, Reason, Session } from '../contract.ts';

/** A version of the Graph API lives for about two years (https://developers.facebook.com/docs/graph-api/changelog). */
export const GRAPH = 'https://graph.facebook.com/v25.0';
/** Videos go to a host of their own (https://developers.facebook.com/documentation/video-api/guides/publishing). */
export const VIDEOS = 'https://graph-video.facebook.com/v25.0';
export const DIALOG = 'https://www.facebook.com/v25.0/dialog/oauth';

/** What publishing, finding, changing and taking down on a Page need (https://developers.facebook.com/documentation/pages-api/posts). */
export const SCOPES = ['pages_show_list', 'pages_read_engagement', 'pages_manage_posts'] as const;

export type App = { id: string; secret: string };
export const appOf = (session: Session): App => ({
  id: textField(session, 'appId') ?? '',
  secret: textField(session, 'appSecret') ?? '',
});
/** The app speaking for itself (https://developers.facebook.com/docs/facebook-login/guides/access-tokens#apptokens). */
export const appToken = ({ id, secret }: App): string => `${id}|${secret}`;
export const pageTokenOf = (session: Session): string => textField(session, 'pageToken') ?? '';

/**
 * One call of the Graph API. The token goes in a header, so that it stands in no address; with it goes the proof that
 * the caller has the app's secret (https://developers.facebook.com/docs/graph-api/guides/secure-requests).
 */
export function ask(
  context: ConnectorContext,
  who: { token: string; app: App },
  call: Omit<Call, 'url'> & { path: string; query?: Record<string, string>; home?: string },
): Promise<Exchange> {
  const { path, query, home = GRAPH, ...rest } = call;
  const url = new URL(`${home}${path}`);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  // A token of the app itself holds the secret already.
  if (who.token !== appToken(who.app)) {
    const proof = createHmac('sha256', who.app.secret).update(who.token).digest('hex');
    url.searchParams.set('appsecret_proof', proof);
  }
  const headers = { ...rest.headers, authorization: `Bearer ${who.token}` };
  return exchange(context, { ...rest, url: url.href, headers });
}

/** In the name of the Page. */
export const askAsPage = (
  context: ConnectorContext,
  { session }: Pick<ConnectedAccount, 'session'>,
  call: Parameters<typeof ask>[2],
): Promise<Exchange> => ask(context, { token: pageTokenOf(session), app: appOf(session) }, call);

export type GraphFault = { code: number; subcode: number; isTransient: boolean; words: string };

/** The error of an answer (https://developers.facebook.com/docs/graph-api/guides/error-handling). */
export function faultIn(it: Exchange): GraphFault | null {
  const error = it.kind === 'answered' ? field(it.json, 'error') : undefined;
  const code = field(error, 'code');
  if (typeof code !== 'number') return null;
  const subcode = field(error, 'error_subcode');
  return {
    code,
    subcode: typeof subcode === 'number' ? subcode : 0,
    isTransient: field(error, 'is_transient') === true,
    words: textField(error, 'error_user_msg') ?? textField(error, 'message') ?? '',
  };
}

/** Limits of app, user, page and of the business use case `pages` (https://developers.facebook.com/docs/graph-api/overview/rate-limiting). */
const APP_LIMITED = 4;
const LIMITED: ReadonlySet<number> = new Set([APP_LIMITED, 17, 32, 341, 613, 80_001]);
/** Login status and token (same page as the errors). */
const SIGNED_OUT: ReadonlySet<number> = new Set([102, 190]);
const BY_SUBCODE: Readonly<Record<number, string>> = {
  458: 'app-removed',
  459: 'checkpoint',
  460: 'password-changed',
  464: 'checkpoint',
  492: 'role-lost',
};
export const DUPLICATE = 506;
/** A chunk of a video that does not follow what is there. */
export const BAD_OFFSET = 1_363_037;
/** The page behind `link` could not be read. */
export const LINK_FAULT = 1_609_005;

/** `troubleOf` with what the codes of the Graph API mean: most of them come with status 400. */
export function trouble(context: ConnectorContext, it: Exchange): Trouble {
  const fault = faultIn(it);
  const found = troubleOf(context, it, () => fault?.words);
  if (!fault || it.kind !== 'answered') return found;
  const { code, subcode, words } = fault;
  if (LIMITED.has(code)) {
    const after = regainedAt(context, it) ?? (found.kind === 'retry' ? found.after : null);
    const limited = reason(NETWORK_REASONS.rateLimited, undefined, words);
    return { kind: 'retry', after, reason: limited, ...(code === APP_LIMITED ? { of: 'app' } : {}) };
  }
  if (SIGNED_OUT.has(code)) return { kind: 'reauthorise', reason: signedOut(subcode, words) };
  if (code === 10 || (code >= 200 && code < 300)) return { kind: 'reauthorise', reason: missingRight(words) };
  if (code === 368) return { kind: 'retry', after: null, reason: reason('blocked', undefined, words) };
  if (code === DUPLICATE)
    return { kind: 'rejected', reason: reason(NETWORK_REASONS.duplicate, undefined, words) };
  // "Unknown" and "service": said also where something came of it, so a doubt and no refusal.
  if (code === 1 || code === 2 || fault.isTransient) {
    return { kind: 'doubt', reason: reason(NETWORK_REASONS.serverError, { status: it.status }, words) };
  }
  return found;
}

export const signedOut = (subcode: number, words: string): Reason =>
  reason(BY_SUBCODE[subcode] ?? NETWORK_REASONS.signedOut, undefined, words);

/** The message names the permission: "(#200) … requires pages_manage_posts permission". */
function missingRight(words: string): Reason {
  const scope = /\b(?:pages|business|publish)_[a-z_]+/.exec(words)?.[0];
  return scope
    ? reason(NETWORK_REASONS.scopeMissing, { scope }, words)
    : reason('permission-missing', undefined, words);
}

/** A post, photo or Page that is not there, or is out of our sight: the API does not tell one from the other. */
export const isGone = (it: Exchange): boolean => {
  const fault = faultIn(it);
  return fault !== null && ((fault.code === 100 && fault.subcode === 33) || fault.code === 803);
};

/** Percent of what is allowed. */
const NEARLY = 95;
const PAUSE_MINUTES = 10;

/** Minutes until calls are taken again, from `X-Business-Use-Case-Usage`; null where it does not say. */
function regainedAt(context: ConnectorContext, it: Answered): Temporal.Instant | null {
  const minutes = usesIn(it).map((use) => numberIn(use, 'estimated_time_to_regain_access'));
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? context.clock.now().add({ minutes: Math.ceil(longest) }) : null;
}

/** When to go on and who has to wait, where an answer says that an allowance is nearly used up; null where there is room. */
export function restingUntil(
  context: ConnectorContext,
  it: Exchange,
): { after: Temporal.Instant; of?: 'app' } | null {
  if (it.kind !== 'answered' || Math.max(0, ...usesIn(it).map(usedOf)) < NEARLY) return null;
  const after = regainedAt(context, it) ?? context.clock.now().add({ minutes: PAUSE_MINUTES });
  return usedOf(jsonIn(it.headers.get('x-app-usage'))) < NEARLY ? { after } : { after, of: 'app' };
}

const usedOf = (use: Json): number =>
  Math.max(...['call_count', 'total_cputime', 'total_time'].map((name) => numberIn(use, name)));

/** What stands in the three headers of use: `X-App-Usage`, `X-Page-Usage`, and by Page `X-Business-Use-Case-Usage`. */
function usesIn({ headers }: Answered): Json[] {
  const flat = ['x-app-usage', 'x-page-usage'].map((name) => jsonIn(headers.get(name)));
  const byPage = jsonIn(headers.get('x-business-use-case-usage'));
  const lists = byPage !== null && typeof byPage === 'object' ? Object.values(byPage) : [];
  return [...flat, ...lists.flat()];
}

function jsonIn(text: string | null): Json {
  try {
    return text === null ? null : (JSON.parse(text) as Json);
  } catch {
    return null;
  }
}

const numberIn = (json: Json, name: string): number => {
  const value = field(json, name);
  return typeof value === 'number' ? value : 0;
};
