import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
import { likePatterns } from '#/db/like-patterns.ts';
import { Problem } from '#/kernel/errors.ts';
import type { PostContent, PostState } from './rules.ts';

export type ListedPost = {
  id: string;
  title: string;
  state: PostState;
  content: PostContent;
  due_at: Temporal.Instant | null;
  author_id: string | null;
  author_name: string | null;
  plan_item_id: string | null;
  /** Of the plan item; empty where there is none. */
  theme: string | null;
  /** Its own, or that of the plan item. */
  campaign_id: string | null;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
  /** True where an approval stood and a later change broke it, and none stands now. */
  seal_broken: boolean;
  kind: string;
  reference: string;
};

export type PostFilter = { state?: PostState; search?: string; after?: string; limit: number };

const listed = (tx: Tx) =>
  tx
    .selectFrom('posts')
    .leftJoin('people', 'people.id', 'posts.author_id')
    .leftJoin('plan_items', 'plan_items.id', 'posts.plan_item_id')
    .select([
      'posts.id',
      'posts.title',
      'posts.state',
      'posts.content',
      'posts.due_at',
      'posts.author_id',
      'people.name as author_name',
      'posts.plan_item_id',
      'plan_items.theme',
      sql<string | null>`coalesce(posts.campaign_id, plan_items.campaign_id)`.as('campaign_id'),
      'posts.created_at',
      'posts.updated_at',
      'posts.kind',
      'posts.reference',
      // With "exists" the planner would read the approvals of all posts to hash them; this it does for each row.
      sql<boolean>`posts.state in ('draft', 'in-review', 'sent-back') and coalesce((select true from approvals
        where approvals.post_id = posts.id and broken_at is not null limit 1), false)`.as('seal_broken'),
    ]);

/** Last changed first, paged by (updated_at, id). The search text must be folded already. */
export async function listPostRows(
  tx: Tx,
  filter: PostFilter & { reader: string | null },
): Promise<{ rows: ListedPost[]; next: string | null }> {
  let query = listed(tx)
    .orderBy('posts.updated_at', 'desc')
    .orderBy('posts.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.reader !== null) query = query.where(isBefore(filter.reader));
  const patterns = likePatterns(filter.search ?? '');
  const key = filter.after ? parseKey(filter.after) : null;
  // A person who is only asked has few, and the newest finds of the house may all be others.
  if (patterns.length > 0 && filter.reader !== null)
    query = query.where(sql<boolean>`posts.search like all (${patterns}::text[])`);
  if (patterns.length > 0 && filter.reader === null) {
    const before = key ?? BEGINNING;
    query = query.where(
      sql<boolean>`posts.id in (select id from search_posts(${patterns}::text[], ${filter.state ?? null}::text,
        ${before.at}::timestamptz, ${before.id}::uuid, ${filter.limit + 1}::integer) as found (id))`,
    );
  } else {
    if (filter.state) query = query.where('posts.state', '=', filter.state);
    if (key)
      query = query.where(
        sql<boolean>`(posts.updated_at, posts.id) < (${key.at}::timestamptz, ${key.id}::uuid)`,
      );
  }
  const rows = await query.execute();
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > filter.limit && last ? `${last.updated_at.toString()}_${last.id}` : null,
  };
}

/** The key that comes before that of every post. */
const BEGINNING = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

function parseKey(text: string): { at: string; id: string } {
  const match = /^(\d{4}-[\d:.TZ-]+)_([0-9a-f-]{36})$/.exec(text);
  if (!match)
    throw new Problem('invalid', 'page.wrong-cursor', {
      faults: [{ path: '/after', code: 'page.wrong-cursor' }],
    });
  return { at: match[1]!, id: match[2]! };
}

export type ExportedPost = Pick<
  ListedPost,
  'id' | 'title' | 'state' | 'content' | 'plan_item_id' | 'due_at'
> & { version: number };

/** Posts due in a span, or all of them where it has no ends; the latest due first, those without a time before them. */
export function listExportedRows(
  tx: Tx,
  span: { from?: string | undefined; to?: string | undefined; limit: number },
): Promise<ExportedPost[]> {
  let query = tx
    .selectFrom('posts')
    .select(['id', 'title', 'state', 'content', 'plan_item_id', 'due_at', 'version'])
    .orderBy('due_at', 'desc')
    .orderBy('id', 'desc')
    .limit(span.limit);
  if (span.from) query = query.where('due_at', '>=', span.from as never);
  if (span.to) query = query.where('due_at', '<', span.to as never);
  return query.execute();
}

