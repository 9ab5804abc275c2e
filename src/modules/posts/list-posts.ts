import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { foldForSearch } from '#/language/index.ts';
import { may, permit, type Actor } from '#/modules/people/index.ts';
import { readerOf } from './access.ts';
import {
  listCalendarRows,
  listConsultedRows,
  listExportedRows,
  listPostRows,
  listRowsById,
  listWaitingRows,
  type ExportedPost,
  type ListedPost,
  type PostFilter,
} from './list-queries.ts';

/** Posts, last changed first; the search finds across scripts and without diacritics. */
export async function listPosts(
  tx: Tx,
  actor: Actor,
  filter: PostFilter,
): Promise<{ rows: ListedPost[]; next: string | null }> {
  const reader = readerOf(actor);
  const search = filter.search === undefined ? {} : { search: foldForSearch(filter.search) };
  return listPostRows(tx, { ...filter, ...search, reader });
}

const LONGEST_SPAN_HOURS = 62 * 24;

/** Posts due in a span. @throws Problem `calendar.span` where it is empty or longer than 62 days */
export async function listCalendar(tx: Tx, actor: Actor, from: string, to: string): Promise<ListedPost[]> {
  permit(actor, 'post.read');
  const hours = Temporal.Instant.from(from).until(to).total('hours');
  if (hours <= 0 || hours > LONGEST_SPAN_HOURS) {
    throw new Problem('invalid', 'calendar.span', { faults: [{ path: '/to', code: 'calendar.span' }] });
  }
  return listCalendarRows(tx, from, to);
}

/** Posts with all their content, for a table. Instants, the first within and the last not. */
export async function listPostsForExport(
  tx: Tx,
  actor: Actor,
  span: { from?: string | undefined; to?: string | undefined; limit: number },
): Promise<ExportedPost[]> {
  permit(actor, 'post.read');
  return listExportedRows(tx, span);
}

/** So long before its time a repeat that nobody has begun to write waits for its author; until then it is only planned. */
const REPEATS_AHEAD_HOURS = 14 * 24;

export type WaitingSpan = {
  now: Temporal.Instant;
  limit?: number;
  /** Of what nobody approved in time, only what was due since then; null: none of it. */
  expiredSince?: Temporal.Instant | null;
};

/** What waits for this person, due first. `asked`: the posts in whose review it is their turn. */
export async function listWaiting(
  tx: Tx,
  actor: Actor,
  asked: readonly string[],
  { now, limit = 50, expiredSince = null }: WaitingSpan,
): Promise<ListedPost[]> {
  const adviser = readerOf(actor);
  const repeatsUntil = now.add({ hours: REPEATS_AHEAD_HOURS });
  const who = {
    personId: actor.personId,
    asked,
    writes: may(actor, 'post.write'),
    expiredSince,
    repeatsUntil,
  };
  const waiting = await listWaitingRows(tx, who, limit);
  if (adviser === null) return waiting;
  const known = new Set(waiting.map(({ id }) => id));
  const consulted = await listConsultedRows(tx, adviser, limit);
  return [...waiting, ...consulted.filter(({ id }) => !known.has(id))].slice(0, limit);
}

/** Posts by id, in no order. */
export async function listPostsById(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ListedPost[]> {
  readerOf(actor);
  return ids.length === 0 ? [] : listRowsById(tx, ids);
}
