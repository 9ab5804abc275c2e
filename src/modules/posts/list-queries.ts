import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
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
  updated_at: Temporal.Instant;
  /** True where an approval stood and a later change broke it, and none stands now. */
  seal_broken: boolean;
};

export type PostFilter = { state?: PostState; search?: string; after?: string; limit: number };

const listed = (tx: Tx) =>
  tx
    .selectFrom('posts')
    .leftJoin('people', 'people.id', 'posts.author_id')
    .select([
      'posts.id',
      'posts.title',
      'posts.state',
      'posts.content',
      'posts.due_at',
      'posts.author_id',
      'people.name as author_name',
      'posts.updated_at',
      sql<boolean>`posts.state in ('draft', 'in-review', 'sent-back') and exists
        (select 1 from approvals where approvals.post_id = posts.id and broken_at is not null)`.as(
        'seal_broken',
      ),
    ]);

/** Last changed first, paged by (updated_at, id). The search text must be folded already. */
export async function listPostRows(
  tx: Tx,
  filter: PostFilter,
): Promise<{ rows: ListedPost[]; next: string | null }> {
  let query = listed(tx)
    .orderBy('posts.updated_at', 'desc')
    .orderBy('posts.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.state) query = query.where('posts.state', '=', filter.state);
  for (const word of (filter.search ?? '').split(/\s+/).filter(Boolean)) {
    query = query.where('posts.search', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  }
  if (filter.after) {
    const key = parseKey(filter.after);
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

function parseKey(text: string): { at: string; id: string } {
  const match = /^(\d{4}-[\d:.TZ-]+)_([0-9a-f-]{36})$/.exec(text);
  if (!match)
    throw new Problem('invalid', 'page.wrong-cursor', {
      faults: [{ path: '/after', code: 'page.wrong-cursor' }],
    });
  return { at: match[1]!, id: match[2]! };
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

/** What waits for a person: for one who approves the posts in review, for one who writes their own. */
export async function listWaitingRows(
  tx: Tx,
  who: { personId: string | null; approves: boolean; writes: boolean },
  limit: number,
): Promise<ListedPost[]> {
  const own = who.writes && who.personId !== null;
  if (!who.approves && !own) return [];
  return listed(tx)
    .where((eb) =>
      eb.or([
        ...(who.approves
          ? [
              eb.and([
                eb('posts.state', '=', 'in-review'),
                sql<boolean>`posts.last_saved_by is distinct from ${who.personId} and posts.author_id is distinct from ${who.personId}`,
              ]),
            ]
          : []),
        ...(own
          ? [
              eb.and([
                eb('posts.author_id', '=', who.personId),
                eb('posts.state', 'in', ['sent-back', 'draft', 'approved']),
              ]),
            ]
          : []),
      ]),
    )
    .orderBy(sql`posts.due_at nulls last`)
    .orderBy('posts.id')
    .limit(limit)
    .execute();
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
  return new Map(rows.map((row) => [row.plan_item_id ?? '', Number(row.count)]));
}
