import { sql, type Kysely, type Selectable, type Updateable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { Handle, Proof, Reason } from '#/connectors/contract.ts';
import { Problem } from '#/kernel/errors.ts';
import type { Variant } from '#/language/index.ts';
import type { PostState } from '#/modules/posts/index.ts';
import type { AttemptAct, DeliveryState, DeliveryStep, DeliveryTable } from './tables.ts';

export type DeliveryRow = Selectable<DeliveryTable>;

/** A delivery as a worker holds it. */
export type Claimed = {
  id: string;
  institution_id: string;
  post_id: string;
  version: number;
  account_id: string;
  variant: Variant;
  step: DeliveryStep;
  due_at: Temporal.Instant;
  /** How often it was taken: the fence against whoever held it before. */
  attempts: number;
  tries: number;
  trying_since: Temporal.Instant;
  sent_at: Temporal.Instant | null;
  handle: Handle | null;
  request_id: string;
  /** Whoever held it before let the lease run out. */
  recovered: boolean;
};

export type AttemptNote = {
  act: AttemptAct;
  outcome: string;
  reason: Reason | null;
  startedAt: string;
  endedAt: string;
};

const ms = (value: number) => sql`make_interval(secs => ${value / 1000}::double precision)`;

export async function claimDeliveries(
  db: Kysely<Tables>,
  options: { worker: string; now: Temporal.Instant; leaseMs: number; batch: number },
): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`select * from claim_deliveries(${options.worker},
    ${options.now.toString()}::timestamptz, ${ms(options.leaseMs)}, ${options.batch}::integer)`.execute(db);
  return rows;
}

/** The next due time that is still to come, and how many milliseconds until somebody's lease runs out. */
export async function readNextDelivery(
  db: Kysely<Tables>,
  now: Temporal.Instant,
): Promise<{ due: Temporal.Instant | null; leaseMs: number | null }> {
  const { rows } = await sql<{ due: Temporal.Instant | null; lease_ms: number | null }>`
    select due, lease_ms from next_delivery(${now.toString()}::timestamptz)`.execute(db);
  return { due: rows[0]?.due ?? null, leaseMs: rows[0]?.lease_ms ?? null };
}

