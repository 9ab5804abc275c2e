import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { PushKeyTable, PushMessageTable, PushSubscriptionTable, PushTrouble } from '../tables.ts';

export type PushKeyRow = Selectable<PushKeyTable>;
export type PushMessageRow = Selectable<PushMessageTable>;
export type PushSubscriptionRow = Selectable<PushSubscriptionTable>;

export const readKeys = (db: Kysely<Tables>): Promise<PushKeyRow | undefined> =>
  db.selectFrom('push_keys').selectAll().executeTakeFirst();

export async function insertKeys(
  db: Kysely<Tables>,
  keys: { id: string; publicKey: string; sealed: string; now: Temporal.Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('push_keys')
    .values({
      id: keys.id,
      only_one: true,
      public_key: keys.publicKey,
      sealed: keys.sealed,
      created_at: keys.now.toString(),
    })
    .onConflict((conflict) => conflict.column('only_one').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function resealKeys(db: Kysely<Tables>, was: PushKeyRow, sealed: string): Promise<void> {
  await db
    .updateTable('push_keys')
    .set({ sealed })
    .where('id', '=', was.id)
    .where('sealed', '=', was.sealed)
    .execute();
}

export async function deleteKeys(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom('push_keys').where('id', '=', id).execute();
}

/** The browsers where the person of this transaction is still signed in, with what each says of itself. */
export const listDeviceRows = (tx: Tx, personId: string, now: Temporal.Instant) =>
  tx
    .selectFrom('push_subscriptions')
    .innerJoin('sessions', 'sessions.id', 'push_subscriptions.session_id')
    .selectAll('push_subscriptions')
    .select('sessions.user_agent')
    .where('push_subscriptions.person_id', '=', personId)
    .where('sessions.expires_at', '>', now.toString() as never)
    .orderBy('push_subscriptions.created_at', 'desc')
    .execute();

/** A browser belongs to whoever turned it on there last, and a session to one browser. */
export async function putDevice(
  tx: Tx,
  device: {
    id: string;
    personId: string;
    sessionId: string;
    keyId: string;
    endpoint: string;
    p256dh: string;
    auth: string;
    now: Temporal.Instant;
  },
): Promise<void> {
  const keys = { p256dh: device.p256dh, auth: device.auth, key_id: device.keyId, trouble: null };
  await tx
    .deleteFrom('push_subscriptions')
    .where('session_id', '=', device.sessionId)
    .where('endpoint', '<>', device.endpoint)
    .execute();
  const renewed = await tx
    .updateTable('push_subscriptions')
    .set({ ...keys, session_id: device.sessionId })
    .where('endpoint', '=', device.endpoint)
    .where('person_id', '=', device.personId)
    .executeTakeFirst();
  if (renewed.numUpdatedRows > 0n) return;
  // It may be another's, which the wall hides.
  await sql`select forget_push_endpoint(${device.endpoint})`.execute(tx);
  await tx
    .insertInto('push_subscriptions')
    .values({
      id: device.id,
      person_id: device.personId,
      session_id: device.sessionId,
      endpoint: device.endpoint,
      ...keys,
      created_at: device.now.toString(),
    })
    .execute();
}

export async function deleteDevice(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('push_subscriptions')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function insertMessage(
  tx: Tx,
  message: {
    id: string;
    personId: string;
    subscriptionId: string;
    notice: { id: string; institutionId: string } | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  const now = message.now.toString();
  await tx
    .insertInto('push_messages')
    .values({
      id: message.id,
      person_id: message.personId,
      subscription_id: message.subscriptionId,
      institution_id: message.notice?.institutionId ?? null,
      notice_id: message.notice?.id ?? null,
      state: 'waiting',
      attempts: 0,
      next_attempt_at: now,
      created_at: now,
    })
    .execute();
}

export async function claimMessages(
  db: Kysely<Tables>,
  claim: { now: Temporal.Instant; leaseMs: number; batch: number },
): Promise<PushMessageRow[]> {
  const { rows } = await sql<PushMessageRow>`
    select * from claim_push_messages(${claim.now.toString()}::timestamptz,
      ${claim.leaseMs} * interval '1 millisecond', ${claim.batch})`.execute(db);
  return rows;
}

/** Everything that the words and the address of a message are made of. The notice is gone once it was read. */
export const readMessage = (tx: Tx, message: PushMessageRow) =>
  tx
    .selectFrom('push_subscriptions')
    .innerJoin('people', 'people.id', 'push_subscriptions.person_id')
    .innerJoin('sessions', 'sessions.id', 'push_subscriptions.session_id')
    .leftJoin('notices', (join) =>
      join
        .on('notices.id', '=', message.notice_id ?? '00000000-0000-0000-0000-000000000000')
        .on('notices.read_at', 'is', null),
    )
    .selectAll('push_subscriptions')
    .select(['people.language', 'sessions.expires_at'])
    .select(['notices.kind', 'notices.subject_type', 'notices.subject_id', 'notices.params'])
    .where('push_subscriptions.id', '=', message.subscription_id)
    .executeTakeFirst();

/** True for whoever has the message in hand: another try counts higher. */
export async function endMessage(
  tx: Tx,
  { id, attempts }: Pick<PushMessageRow, 'id' | 'attempts'>,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('push_messages')
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function postponeMessage(
  tx: Tx,
  { id, attempts }: Pick<PushMessageRow, 'id' | 'attempts'>,
  until: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('push_messages')
    .set({ state: 'waiting', lease_until: null, next_attempt_at: until.toString() })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function noteDevice(
  tx: Tx,
  id: string,
  note: { usedAt: Temporal.Instant } | { trouble: PushTrouble },
): Promise<void> {
  await tx
    .updateTable('push_subscriptions')
    .set('usedAt' in note ? { used_at: note.usedAt.toString(), trouble: null } : note)
    .where('id', '=', id)
    .execute();
}
