import { exchange, troubleOf, type Answered, type Call, type Exchange, type Trouble } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Json } from '../contract.ts';

/** Instagram API with Instagram Login (https://developers.facebook.com/documentation/instagram-platform/content-publishing). */
export const HOST = 'https://graph.instagram.com';
export const AUTHORISE = 'https://www.instagram.com/oauth/authorize';
/** Codes are exchanged at a host of its own. */
export const CODES = 'https://api.instagram.com/oauth/access_token';
/** A version of the API lives for about two years. */
const VERSION = 'v25.0';

/** Publishing and finding (/documentation/instagram-platform/instagram-api-with-instagram-login/business-login). */
export const SCOPES = ['instagram_business_basic', 'instagram_business_content_publish'] as const;

export const tokenOf = ({ session }: Pick<ConnectedAccount, 'session'>): string =>
  textField(session, 'accessToken') ?? '';

/** One call in the account's name; the token goes in a header, so that it stands in no address. */
export function ask(
  context: ConnectorContext,
  account: Pick<ConnectedAccount, 'session'>,
  call: {
    method?: 'GET' | 'POST' | 'DELETE';
    path: string;
    query?: Record<string, string>;
    form?: Record<string, string>;
  },
): Promise<Exchange> {
  const url = new URL(`${HOST}/${VERSION}${call.path}`);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  const sent: Call = {
    url: url.href,
    headers: { authorization: `Bearer ${tokenOf(account)}` },
    ...(call.method ? { method: call.method } : {}),
    ...(call.form ? { form: new URLSearchParams(call.form) } : {}),
  };
  return exchange(context, sent);
}

type GraphFault = { code: number; subcode: number; isTransient: boolean; words: string };

/** The error of an answer (https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/error-codes). */
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

/** App, user, and the business use case `instagram` (https://developers.facebook.com/docs/graph-api/overview/rate-limiting). */
const APP_LIMITED = 4;
const LIMITED: ReadonlySet<number> = new Set([APP_LIMITED, 17, 32, 341, 613, 80_002]);

/** What the subcodes of publishing mean (the same page as the errors). */
const BUSY: ReadonlySet<number> = new Set([2_207_003, 2_207_008, 2_207_027, 2_207_032, 2_207_053]);
const REFUSED: Readonly<Record<number, string>> = {
  2_207_004: 'media-refused',
  2_207_005: 'media-refused',
  2_207_006: 'container-expired',
  2_207_009: 'media-refused',
  2_207_010: 'caption-too-long',
  2_207_020: 'container-expired',
  2_207_040: 'too-many-mentions',
  2_207_050: 'account-restricted',
  2_207_052: 'media-unreachable',
};
const QUOTA_USED = 2_207_042;
const SPAM = 2_207_051;
/** Long enough for a picture to be ready, or for the service to come to itself. */
const BUSY_PAUSE = { seconds: 30 };
const QUOTA_PAUSE = { minutes: 30 };

const BY_SUBCODE: Readonly<Record<number, string>> = {
  458: 'app-removed',
  459: 'checkpoint',
  460: 'password-changed',
  464: 'checkpoint',
};

/** `troubleOf` with what the codes of the API mean: most of them come with status 400. */
export function trouble(context: ConnectorContext, it: Exchange): Trouble {
  const fault = faultIn(it);
  const found = troubleOf(context, it, () => fault?.words);
  if (!fault || it.kind !== 'answered') return found;
  const { code, subcode, words } = fault;
  const bySubcode = publishingTrouble(context, subcode, words);
  if (bySubcode) return bySubcode;
  if (LIMITED.has(code)) {
    const after = regainedAt(context, it) ?? (found.kind === 'retry' ? found.after : null);
    const limited = reason(NETWORK_REASONS.rateLimited, undefined, words);
    return { kind: 'retry', after, reason: limited, ...(code === APP_LIMITED ? { of: 'app' } : {}) };
  }
  if (code === 190 || code === 102) {
    const why = BY_SUBCODE[subcode] ?? NETWORK_REASONS.signedOut;
    return { kind: 'reauthorise', reason: reason(why, undefined, words) };
  }
  if (code === 10 || (code >= 200 && code < 300)) {
    const scope = /\binstagram_[a-z_]+/.exec(words)?.[0] ?? 'instagram_business_content_publish';
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.scopeMissing, { scope }, words) };
  }
  if (code === 368) return { kind: 'retry', after: null, reason: reason('blocked', undefined, words) };
  // "Unknown" and "service": said also where something came of it, so a doubt and no refusal.
  if (code === -1 || code === 1 || code === 2 || fault.isTransient) {
    return { kind: 'doubt', reason: reason(NETWORK_REASONS.serverError, { status: it.status }, words) };
  }
  return found;
}

/** Only of codes that say surely that nothing went out. */
function publishingTrouble(context: ConnectorContext, subcode: number, words: string): Trouble | null {
  if (subcode === SPAM) return { kind: 'retry', after: null, reason: reason('blocked', undefined, words) };
  if (subcode === QUOTA_USED) {
    const after = context.clock.now().add(QUOTA_PAUSE);
    return { kind: 'retry', after, reason: reason('quota-full', undefined, words) };
  }
  if (BUSY.has(subcode)) {
    const after = context.clock.now().add(BUSY_PAUSE);
    return { kind: 'retry', after, reason: reason('media-not-ready', undefined, words) };
  }
  const code = REFUSED[subcode];
  return code === undefined ? null : { kind: 'rejected', reason: reason(code, undefined, words) };
}

/** Not there, or out of our sight: the API does not tell one from the other. */
export const isGone = (it: Exchange): boolean => {
  const fault = faultIn(it);
  return fault !== null && fault.code === 100 && fault.subcode === 33;
};

/** Minutes until calls are taken again, where `X-Business-Use-Case-Usage` names them. */
function regainedAt(context: ConnectorContext, { headers }: Answered): Temporal.Instant | null {
  const lists = Object.values(objectIn(headers.get('x-business-use-case-usage')));
  const minutes = lists.flat().map((use) => {
    const value = field(use, 'estimated_time_to_regain_access');
    return typeof value === 'number' ? value : 0;
  });
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? context.clock.now().add({ minutes: Math.ceil(longest) }) : null;
}

function objectIn(text: string | null): { [key: string]: Json } {
  try {
    const json: unknown = JSON.parse(text ?? '{}');
    return typeof json === 'object' && json !== null ? (json as { [key: string]: Json }) : {};
  } catch {
    return {};
  }
}
