import { exchange, troubleOf, type Answered, type Call, type Exchange, type Trouble } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Json } from '../contract.ts';

/** https://developers.facebook.com/documentation/threads/overview */
export const HOST = 'https://graph.threads.net';
export const AUTHORISE = 'https://threads.com/oauth/authorize';

/** Publishing, threads of our own answers and finding them, taking down (/documentation/threads/get-started). */
export const SCOPES = [
  'threads_basic',
  'threads_content_publish',
  'threads_manage_replies',
  'threads_read_replies',
  'threads_delete',
] as const;

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
  const url = new URL(`${HOST}/v1.0${call.path}`);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  const sent: Call = {
    url: url.href,
    headers: { authorization: `Bearer ${tokenOf(account)}` },
    ...(call.method ? { method: call.method } : {}),
    ...(call.form ? { form: new URLSearchParams(call.form) } : {}),
  };
  return exchange(context, sent);
}

/** The account's own list of that name; the first page holds more than anybody publishes between two looks. */
export const PAGE = 100;

type GraphFault = { code: number; subcode: number; isTransient: boolean; words: string };

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

/** App, user and the like (https://developers.facebook.com/docs/graph-api/overview/rate-limiting). */
const APP_LIMITED = 4;
const LIMITED: ReadonlySet<number> = new Set([APP_LIMITED, 17, 32, 341, 613]);
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
    const scope = /\bthreads_[a-z_]+/.exec(words)?.[0] ?? 'threads_content_publish';
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.scopeMissing, { scope }, words) };
  }
  if (code === 368) return { kind: 'retry', after: null, reason: reason('blocked', undefined, words) };
  // "Unknown" and "service": said also where something came of it, so a doubt and no refusal.
  if (code === 1 || code === 2 || fault.isTransient) {
    return { kind: 'doubt', reason: reason(NETWORK_REASONS.serverError, { status: it.status }, words) };
  }
  return found;
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
