import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { MailList, MailParams, MailState, MailTable } from './tables.ts';

export type MailRow = Selectable<MailTable>;

export async function insertMail(
  tx: Tx,
  mail: {
    id: string;
    institutionId: string;
    to: string;
    variant: string;
    template: string;
    params: MailParams;
    lists: MailList[];
    link: { path: string; signed: boolean } | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  const now = mail.now.toString();
  await tx
    .insertInto('mails')
    .values({
      id: mail.id,
      institution_id: mail.institutionId,
      to_address: mail.to,
      variant: mail.variant,
      template: mail.template,
      params: JSON.stringify(mail.params),
      lists: JSON.stringify(mail.lists),
      link_path: mail.link?.path ?? null,
      link_signed: mail.link?.signed ?? false,
      state: 'waiting',
      attempts: 0,
      next_attempt_at: now,
      created_at: now,
      queued_at: now,
    })
    .execute();
}

export async function claimMails(
  db: Kysely<Tables>,
  claim: { now: Temporal.Instant; leaseMs: number; batch: number },
): Promise<MailRow[]> {
  const { rows } = await sql<MailRow>`
    select * from claim_mails(${claim.now.toString()}::timestamptz,
      ${claim.leaseMs} * interval '1 millisecond', ${claim.batch})`.execute(db);
  return rows;
}

/** Writes only for whoever has the mail in hand: another try counts higher. */
export async function settleMail(
  tx: Tx,
  { id, attempts }: Pick<MailRow, 'id' | 'attempts'>,
  outcome: {
    state: MailState;
    nextAttemptAt: Temporal.Instant | null;
    sentAt: Temporal.Instant | null;
    reason: string | null;
    said: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('mails')
    .set({
      state: outcome.state,
      lease_until: null,
      reason: outcome.reason,
      said: outcome.said,
      sent_at: outcome.sentAt?.toString() ?? null,
      ...(outcome.nextAttemptAt ? { next_attempt_at: outcome.nextAttemptAt.toString() } : {}),
    })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'sending')
    .execute();
}

/** Newest first; ids sort by time. */
export function listMailRows(
  tx: Tx,
  filter: { after?: string | undefined; limit: number; troubled: boolean },
): Promise<MailRow[]> {
  let query = tx.selectFrom('mails').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.after) query = query.where('id', '<', filter.after);
  if (filter.troubled) {
    query = query.where((eb) =>
      eb.or([eb('state', 'in', ['refused', 'failed']), eb('reason', 'is not', null)]),
    );
  }
  return query.execute();
}

export async function requeueMail(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const result = await tx
    .updateTable('mails')
    .set({ state: 'waiting', next_attempt_at: now.toString(), queued_at: now.toString() })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'refused', 'failed'])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function forgetMails(db: Kysely<Tables>, before: Temporal.Instant): Promise<void> {
  await sql`select forget_mails(${before.toString()}::timestamptz)`.execute(db);
}
