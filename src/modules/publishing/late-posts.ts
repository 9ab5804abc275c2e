import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
import { newId } from '#/kernel/ids.ts';
import { notify } from '#/modules/notices/index.ts';
import { peopleWhoMay, workerActor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import type { Outcome } from './next-step.ts';
import type { Claimed } from './queries.ts';
import { LATE_AFTER_MS, SPACED_AFTER_MS, type Tuning } from './rules.ts';
import type { Run } from './run.ts';

/**
 * What becomes of a delivery that is not out at its time, before anything of it is begun. Null: it goes on. Nothing is asked
 * of the database for what is on time, which is nearly all.
 */
export async function heedLateness({ deps, lease }: Run): Promise<Outcome | null> {
  const { delivery } = lease;
  const now = deps.clock.now();
  const lateMs = now.epochMilliseconds - delivery.due_at.epochMilliseconds;
  if (lateMs <= LATE_AFTER_MS) return null;
  return deps.db.within({ institutionId: delivery.institution_id }, async (tx) => {
    const { ask_after_ms: askAfter, is_let_through: isLetThrough } = await readRule(tx, delivery);
    if (!isLetThrough && askAfter !== null && lateMs > askAfter) return { kind: 'late' };
    if (lateMs <= SPACED_AFTER_MS) return null;
    const until = await takeTurn(tx, delivery, now, deps.tuning);
    return until && { kind: 'spaced', until };
  });
}

/** After how long the institution wants to be asked (null: never), and whether somebody has said that this one goes out. */
async function readRule(
  tx: Tx,
  { id, institution_id: institutionId }: Claimed,
): Promise<{ ask_after_ms: number | null; is_let_through: boolean }> {
  const { rows } = await sql<{ ask_after_ms: number | null; is_let_through: boolean }>`
    select i.ask_late_after_hours::integer * 3600000 as ask_after_ms,
      coalesce(d.let_through_at >= d.due_at, false) as is_let_through
    from deliveries d join institutions i on i.id = d.institution_id
    where d.id = ${id}::uuid and d.institution_id = ${institutionId}::uuid`.execute(tx);
  return rows[0] ?? { ask_after_ms: null, is_let_through: true };
}

/**
 * The account's turn for a late delivery, one in `spaceMs` over all workers. Null: it is this one's, and the others that are
 * late wait for the next; else when to come again. A turn further off than that was given by a clock that went wrong.
 */
async function takeTurn(
  tx: Tx,
  { account_id: accountId, institution_id: institutionId, id }: Claimed,
  now: Temporal.Instant,
  { spaceMs }: Pick<Tuning, 'spaceMs'>,
): Promise<Temporal.Instant | null> {
  const [at, next] = [now, now.add({ milliseconds: spaceMs })].map(
    (it) => sql<Temporal.Instant>`${it.toString()}::timestamptz`,
  );
  const taken = await sql`
    insert into late_turns (account_id, institution_id, next_at) values (${accountId}::uuid, ${institutionId}::uuid, ${next})
    on conflict (account_id) do update set next_at = excluded.next_at
      where late_turns.next_at <= ${at} or late_turns.next_at > ${next}
    returning account_id`.execute(tx);
  if (taken.rows.length === 0) {
    const { rows } = await sql<{ next_at: Temporal.Instant }>`
      select next_at from late_turns where account_id = ${accountId}::uuid`.execute(tx);
    return rows[0]?.next_at ?? null;
  }
  const lateBefore = now.subtract({ milliseconds: SPACED_AFTER_MS }).toString();
  await sql`
    update deliveries set next_attempt_at = ${next} where id in (
      select id from deliveries where account_id = ${accountId}::uuid and state in ('scheduled', 'retrying')
        and step <> 'sent' and next_attempt_at < ${next} and due_at < ${lateBefore}::timestamptz and id <> ${id}::uuid
      for update skip locked)`.execute(tx);
  return null;
}

/** Holds it, in the transaction that settles it; the first of an outage tells those who may decide. */
export async function holdLate(tx: Tx, delivery: Claimed, now: Temporal.Instant): Promise<void> {
  const outage = newId();
  const { institution_id: institutionId } = delivery;
  const { rows } = await sql<{ first: boolean }>`
    select hold_late(${delivery.id}::uuid, ${now.toString()}::timestamptz, ${outage}::uuid) as first`.execute(
    tx,
  );
  await record(tx, workerActor(institutionId, delivery.request_id), now, {
    kind: 'delivery.held-late',
    subjectType: 'delivery',
    subjectId: delivery.id,
    version: delivery.version,
    detail: { postId: delivery.post_id, accountId: delivery.account_id, dueAt: delivery.due_at.toString() },
  });
  if (rows[0]?.first !== true) return;
  await notify(tx, {
    institutionId,
    personIds: await peopleWhoMay(tx, institutionId, 'post.schedule', [delivery.account_id]),
    kind: 'outage.asks',
    subjectType: 'outage',
    subjectId: outage,
    params: {},
    at: now,
  });
}