/** Keeps leases; returns the ids of those that are still this worker's. */
export async function renewLeases(
  db: Kysely<Tables>,
  options: {
    worker: string;
    now: Temporal.Instant;
    held: readonly { id: string; attempts: number }[];
    leaseMs: number;
  },
): Promise<Set<string>> {
  const ids = options.held.map((one) => one.id);
  const claims = options.held.map((one) => one.attempts);
  const { rows } = await sql<{ id: string }>`select id from renew_leases(${options.worker},
    ${options.now.toString()}::timestamptz, ${ids}::uuid[],
    ${claims}::integer[], ${ms(options.leaseMs)}) as kept (id)`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** `lost`: somebody else has the lease. `held`: a pause stands. In both cases nothing may be sent. */
export async function markSent(
  db: Kysely<Tables>,
  held: { worker: string; id: string; attempts: number },
  fields: { handle: Handle; now: Temporal.Instant; leaseMs: number; notes: readonly AttemptNote[] },
): Promise<'marked' | 'lost' | 'held'> {
  const { rows } = await sql<{
    marked: 'marked' | 'lost' | 'held';
  }>`select mark_sent(${held.worker}, ${held.id}::uuid,
    ${held.attempts}::integer, ${JSON.stringify(fields.handle)}::jsonb, ${fields.now.toString()}::timestamptz,
    ${ms(fields.leaseMs)}, ${JSON.stringify(fields.notes)}::jsonb) as marked`.execute(db);
  return rows[0]?.marked ?? 'lost';
}

export async function readSteps(tx: Tx, deliveryId: string): Promise<Handle | null> {
  const row = await tx
    .selectFrom('deliveries')
    .select('steps')
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  return row?.steps ?? null;
}

/** False where somebody else has the lease. */
export async function keepSteps(
  tx: Tx,
  held: { worker: string; id: string; attempts: number },
  steps: Handle,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deliveries')
    .set({ steps: JSON.stringify(steps) })
    .where('id', '=', held.id)
    .where('lease_by', '=', held.worker)
    .where('attempts', '=', held.attempts)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function readBacklog(
  db: Kysely<Tables>,
  now: Temporal.Instant,
): Promise<{ due: number; underWay: number; late: number }> {
  const { rows } = await sql<{ due: number; under_way: number; late: number }>`
    select due, under_way, late from delivery_backlog(${now.toString()}::timestamptz)`.execute(db);
  const row = rows[0];
  return { due: row?.due ?? 0, underWay: row?.under_way ?? 0, late: row?.late ?? 0 };
}

export type DeliveryChange = Omit<
  Updateable<DeliveryTable>,
  'id' | 'institution_id' | 'post_id' | 'account_id'
>;

/** What came of a try, as the row keeps it. Null leaves what is there, but for handle and reason. */
export type Outcome = {
  state: DeliveryState;
  step: DeliveryStep;
  tries: number;
  handle: Handle | null;
  reason: Reason | null;
  proof: Proof | null;
  publishedAt: string | null;
  nextAttemptAt: string | null;
};

/** What is needed to move a post on after one of its deliveries. */
export type PostAround = { state: PostState; others: readonly DeliveryState[] };

type Held = { worker: string; delivery: Pick<Claimed, 'id' | 'post_id' | 'attempts'> };

/**
 * Writes an outcome and its attempts where the fence lets this holder through. Locks the post. Null where somebody
 * else holds the delivery now, or it is decided.
 */
export const settleHeld = (
  tx: Tx,
  held: Held,
  outcome: Outcome,
  notes: readonly AttemptNote[],
): Promise<PostAround | null> => settleRow(tx, held, held.delivery.attempts, outcome, notes);

/**
 * The truth comes late: the network took it, and meanwhile the lease was lost. It is written past the fence, so
 * that nobody has to look for it or ask about it.
 */
export const settleDoubted = (
  tx: Tx,
  held: Held,
  outcome: Outcome,
  notes: readonly AttemptNote[],
): Promise<PostAround | null> => settleRow(tx, held, null, outcome, notes);

async function settleRow(
  tx: Tx,
  { worker, delivery }: Held,
  claim: number | null,
  outcome: Outcome,
  notes: readonly AttemptNote[],
): Promise<PostAround | null> {
  const { rows } = await sql<{ state: PostState | null; others: DeliveryState[] | null }>`
    select post_state as state, others from settle_delivery(${delivery.id}::uuid, ${delivery.post_id}::uuid, ${worker},
      ${claim}::integer, ${JSON.stringify(outcome)}::jsonb, ${JSON.stringify(notes)}::jsonb)`.execute(tx);
  const { state, others } = rows[0] ?? {};
  return state && others ? { state, others } : null;
}

/** Writes to a row that the caller has locked, with what was tried. */
export async function updateWithNotes(
  tx: Tx,
  id: string,
  { worker, notes, change }: { worker: string; notes: readonly AttemptNote[]; change: DeliveryChange },
): Promise<void> {
  const row = await tx
    .updateTable('deliveries')
    .set((eb) => ({ ...change, noted: eb('noted', '+', notes.length) }))
    .where('id', '=', id)
    .returning(['institution_id', 'noted'])
    .executeTakeFirstOrThrow();
  const first = row.noted - notes.length;
  const values = notes.map((note, index) => ({
    delivery_id: id,
    no: first + index + 1,
    institution_id: row.institution_id,
    act: note.act,
    outcome: note.outcome,
    reason: note.reason && JSON.stringify(note.reason),
    started_at: note.startedAt,
    ended_at: note.endedAt,
    worker,
  }));
  await tx.insertInto('delivery_attempts').values(values).execute();
}

export async function insertDeliveries(
  tx: Tx,
  rows: readonly {
    id: string;
    institution_id: string;
    post_id: string;
    version: number;
    account_id: string;
    lane: number;
    variant: Variant;
    due_at: string;
    request_id: string;
    created_at: string;
  }[],
): Promise<void> {
  const values = rows.map((row) => ({ ...row, state: 'scheduled' as const, next_attempt_at: row.due_at }));
  await tx.insertInto('deliveries').values(values).execute();
}

/** The deliveries of a post, locked until the end of the transaction. The post itself is locked before. */
export function lockDeliveriesOf(tx: Tx, postId: string): Promise<DeliveryRow[]> {
  return tx
    .selectFrom('deliveries')
    .selectAll()
    .where('post_id', '=', postId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function readStatesOf(tx: Tx, postId: string): Promise<DeliveryState[]> {
  const rows = await tx.selectFrom('deliveries').select('state').where('post_id', '=', postId).execute();
  return rows.map((row) => row.state);
}

export async function readDelivery(tx: Tx, id: string): Promise<DeliveryRow | undefined> {
  return tx.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockDelivery(tx: Tx, id: string): Promise<DeliveryRow | undefined> {
  return tx.selectFrom('deliveries').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateDelivery(tx: Tx, id: string, change: DeliveryChange): Promise<void> {
  await tx.updateTable('deliveries').set(change).where('id', '=', id).execute();
}

export async function updateDeliveries(
  tx: Tx,
  ids: readonly string[],
  change: DeliveryChange,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('deliveries').set(change).where('id', 'in', ids).execute();
}

/** The blocked deliveries of an account, locked. */
export const lockBlocked = (tx: Tx, accountId: string): Promise<DeliveryRow[]> =>
  tx
    .selectFrom('deliveries')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('state', '=', 'blocked')
    .orderBy('id')
    .forUpdate()
    .execute();

/**
 * Lets nothing of the account begin before a time, with the reason why; what falls due later stays as it is. The time is
 * kept, so that what is scheduled from now on heeds it too (trigger `heed_window`). Rows that somebody else is changing are
 * passed over: nobody waits here, and at worst one of them is refused by the network.
 */
export async function holdAccounts(
  tx: Tx,
  institutionId: string,
  accountIds: ReadonlySet<string>,
  { until, reason }: { until: Temporal.Instant; reason: Reason },
): Promise<void> {
  const row = { opens_at: until.toString(), reason: JSON.stringify(reason) };
  // In order, so that two who close windows of one app never wait for each other.
  const ids = [...accountIds].toSorted();
  await tx
    .insertInto('network_windows')
    .values(ids.map((id) => ({ account_id: id, institution_id: institutionId, ...row })))
    .onConflict((it) => it.column('account_id').doUpdateSet(row))
    .execute();
  const waiting = tx
    .selectFrom('deliveries')
    .select('id')
    .where('account_id', 'in', ids)
    .where('state', 'in', ['scheduled', 'retrying'])
    .where('next_attempt_at', '<', sql<Temporal.Instant>`${until.toString()}::timestamptz`)
    .forUpdate()
    .skipLocked();
  await tx
    .updateTable('deliveries')
    .set({ next_attempt_at: until.toString(), reason: JSON.stringify(reason) })
    .where('id', 'in', waiting)
    .execute();
}

/** The accounts of this institution that publish with the same app; `setting` is the one that names it. */
export async function accountsOfApp(tx: Tx, accountId: string, setting: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select other.id from accounts one join accounts other
      on other.network = one.network and other.settings->>${setting} = one.settings->>${setting}
    where one.id = ${accountId}::uuid and one.settings->>${setting} <> ''`.execute(tx);
  return rows.map(({ id }) => id);
}

/** A person wants it tried at once: the window is taken for open, and at worst the network refuses and names it again. */
export async function openWindow(tx: Tx, accountId: string, now: Temporal.Instant): Promise<void> {
  const opensAt = sql<Temporal.Instant>`${now.toString()}::timestamptz`;
  await tx
    .updateTable('network_windows')
    .set({ opens_at: now.toString() })
    .where('account_id', '=', accountId)
    .where('opens_at', '>', opensAt)
    .execute();
}

/** Wakes the workers when this transaction commits. */
export async function wakeWorkers(tx: Tx): Promise<void> {
  await sql`select pg_notify('glasnik_due', '')`.execute(tx);
}

/** The account's session as it stands, with its row locked against whoever would connect it anew. */
export async function lockSessionOf(
  tx: Tx,
  accountId: string,
): Promise<{ id: string; state: string; session_sealed: string }> {
  return tx
    .selectFrom('accounts')
    .select(['id', 'state', 'session_sealed'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** @throws Problem `post.not-found` */
export async function readPostState(tx: Tx, postId: string): Promise<string> {
  const row = await tx.selectFrom('posts').select('state').where('id', '=', postId).executeTakeFirst();
  if (!row) throw new Problem('not-found', 'post.not-found');
  return row.state;
}
