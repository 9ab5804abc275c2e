import { isGood, orRetry } from '../_kit/http.ts';
import { NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { Json, Refused, Wait } from '../contract.ts';
import { ownId } from './authorise.ts';
import type { Prepared } from './handle.ts';
import { fingerprint, plainOf } from './plain.ts';
import type { Work } from './prepare.ts';
import { serverOf, trouble } from './wire.ts';

export type Status = { id: string; returned: Json };

/** Statuses that are looked through, 40 at a time: nobody posts more between a preparation and a look. */
const PAGES = 5;
const PAGE = 40;

/**
 * Each part of a post among the account's own statuses that are newer than the preparation, by its text. Reading is
 * the only look-up that all servers of this API have in common: some forget an `Idempotency-Key`, some never heed it.
 */
export async function lookUp(
  work: Work,
  prepared: Prepared,
): Promise<{ parts: (Status | null)[] } | Wait | Refused> {
  const wanted = prepared.parts.map(({ text }) => fingerprint(text));
  const parts: (Status | null)[] = wanted.map(() => null);
  let before: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const list = await pageOf(work, prepared.since, before);
    if (!Array.isArray(list)) return list;
    // From the newest to the oldest: the oldest of two alike is the one that was sent first.
    for (const status of list) {
      const id = textField(status, 'id');
      if (id === undefined) continue;
      before = id;
      const content = fingerprint(plainOf(textField(status, 'content') ?? ''));
      const place = wanted.indexOf(content);
      const isRepost =
        typeof status === 'object' && status !== null && !Array.isArray(status) && status['reblog'];
      if (place !== -1 && !isRepost) parts[place] = { id, returned: status };
    }
    if (list.length < PAGE) break;
  }
  return { parts };
}

async function pageOf(
  { context, account, line }: Work,
  since: string | null,
  before: string | null,
): Promise<Json[] | Wait | Refused> {
  const query = new URLSearchParams({ limit: String(PAGE), exclude_reblogs: 'true' });
  if (since !== null) query.set('since_id', since);
  if (before !== null) query.set('max_id', before);
  const url = `${serverOf(account)}/api/v1/accounts/${ownId(account.networkId)}/statuses?${query}`;
  const got = await line.ask({ url });
  if (got.kind !== 'done') return got;
  if (isGood(got.answer) && Array.isArray(got.answer.json)) return got.answer.json;
  if (isGood(got.answer)) {
    return {
      kind: 'retry',
      after: null,
      reason: reason(NETWORK_REASONS.unreadable, { status: got.answer.status }),
    };
  }
  const found = orRetry(trouble(context, got.answer));
  // "Not found" for the list as a whole says nothing about the post.
  return found.kind === 'rejected' ? { kind: 'retry', after: null, reason: found.reason } : found;
}
