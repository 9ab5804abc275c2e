import { exchange, troubleOf, type Call, type Exchange, type Trouble } from '../_kit/http.ts';
import { NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import { openLine, type Line } from '../_kit/session.ts';
import type { ConnectedAccount, ConnectorContext } from '../contract.ts';

/** Rights that are asked for: as few as publishing, looking up and reading answers need. */
export const SCOPES = 'read:accounts read:statuses read:notifications write:statuses write:media';

export const serverOf = (account: ConnectedAccount): string => account.settings['server'] ?? '';

/** Requests in the account's name. Tokens of this network do not expire, so there is nothing to renew. */
export const openAccount = (context: ConnectorContext, account: ConnectedAccount): Line =>
  openLine(context, account.session, {
    send: (session, call) => exchange(context, withToken(call, textField(session, 'accessToken') ?? '')),
    isExpired: () => false,
    renew: (session) => Promise.resolve({ kind: 'renewed', session }),
  });

export const withToken = (call: Call, token: string): Call => ({
  ...call,
  headers: { ...call.headers, authorization: `Bearer ${token}` },
});

/** The network's own words; also where a server answers in the shape of another (`error`, `error_description`). */
const said = (it: Exchange): string | undefined =>
  it.kind === 'answered'
    ? (textField(it.json, 'error_description') ?? textField(it.json, 'error'))
    : undefined;

/**
 * `troubleOf` with what 403 means here: a right that is missing, or a login that is disabled, suspended or moved
 * (https://docs.joinmastodon.org/api/oauth-scopes/ and `Api::BaseController` of Mastodon 4).
 */
export function trouble(context: ConnectorContext, it: Exchange): Trouble {
  const found = troubleOf(context, it, () => said(it));
  if (it.kind !== 'answered' || it.status !== 403 || it.json === undefined) return found;
  const words = said(it) ?? '';
  if (/scope/i.test(words)) {
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.scopeMissing, { scope: 'write' }, words) };
  }
  if (/disabled|suspended|moved|confirm|pending/i.test(words)) {
    return { kind: 'rejected', reason: reason('account-inactive', undefined, words) };
  }
  return found;
}
