import {
  exchange,
  isGood,
  orRetry,
  troubleOf,
  type Call,
  type Exchange,
  type Trouble,
} from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import { openLine, type Line } from '../_kit/session.ts';
import type { ConnectedAccount, ConnectorContext, Grant, Json, Renewal, Session } from '../contract.ts';

/** What is kept of a sign-in. `pds` is the server that really holds the account, without a trailing slash. */
export type BlueskySession = { accessJwt: string; refreshJwt: string; pds: string };

export const sessionOf = (session: Session): BlueskySession => ({
  accessJwt: textField(session, 'accessJwt') ?? '',
  refreshJwt: textField(session, 'refreshJwt') ?? '',
  pds: textField(session, 'pds') ?? '',
});

export type Params = Record<string, string | number>;

/** The address of a method: https://atproto.com/specs/xrpc, read 2026-11-24. */
export function methodUrl(service: string, method: string, params: Params = {}): string {
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]));
  return `${service}/xrpc/${method}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

/** The `error` of an error answer, such as `ExpiredToken`; undefined where it is no answer of the network. */
export const errorName = (it: Exchange): string | undefined =>
  it.kind === 'answered' && it.status >= 400 ? textField(it.json, 'error') : undefined;

const DEAD = new Set([
  'AccountTakedown',
  'AccountDeactivated',
  'RepoTakendown',
  'RepoDeactivated',
  'RepoSuspended',
]);
const NOT_THIS_TOKEN = new Set([
  'ExpiredToken',
  'InvalidToken',
  'AuthMissing',
  'AuthenticationRequired',
  'AccountNotFound',
]);

/** `troubleOf` with the names of errors that this network uses. */
export function trouble(context: ConnectorContext, it: Exchange): Trouble {
  const found = troubleOf(context, it, (json) => textField(json, 'message') ?? textField(json, 'error'));
  const name = errorName(it);
  // An account that was taken down is told with 401, as a dead token is.
  const isNo = found.kind === 'rejected' || found.kind === 'reauthorise';
  if (!isNo || name === undefined) return found;
  const { said } = found.reason;
  if (DEAD.has(name)) return { kind: 'rejected', reason: reason('account-inactive', undefined, said) };
  if (NOT_THIS_TOKEN.has(name)) {
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.signedOut, undefined, said) };
  }
  if (name === 'RateLimitExceeded') {
    return { kind: 'retry', after: null, reason: reason(NETWORK_REASONS.rateLimited, undefined, said) };
  }
  return found;
}

/**
 * A new session from the refresh token. Only the network's own word that the token is over counts as a dead grant
 * (`ExpiredToken`, `InvalidToken`, also after an app password was revoked); everything else is a blip. The old
 * refresh token works for some time on, so a lost answer does no harm.
 */
export async function renew(context: ConnectorContext, session: Session): Promise<Renewal> {
  const { refreshJwt, pds } = sessionOf(session);
  const got = await exchange(context, {
    method: 'POST',
    url: methodUrl(pds, 'com.atproto.server.refreshSession'),
    headers: { authorization: `Bearer ${refreshJwt}` },
  });
  if (isGood(got)) {
    const fresh = withTokens(got.json, pds);
    if (fresh) return { kind: 'renewed', session: fresh };
    return { kind: 'retry', after: null, reason: reason(NETWORK_REASONS.unreadable, { status: got.status }) };
  }
  const found = orRetry(trouble(context, got));
  if (found.kind !== 'rejected' || found.reason.code === 'account-inactive') return found;
  return { kind: 'retry', after: null, reason: found.reason };
}

/**
 * Both tokens are JWTs that say in `exp` (seconds) how long they live. The refresh token is a new one after every
 * renewal, so nothing ends as long as we renew.
 */
export function grantOf(session: Session): Grant {
  const payload = sessionOf(session).accessJwt.split('.')[1] ?? '';
  const seconds = field(jsonOf(Buffer.from(payload, 'base64url').toString('utf8')), 'exp');
  if (typeof seconds !== 'number') return { accessUntil: null, endsAt: null };
  return { accessUntil: Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString(), endsAt: null };
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** The session of a sign-in or a renewal, or null where the answer carries no tokens. */
export function withTokens(answer: Json, service: string): Session | null {
  const [accessJwt, refreshJwt] = ['accessJwt', 'refreshJwt'].map((name) => textField(answer, name));
  if (!accessJwt || !refreshJwt) return null;
  return { accessJwt, refreshJwt, pds: pdsOf(answer, service) };
}

/**
 * The account's own server from its DID document (https://atproto.com/specs/did, `#atproto_pds`), else the one
 * that was asked. Never from https down to http.
 */
function pdsOf(answer: Json, service: string): string {
  const services = field(field(answer, 'didDoc'), 'service');
  for (const entry of Array.isArray(services) ? services : []) {
    const isPds =
      (textField(entry, 'id') ?? '').endsWith('#atproto_pds') &&
      textField(entry, 'type') === 'AtprotoPersonalDataServer';
    const endpoint = textField(entry, 'serviceEndpoint') ?? '';
    if (!isPds || !URL.canParse(endpoint)) continue;
    const url = new URL(endpoint);
    const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && service.startsWith('http:'));
    if (isSafe) return url.origin;
  }
  return service;
}

/** Requests in the account's name; the session is renewed and stored where it has run out. */
export const openAccount = (context: ConnectorContext, account: ConnectedAccount): Line =>
  openLine(context, account.session, {
    send: (session, call) =>
      exchange(context, {
        ...call,
        headers: { ...call.headers, authorization: `Bearer ${sessionOf(session).accessJwt}` },
      }),
    isExpired: (it) => errorName(it) === 'ExpiredToken',
    renew: (session) => renew(context, session),
  });

export const post = (account: ConnectedAccount, method: string, json: Json): Call => ({
  method: 'POST',
  url: methodUrl(sessionOf(account.session).pds, method),
  json,
});

export const get = (account: ConnectedAccount, method: string, params: Params): Call => ({
  url: methodUrl(sessionOf(account.session).pds, method, params),
});
