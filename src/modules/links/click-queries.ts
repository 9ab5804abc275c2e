import { sql } from 'kysely';
import type { Db, Tx } from '#/db/database.ts';
import { likePatterns } from '#/db/like-patterns.ts';
import type { Variant } from '#/language/index.ts';

export type Clicks = { code: string; day: string; people: number; machines: number };

/** One statement for all of them. Codes that lead nowhere are passed over. */
export async function addClicks(db: Db['open'], clicks: readonly Clicks[]): Promise<void> {
  await sql`select count_short_link_clicks(
    ${clicks.map(({ code }) => code)}::text[], ${clicks.map(({ day }) => day)}::date[],
    ${clicks.map(({ people }) => people)}::int[], ${clicks.map(({ machines }) => machines)}::int[])`.execute(
    db,
  );
}

export async function findTarget(
  db: Db['open'],
  code: string,
  host: string,
): Promise<{ target: string; timeZone: string } | null> {
  const { rows } = await sql<{ target: string; time_zone: string }>`
    select target, time_zone from open_short_link(${code}, ${host})`.execute(db);
  const row = rows[0];
  return row ? { target: row.target, timeZone: row.time_zone } : null;
}

export type ListedLink = {
  code: string;
  post_id: string;
  title: string;
  account_id: string;
  variant: Variant;
  target: string;
  fixed_at: Temporal.Instant;
  people: number;
  machines: number;
};

export type LinkPage = { search?: string | undefined; after?: string | undefined; limit: number };

const listed = (tx: Tx) =>
  tx
    .selectFrom('short_links')
    .innerJoin('posts', 'posts.id', 'short_links.post_id')
    .select([
      'short_links.code',
      'short_links.post_id',
      'posts.title',
      'short_links.account_id',
      'short_links.variant',
      'short_links.target',
      sql<Temporal.Instant>`short_links.fixed_at`.as('fixed_at'),
      sql<number>`coalesce((select sum(c.people) from short_link_clicks c where c.code = short_links.code), 0)::int`.as(
        'people',
      ),
      sql<number>`coalesce((select sum(c.machines) from short_link_clicks c where c.code = short_links.code), 0)::int`.as(
        'machines',
      ),
    ])
    .where('short_links.fixed_at', 'is not', null);

/** Last gone out first, paged by (fixed_at, code). The search must be folded already: by address, code, or post. */
export async function listLinkRows(tx: Tx, page: LinkPage): Promise<ListedLink[]> {
  let query = listed(tx);
  if (page.after !== undefined) {
    const at = tx.selectFrom('short_links').select(['fixed_at', 'code']).where('code', '=', page.after);
    query = query.where(sql<boolean>`(short_links.fixed_at, short_links.code) < (${at.limit(1)})`);
  }
  const patterns = likePatterns(page.search ?? '');
  if (patterns.length > 0)
    query = query.where(
      sql<boolean>`(short_links.search like all (${patterns}) or posts.search like all (${patterns}))`,
    );
  return query
    .orderBy('short_links.fixed_at', 'desc')
    .orderBy('short_links.code', 'desc')
    .limit(page.limit)
    .execute();
}

export const listLinkRowsOf = (tx: Tx, postId: string): Promise<ListedLink[]> =>
  listed(tx).where('short_links.post_id', '=', postId).orderBy('short_links.code').execute();

export const listClickDays = (
  tx: Tx,
  codes: readonly string[],
): Promise<{ code: string; day: string; people: number; machines: number }[]> =>
  codes.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('short_link_clicks')
        .select(['code', sql<string>`day::text`.as('day'), 'people', 'machines'])
        .where('code', 'in', [...codes])
        .orderBy('day')
        .orderBy('code')
        .execute();
