import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { HoldCause } from '#/modules/elections/index.ts';
import type { PostState } from '#/modules/posts/index.ts';
import { WAITING_STATES } from './rules.ts';

/** A post that a pause keeps from going out. */
export type HeldPost = {
  post_id: string;
  title: string;
  version: number;
  state: PostState;
  due_at: Temporal.Instant;
  /** Its time has passed: it goes out as soon as it is let through. */
  is_due: boolean;
  /** No pause holds it: an outage has made it too late to go out unasked. */
  is_late: boolean;
  /** The election period that holds it, and why; null where none does. */
  period: { id: string; name: string; cause: HoldCause } | null;
  accounts: { id: string; network: string; handle: string }[];
};

const LIMIT = 200;
const isHeld = sql<boolean>`delivery_is_held(d.institution_id, d.held_by, d.let_through_at)`;

/**
 * Held posts that are due up to `until`, and all that a period of elections holds, soonest first; at most 200. Where no pause stands only what one has left can
 * be held: few rows, and an index for them.
 */
export async function listHeldPosts(
  tx: Tx,
  { until, now, stands }: { until: Temporal.Instant; now: Temporal.Instant; stands: boolean },
): Promise<HeldPost[]> {
  const held = stands ? isHeld : sql`d.held_by is not null`;
  const { rows } = await sql<HeldPost>`
    select d.post_id, p.title, p.version, p.state, min(d.due_at) as due_at,
      min(d.due_at) <= ${now.toString()}::timestamptz as is_due,
      bool_and(coalesce(h.cause = 'outage', false) and not exists (
        select 1 from pauses s where s.ended_at is null and (s.institution_id is null or s.institution_id = d.institution_id))) as is_late,
      (select jsonb_build_object('id', e.id, 'name', e.name, 'cause', x.cause) from election_holds x join election_periods e on e.id = x.period_id
        where x.post_id = d.post_id and x.version = d.version and x.let_at is null and e.id = any(array_agg(h.period_id))
        order by x.cause desc limit 1) as period,
      jsonb_agg(jsonb_build_object('id', a.id, 'network', a.network, 'handle', a.handle) order by a.network, a.handle) as accounts
    from deliveries d join posts p on p.id = d.post_id join accounts a on a.id = d.account_id
      left join pauses h on h.id = d.held_by
    where d.state in (${sql.join(WAITING_STATES)}) and (d.step <> 'sent' or d.held_by is not null) and (d.due_at <= ${until.toString()}::timestamptz or h.cause = 'election')
      and ${held}
    group by d.post_id, d.version, p.title, p.version, p.state
    order by min(d.due_at), d.post_id limit ${LIMIT}`.execute(tx);
  return rows;
}

/** Deliveries of the institution that are with their network now. */
export async function countUnderWay(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from deliveries where state = 'publishing' and step = 'sent'`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/**
 * Lets what is held of a post through, with a fresh count of tries: the time it was held is not time it was tried.
 * The post is locked by the caller. Answers the ids.
 */
export async function letDeliveriesThrough(tx: Tx, postId: string, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update deliveries d set held_by = null, let_through_at = ${now.toString()}::timestamptz, tries = 0, trying_since = null
    where d.post_id = ${postId}::uuid and d.state in (${sql.join(WAITING_STATES)}) and ${isHeld}
    returning d.id`.execute(tx);
  return rows.map((row) => row.id);
}

/** The election periods that hold something of a post, and in which version. */
export async function periodsHolding(
  tx: Tx,
  postId: string,
): Promise<{ periodId: string; version: number }[]> {
  const { rows } = await sql<{ periodId: string; version: number }>`
    select distinct h.period_id as "periodId", d.version from deliveries d join pauses h on h.id = d.held_by
    where d.post_id = ${postId}::uuid and h.period_id is not null and d.state in (${sql.join(WAITING_STATES)})`.execute(
    tx,
  );
  return rows;
}

/** Whether something of a post is held, and all of it because an outage has made it late. */
export async function isHeldLate(tx: Tx, postId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean | null }>`
    select bool_and(h.cause = 'outage') as is from deliveries d join pauses h on h.id = d.held_by
    where d.post_id = ${postId}::uuid and d.state in (${sql.join(WAITING_STATES)})`.execute(tx);
  return rows[0]?.is === true;
}
