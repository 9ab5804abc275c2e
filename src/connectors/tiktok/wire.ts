import {
  exchange,
  isGood,
  troubleOf,
  type Answered,
  type Call,
  type Exchange,
  type Trouble,
} from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import { openLine, type Line } from '../_kit/session.ts';
import type { ConnectedAccount, ConnectorContext, Json } from '../contract.ts';
import { renew } from './session.ts';

export const API = 'https://open.tiktokapis.com/v2';

/** Seeing whose account it is, and putting drafts into its inbox (https://developers.tiktok.com/doc/tiktok-api-scopes). */
export const SCOPES = ['user.info.basic', 'video.upload'] as const;

export type Work = { context: ConnectorContext; account: ConnectedAccount; line: Line };

/** A person does all of it; there is no application at the network, and no session. */
export const isTask = ({ settings }: Pick<ConnectedAccount, 'settings'>): boolean =>
  settings['way'] !== 'inbox';

/** Requests in the account's name. An access token is renewed, stored, and the request sent again. */
export const openAccount = (context: ConnectorContext, account: ConnectedAccount): Line =>
  openLine(context, account.session, {
    send: (session, call) => exchange(context, withToken(call, textField(session, 'accessToken') ?? '')),
    isExpired: (it) =>
      it.kind === 'answered' && it.status === 401 && codeOf(it.json) !== 'scope_not_authorized',
    renew: (session) => renew(context, session),
  });

export const withToken = (call: Call, token: string): Call => ({
  ...call,
  headers: { ...call.headers, authorization: `Bearer ${token}` },
});

/** Every answer has an `error`, whose code is `ok` where there is none (https://developers.tiktok.com/doc/tiktok-api-v2-error-handling). */
const codeOf = (json: Json | undefined): string => textField(field(json, 'error'), 'code') ?? '';

/** The `data` of a good answer. */
export const dataOf = (it: Exchange): Json | undefined =>
  isGood(it) && codeOf(it.json) === 'ok' ? field(it.json, 'data') : undefined;

/** Hours until an account that has had its posts of the day, or has too many drafts, is tried again. */
const FULL_WAIT_H = 6;
const DRAFTS_WAIT_H = 1;

/** `troubleOf` with what the codes mean (https://developers.tiktok.com/doc/content-posting-api-reference-upload-video). */
export function trouble(context: ConnectorContext, it: Exchange): Trouble {
  const said = (json: Json) => textField(field(json, 'error'), 'message');
  const found = troubleOf(context, it, said);
  if (it.kind !== 'answered' || it.json === undefined || it.status < 400 || it.status >= 500) return found;
  return byCode(context, it as Answered & { json: Json }, found, said(it.json));
}

function byCode(
  { clock }: ConnectorContext,
  { json }: { json: Json },
  found: Trouble,
  words: string | undefined,
): Trouble {
  const later = (hours: number, code: string): Trouble => ({
    kind: 'retry',
    after: clock.now().add({ hours }),
    reason: reason(code, undefined, words),
  });
  switch (codeOf(json)) {
    case 'scope_not_authorized':
      return {
        kind: 'reauthorise',
        reason: reason(NETWORK_REASONS.scopeMissing, { scope: 'video.upload' }, words),
      };
    case 'spam_risk_too_many_posts':
      return later(FULL_WAIT_H, 'too-many-posts');
    case 'spam_risk_too_many_pending_share':
      return later(DRAFTS_WAIT_H, 'too-many-drafts');
    case 'spam_risk_user_banned_from_posting':
      return { kind: 'rejected', reason: reason('account-inactive', undefined, words) };
    case 'url_ownership_unverified':
      return { kind: 'rejected', reason: reason('domain-unverified', undefined, words) };
    default:
      return found;
  }
}
