import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { PostContent } from '#/modules/posts/index.ts';
import type { DeliveryRow } from './queries.ts';
import type { DeliveryState } from './tables.ts';

/** A delivery with what people know its post and account by. */
export type ListedDelivery = DeliveryRow & {
  post_title: string;
  network: string;
  account_handle: string;
  held: boolean;
  /** It is held because an outage has made it late. */
  held_late: boolean;
};

/** Whether a pause keeps it from going out. */
const isHeld = sql<boolean>`delivery_is_held(deliveries.institution_id, deliveries.held_by, deliveries.let_through_at)`;

const isHeldLate = sql<boolean>`exists (select 1 from pauses where pauses.id = deliveries.held_by and pauses.cause = 'outage')`;

const listed = (tx: Tx) =>
  tx
    .selectFrom('deliveries')
    .innerJoin('posts', 'posts.id', 'deliveries.post_id')
    .innerJoin('accounts', 'accounts.id', 'deliveries.account_id')
    .selectAll('deliveries')
    .select(['posts.title as post_title', 'accounts.network', 'accounts.handle as account_handle'])
    .select(isHeld.as('held'))
    .select(isHeldLate.as('held_late'));

export const findListed = (tx: Tx, id: string): Promise<ListedDelivery | undefined> =>
  listed(tx).where('deliveries.id', '=', id).executeTakeFirst();

/** Newest version first, then by network. */
export const listOfPost = (tx: Tx, postId: string): Promise<ListedDelivery[]> =>
  listed(tx)
    .where('deliveries.post_id', '=', postId)
    .orderBy('deliveries.version', 'desc')
    .orderBy('accounts.network')
    .orderBy('accounts.handle')
    .execute();

export const listAttempts = (tx: Tx, deliveryId: string) =>
  tx
    .selectFrom('delivery_attempts')
    .selectAll()
    .where('delivery_id', '=', deliveryId)
    .orderBy('no')
    .execute();

type Page = { limit: number };

const at = (instant: Temporal.Instant) => sql<Temporal.Instant>`${instant.toString()}::timestamptz`;

/** Not out yet, due up to `until`, soonest first. */
export const listGoingOut = (tx: Tx, until: Temporal.Instant, page: Page): Promise<ListedDelivery[]> =>
  listed(tx)
    .where('deliveries.state', 'in', ['scheduled', 'publishing'])
    .where('deliveries.due_at', '<=', at(until))
    .orderBy('deliveries.due_at')
    .orderBy('deliveries.id')
    .limit(page.limit)
    .execute();

/** Failed, in doubt, blocked, handed over to a person, trying again, or late: oldest first. What a pause holds is not late. */
export const listTrouble = (tx: Tx, lateBefore: Temporal.Instant, page: Page): Promise<ListedDelivery[]> =>
  listed(tx)
    .where('deliveries.state', 'in', [
      'scheduled',
      'retrying',
      'publishing',
      'failed',
      'unknown',
      'blocked',
      'handed-over',
    ])
    .where((eb) =>
      eb.or([
        eb('deliveries.state', 'in', ['failed', 'unknown', 'blocked', 'retrying', 'handed-over']),
        eb.and([eb('deliveries.due_at', '<', at(lateBefore)), sql<boolean>`not ${isHeld}`]),
      ]),
    )
    .orderBy('deliveries.due_at')
    .orderBy('deliveries.id')
    .limit(page.limit)
    .execute();

/** Still on its network although it was to be taken down: oldest first. */
export const listStanding = (tx: Tx, page: Page): Promise<ListedDelivery[]> =>
  listed(tx)
    .where('deliveries.state', '=', 'published')
    .where('deliveries.reason', 'is not', null)
    .orderBy('deliveries.due_at')
    .orderBy('deliveries.id')
    .limit(page.limit)
    .execute();

export const listPublishedSince = (tx: Tx, since: Temporal.Instant, page: Page): Promise<ListedDelivery[]> =>
  listed(tx)
    .where('deliveries.state', '=', 'published')
    .where('deliveries.published_at', '>=', at(since))
    .orderBy('deliveries.published_at', 'desc')
    .orderBy('deliveries.id', 'desc')
    .limit(page.limit)
    .execute();

/** States of the deliveries of many posts, for what lists say of them. */
export function listStates(
  tx: Tx,
  postIds: readonly string[],
): Promise<
  { post_id: string; account_id: string; state: DeliveryState; due_at: Temporal.Instant; held: boolean }[]
> {
  if (postIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('deliveries')
    .select(['post_id', 'account_id', 'state', 'due_at'])
    .select(isHeld.as('held'))
    .where('post_id', 'in', postIds)
    .execute();
}

export type PublishedRow = {
  delivery_id: string;
  post_id: string;
  version: number;
  title: string;
  content: PostContent;
  published_at: Temporal.Instant;
};

/**
 * Published posts, newest first, each by its earliest delivery that is out. `institution_id` stands there for the
 * index, the wall would do without.
 */
export async function listPublishedPosts(
  tx: Tx,
  page: { institutionId: string; before: { at: string; id: string } | null; limit: number },
): Promise<PublishedRow[]> {
  const before = page.before
    ? sql`and (d.published_at, d.id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)`
    : sql``;
  const { rows } = await sql<PublishedRow>`
    select d.id as delivery_id, d.post_id, d.version, v.title, v.content, d.published_at
    from deliveries d
    join posts p on p.id = d.post_id and p.state <> 'withdrawn'
    join post_versions v on v.post_id = d.post_id and v.no = d.version
    where d.institution_id = ${page.institutionId}::uuid and d.state = 'published' ${before}
      and not exists (
        select 1 from deliveries other where other.post_id = d.post_id and other.state = 'published'
          and (other.published_at, other.id) < (d.published_at, d.id))
    order by d.published_at desc, d.id desc limit ${page.limit}`.execute(tx);
  return rows;
}

export type PublishedPlace = {
  post_id: string;
  network: string;
  handle: string;
  account_url: string;
  variant: string;
  url: string | null;
  published_at: Temporal.Instant;
};

/** Where posts are out, for those of the page. */
export async function listPlaces(tx: Tx, postIds: readonly string[]): Promise<PublishedPlace[]> {
  if (postIds.length === 0) return [];
  const rows = await tx
    .selectFrom('deliveries')
    .innerJoin('accounts', 'accounts.id', 'deliveries.account_id')
    .select([
      'deliveries.post_id',
      'accounts.network',
      'accounts.handle',
      'accounts.url as account_url',
      'deliveries.variant',
      'deliveries.url',
      'deliveries.published_at',
    ])
    .where('deliveries.post_id', 'in', postIds)
    .where('deliveries.state', '=', 'published')
    .orderBy('deliveries.published_at')
    .execute();
  return rows.flatMap((row) => (row.published_at ? [{ ...row, published_at: row.published_at }] : []));
}
