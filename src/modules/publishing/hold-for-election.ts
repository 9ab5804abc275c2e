import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
import { newId } from '#/kernel/ids.ts';
import {
  covers,
  forgetHold,
  goesOutAt,
  holdOf,
  isLetGo,
  noteHeld,
  openPeriods,
  type PeriodRow,
} from '#/modules/elections/index.ts';
import { notify } from '#/modules/notices/index.ts';
import { peopleWhoMay, type Actor } from '#/modules/people/index.ts';
import { announce, record } from '#/modules/records/index.ts';

type Waiting = {
  id: string;
  post_id: string;
  version: number;
  origin_kind: string | null;
  next_attempt_at: Temporal.Instant;
};

/**
 * Holds what would go out in an election period without somebody's word: copies of a series, and everything in the silence.
 * Of one post, or of all that wait. What holds them is a pause that is over, one for each period. Those who may let it go are told,
 * once for each round. Answers how many deliveries are held now that were not.
 */
export async function holdForElection(
  tx: Tx,
  actor: Actor,
  now: Temporal.Instant,
  { postId }: { postId?: string } = {},
): Promise<number> {
  const periods = await openPeriods(tx, now);
  const [first] = periods;
  if (!first) return 0;
  const until = periods
    .map(({ ends_at: end }) => end)
    .reduce((a, b) => (Temporal.Instant.compare(a, b) > 0 ? a : b));
  const held = new Map<string, Set<string>>();
  let count = 0;
  for (const row of await waiting(tx, until, postId)) {
    const moment = goesOutAt(row.next_attempt_at, now);
    const hold = holdOf(
      periods.filter((period) => covers(period, moment)),
      row,
      moment,
    );
    if (!hold) continue;
    const one = { periodId: hold.period.id, postId: row.post_id, version: row.version };
    if (await isLetGo(tx, one, hold.cause)) continue;
    if (!(await holdDelivery(tx, actor, row.id, hold.period, now))) continue;
    count += 1;
    if (!(await noteHeld(tx, actor.institutionId, { ...one, cause: hold.cause }, now))) continue;
    await record(tx, actor, now, {
      kind: 'election.held',
      subjectType: 'post',
      subjectId: row.post_id,
      version: row.version,
      detail: { cause: hold.cause, period: hold.period.name, periodId: hold.period.id },
    });
    const posts = held.get(hold.period.id) ?? new Set();
    held.set(hold.period.id, posts.add(row.post_id));
  }
  for (const period of periods) await tellOf(tx, actor, period, held.get(period.id)?.size ?? 0, now);
  return count;
}

async function waiting(tx: Tx, until: Temporal.Instant, postId?: string): Promise<Waiting[]> {
  const of = postId === undefined ? sql`` : sql`and d.post_id = ${postId}::uuid`;
  const { rows } = await sql<Waiting>`
    select d.id, d.post_id, d.version, p.origin_kind, d.next_attempt_at from deliveries d join posts p on p.id = d.post_id
    where d.state in ('scheduled', 'retrying', 'blocked') and d.step <> 'sent' and d.held_by is null
      and d.next_attempt_at < ${until.toString()}::timestamptz ${of}
    order by d.next_attempt_at, d.id limit 5000`.execute(tx);
  return rows;
}

/** False where a worker has it in hand, and asks by itself. */
async function holdDelivery(
  tx: Tx,
  { institutionId }: Actor,
  id: string,
  period: PeriodRow,
  now: Temporal.Instant,
): Promise<boolean> {
  const at = now.toString();
  await sql`
    insert into pauses (id, institution_id, reason, started_at, ended_at, cause, period_id)
    values (${newId()}::uuid, ${institutionId}::uuid, '', ${at}::timestamptz, ${at}::timestamptz, 'election', ${period.id}::uuid)
    on conflict (institution_id, period_id) where period_id is not null do nothing`.execute(tx);
  const { numAffectedRows } = await sql`
    update deliveries set let_through_at = null,
      held_by = (select id from pauses where institution_id = ${institutionId}::uuid and period_id = ${period.id}::uuid)
    where id = (select id from deliveries where id = ${id}::uuid and state in ('scheduled', 'retrying', 'blocked')
      and held_by is null for update skip locked)`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

async function tellOf(
  tx: Tx,
  { institutionId, personId }: Actor,
  period: PeriodRow,
  count: number,
  now: Temporal.Instant,
): Promise<void> {
  if (count === 0) return;
  await notify(tx, {
    institutionId,
    personIds: await peopleWhoMay(tx, institutionId, 'pause.manage'),
    except: personId,
    kind: 'election.held',
    subjectType: 'election',
    subjectId: period.id,
    params: { count: String(count), period: period.name },
    at: now,
  });
}

/**
 * Lets go what a period holds and does not cover any more, because it was changed or withdrawn: it keeps its time. What
 * would have gone out already stays held, as after a pause.
 */
export async function releaseFromElection(
  tx: Tx,
  institutionId: string,
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<Waiting & { period_id: string }>`
    select d.id, d.post_id, d.version, p.origin_kind, d.next_attempt_at, h.period_id
    from deliveries d join pauses h on h.id = d.held_by join posts p on p.id = d.post_id
    where h.period_id is not null and d.state in ('scheduled', 'retrying', 'blocked')
      and d.next_attempt_at > ${now.toString()}::timestamptz for update of d skip locked`.execute(tx);
  const periods = rows.length === 0 ? [] : await openPeriods(tx, now);
  let count = 0;
  for (const { id, period_id: periodId, ...row } of rows) {
    const moment = row.next_attempt_at;
    const covering = periods.filter((period) => period.id === periodId && covers(period, moment));
    if (holdOf(covering, row, moment)) continue;
    await sql`update deliveries set held_by = null where id = ${id}::uuid`.execute(tx);
    await forgetHold(tx, { periodId, postId: row.post_id, version: row.version });
    count += 1;
  }
  if (count > 0) await announce(tx, institutionId);
  return count;
}
