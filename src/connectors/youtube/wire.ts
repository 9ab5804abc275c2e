import { exchange, troubleOf, type Call, type Exchange, type Trouble } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import { openLine, type Line } from '../_kit/session.ts';
import type { ConnectedAccount, ConnectorContext, Json } from '../contract.ts';
import { renew } from './session.ts';

export const API = 'https://www.googleapis.com/youtube/v3';
export const UPLOAD = 'https://www.googleapis.com/upload/youtube/v3';

/** What publishing, captions and thumbnails need; `youtube.upload` alone is not enough for the two. */
export const SCOPE = 'https://www.googleapis.com/auth/youtube.force-ssl';

export type Work = { context: ConnectorContext; account: ConnectedAccount; line: Line };

/** Requests in the channel's name. An access token lives an hour; it is renewed, stored, and the request sent again. */
export const openChannel = (context: ConnectorContext, account: ConnectedAccount): Line =>
  openLine(context, account.session, {
    send: (session, call) => exchange(context, withToken(call, textField(session, 'accessToken') ?? '')),
    isExpired: (it) =>
      it.kind === 'answered' && it.status === 401 && whyOf(it.json) !== 'youtubeSignupRequired',
    renew: (session) => renew(context, session),
  });

export const withToken = (call: Call, token: string): Call => ({
  ...call,
  headers: { ...call.headers, authorization: `Bearer ${token}` },
});

/** `error.errors[0].reason` (https://developers.google.com/youtube/v3/docs/errors, read 2026-11-30). */
export function whyOf(json: Json | undefined): string {
  const errors = field(field(json, 'error'), 'errors');
  return textField(Array.isArray(errors) ? errors[0] : undefined, 'reason') ?? '';
}

const saidIn = (json: Json): string | undefined => {
  // Words come with marks of HTML around names.
  return textField(field(json, 'error'), 'message')?.replace(/<[^>]*>/g, '');
};

const CLOSED = new Set([
  'authenticatedUserAccountSuspended',
  'authenticatedUserAccountClosed',
  'channelSuspended',
  'channelClosed',
]);
/** Of the project, for a day; and of a minute. */
const DAY_USED = new Set(['quotaExceeded', 'dailyLimitExceeded']);
const MINUTE_USED = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'uploadRateLimitExceeded']);
/** Hours until a channel that has put up all it may in a day is tried again: the network says no hour. */
const CHANNEL_WAIT_H = 6;

/** `troubleOf` with what the reasons in an error body mean. */
export function trouble(context: ConnectorContext, it: Exchange): Trouble {
  const found = troubleOf(context, it, saidIn);
  if (it.kind !== 'answered' || it.json === undefined || it.status < 400 || it.status >= 500) return found;
  const why = whyOf(it.json);
  const said = saidIn(it.json ?? null);
  const rejected = (code: string): Trouble => ({ kind: 'rejected', reason: reason(code, undefined, said) });
  if (DAY_USED.has(why)) {
    const after = dayEnd(context.clock.now());
    return { kind: 'retry', after, reason: reason('quota-used', undefined, said), of: 'app' };
  }
  if (MINUTE_USED.has(why)) {
    const after = found.kind === 'retry' ? found.after : null;
    return { kind: 'retry', after, reason: reason(NETWORK_REASONS.rateLimited, undefined, said) };
  }
  if (why === 'uploadLimitExceeded') {
    const after = context.clock.now().add({ hours: CHANNEL_WAIT_H });
    return { kind: 'retry', after, reason: reason('upload-limit', undefined, said) };
  }
  if (why === 'insufficientPermissions') {
    const params = { scope: 'youtube.force-ssl' };
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.scopeMissing, params, said) };
  }
  if (CLOSED.has(why)) return rejected('account-inactive');
  if (why === 'youtubeSignupRequired') return rejected('no-channel');
  if (why === 'accessNotConfigured') return rejected('api-off');
  if (why === 'forbiddenPrivacySetting') return rejected('locked-private');
  if (why === 'videoNotFound') return rejected('video-gone');
  return found;
}

/** Quotas of a day begin anew at midnight of California (https://developers.google.com/youtube/v3/determine_quota_cost). */
export const dayEnd = (now: Temporal.Instant): Temporal.Instant =>
  now.toZonedDateTimeISO('America/Los_Angeles').add({ days: 1 }).startOfDay().toInstant();