/** Posts due in a span, in order. More than `limit` are cut off: a month of one institution has hundreds. */
export async function listCalendarRows(
  tx: Tx,
  from: string,
  to: string,
  limit = 3000,
): Promise<ListedPost[]> {
  return listed(tx)
    .where('posts.due_at', '>=', from as never)
    .where('posts.due_at', '<', to as never)
    .orderBy('posts.due_at')
    .orderBy('posts.id')
    .limit(limit)
    .execute();
}

/**
 * What waits for a person, due first: the posts that a review asks them about, and for one who writes their own.
 * Asked for one by one, so that each follows its own index in the order of time and stops at the limit.
 */
export async function listWaitingRows(
  tx: Tx,
  who: {
    personId: string | null;
    asked: readonly string[];
    writes: boolean;
    expiredSince: Temporal.Instant | null;
    repeatsUntil: Temporal.Instant;
  },
  limit: number,
): Promise<ListedPost[]> {
  const inOrder = listed(tx).orderBy('posts.due_at').orderBy('posts.id').limit(limit);
  const forReview =
    who.asked.length > 0
      ? await inOrder
          .where('posts.state', '=', 'in-review')
          .where('posts.id', '=', sql<string>`any(${who.asked}::uuid[])`)
          .execute()
      : [];
  const own =
    who.writes && who.personId !== null
      ? await inOrder.where('posts.author_id', '=', who.personId).where(isInHand(who)).execute()
      : [];
  return [...forReview, ...own].sort(dueFirst).slice(0, limit);
}

/**
 * What its author has to move on; of what nobody approved in time only what they may still want to save, and of a
 * series that goes on for a year only the drafts whose time is near.
 */
const isInHand = (span: { expiredSince: Temporal.Instant | null; repeatsUntil: Temporal.Instant }) =>
  sql<boolean>`(posts.state in ('sent-back', 'draft', 'approved')
      and not coalesce(posts.state = 'draft' and posts.origin_kind = 'repeat'
        and posts.due_at > ${span.repeatsUntil.toString()}::timestamptz, false)
    or (posts.state = 'expired' and posts.due_at >= ${span.expiredSince?.toString() ?? 'infinity'}::timestamptz))`;

/** Posts that are before an adviser: asked about, or in a step of a review that asked them. */
const isBefore = (personId: string) =>
  sql<boolean>`posts.id in (select post_id from consultations where person_id = ${personId} and ended_at is null
    union all select post_id from post_readers where person_id = ${personId})`;

/** What an adviser is asked about and has not answered, first the most urgent. */
export const listConsultedRows = (tx: Tx, personId: string | null, limit: number): Promise<ListedPost[]> =>
  listed(tx)
    .where(
      sql<boolean>`posts.id in (select post_id from consultations where person_id = ${personId}
        and ended_at is null and answered_at is null)`,
    )
    .orderBy('posts.due_at')
    .orderBy('posts.id')
    .limit(limit)
    .execute();

export const listRowsById = (tx: Tx, ids: readonly string[]): Promise<ListedPost[]> =>
  listed(tx)
    .where('posts.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();

/** Those without a time last. */
function dueFirst(a: ListedPost, b: ListedPost): number {
  if (a.due_at && b.due_at) return Temporal.Instant.compare(a.due_at, b.due_at) || (a.id < b.id ? -1 : 1);
  return Number(a.due_at === null) - Number(b.due_at === null) || (a.id < b.id ? -1 : 1);
}

/** When a post is due as it is saved; null where it has no time, or is not there. */
export async function dueTimeOf(tx: Tx, postId: string): Promise<Temporal.Instant | null> {
  const row = await tx.selectFrom('posts').select('due_at').where('id', '=', postId).executeTakeFirst();
  return row?.due_at ?? null;
}

/** When and on which accounts posts of a span go out. What is withdrawn or expired does not. */
export async function listDueTimes(
  tx: Tx,
  span: { from: Temporal.Instant; to: Temporal.Instant },
  exceptPostId: string | null,
): Promise<{ postId: string; at: Temporal.Instant; accountIds: string[] }[]> {
  const { rows } = await sql<{ id: string; due_at: Temporal.Instant; targets: PostContent['targets'] }>`
    select id, due_at, content -> 'targets' as targets from posts
    where due_at >= ${span.from.toString()} and due_at < ${span.to.toString()}
      and state not in ('withdrawn', 'expired') and id is distinct from ${exceptPostId}::uuid`.execute(tx);
  return rows.map((row) => ({
    postId: row.id,
    at: row.due_at,
    accountIds: row.targets.map(({ accountId }) => accountId),
  }));
}

/** How many posts hang on each plan item. */
export async function countPostsOfPlanItems(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('posts')
    .select(['plan_item_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('plan_item_id', 'in', ids)
    .groupBy('plan_item_id')
    .execute();
  return new Map(rows.map((row) => [row.plan_item_id ?? '', row.count]));
}
