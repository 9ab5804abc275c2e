import { isGood, orRetry } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Json, Refused, Wait } from '../contract.ts';
import type { Prepared } from './handle.ts';
import { ask, PAGE, trouble } from './wire.ts';

export type Post = { id: string; returned: Json };

/** Threads' clock and ours, and a preparation that took its time. */
const EARLIER = { minutes: 15 };

/**
 * Each part of a post among the account's own posts and answers since its preparation, by its text
 * (https://developers.facebook.com/documentation/threads/retrieve-and-discover-posts).
 */
export async function lookUp(
  context: ConnectorContext,
  account: ConnectedAccount,
  prepared: Omit<Prepared, 'container'>,
): Promise<{ parts: (Post | null)[]; alike: string[] } | Wait | Refused> {
  const wanted = prepared.parts.map(fingerprint);
  const parts: (Post | null)[] = wanted.map(() => null);
  const alike: string[] = [];
  for (const edge of prepared.parts.length > 1 ? ['threads', 'replies'] : ['threads']) {
    const list = await listOf(context, account, edge, prepared.preparedAt);
    if (!Array.isArray(list)) return list;
    // From the newest to the oldest: the oldest of two alike is the one that was sent first.
    for (const post of list) {
      const id = textField(post, 'id');
      const place = wanted.indexOf(fingerprint(textField(post, 'text') ?? ''));
      if (id === undefined || place === -1) continue;
      alike.push(id);
      if (!prepared.before.includes(id)) parts[place] = { id, returned: post };
    }
  }
  return { parts, alike };
}

async function listOf(
  context: ConnectorContext,
  account: ConnectedAccount,
  edge: string,
  preparedAt: string,
): Promise<Json[] | Wait | Refused> {
  const since = Temporal.Instant.from(preparedAt).subtract(EARLIER);
  const got = await ask(context, account, {
    path: `/${account.networkId}/${edge}`,
    query: {
      fields: 'id,text,timestamp,permalink',
      since: String(Math.floor(since.epochMilliseconds / 1000)),
      limit: String(PAGE),
    },
  });
  const list = isGood(got) ? field(got.json, 'data') : undefined;
  if (Array.isArray(list)) return list;
  if (isGood(got)) {
    return { kind: 'retry', after: null, reason: reason(NETWORK_REASONS.unreadable, { status: got.status }) };
  }
  return orRetry(trouble(context, got));
}

/** White space is set anew by the network; two texts that a reader cannot tell apart have the same fingerprint. */
const fingerprint = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
