import { isGood, orRetry } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Json, Refused, Wait } from '../contract.ts';
import { ask, trouble } from './wire.ts';

export type Post = { id: string; returned: Json };

/** More than anybody publishes between a preparation and a look: 100 a day are allowed. */
const PAGE = 100;
/** Instagram's clock and ours, and a preparation that took its time. */
const EARLIER = { minutes: 15 };

/** The account's own posts since a preparation that have this caption, the newest first (`GET /{user}/media`). */
export async function alike(
  context: ConnectorContext,
  account: ConnectedAccount,
  wanted: { text: string; preparedAt: string },
): Promise<Post[] | Wait | Refused> {
  const since = Temporal.Instant.from(wanted.preparedAt).subtract(EARLIER).epochMilliseconds;
  const got = await ask(context, account, {
    path: `/${account.networkId}/media`,
    query: {
      fields: 'id,caption,timestamp,permalink',
      since: String(Math.floor(since / 1000)),
      limit: String(PAGE),
    },
  });
  const list = isGood(got) ? field(got.json, 'data') : undefined;
  if (!isGood(got)) return orRetry(trouble(context, got));
  if (!Array.isArray(list)) {
    return { kind: 'retry', after: null, reason: reason(NETWORK_REASONS.unreadable, { status: got.status }) };
  }
  return list.flatMap((post) => {
    const id = textField(post, 'id');
    const at = Date.parse(textField(post, 'timestamp') ?? '');
    const isOurs = fingerprint(textField(post, 'caption') ?? '') === fingerprint(wanted.text);
    // `since` is not heeded by every version of this list.
    return id !== undefined && isOurs && !(at < since) ? { id, returned: post } : [];
  });
}

/** White space is set anew by the network; two texts that a reader cannot tell apart have the same fingerprint. */
const fingerprint = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
