import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { Channels, NoticeKind } from './kinds.ts';
import type { NoticeChoiceTable, NoticeParams, NoticeTable } from './tables.ts';

export type NoticeRow = Selectable<NoticeTable>;

/** Those of the people who have a role in the institution of this transaction, in any order. */
export async function membersAmong(tx: Tx, institutionId: string, personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .selectFrom('memberships')
    .select('person_id')
    .distinct()
    .where('institution_id', '=', institutionId)
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}

export const listChoices = (
  tx: Tx,
  filter: { institutionId: string; personIds: readonly string[]; kind?: NoticeKind },
): Promise<NoticeChoiceTable[]> => {
  let query = tx
    .selectFrom('notice_choices')
    .selectAll()
    .where('institution_id', '=', filter.institutionId)
    .where('person_id', 'in', filter.personIds);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  return query.execute();
};

export async function putChoice(
  tx: Tx,
  owner: { institutionId: string; personId: string },
  kind: NoticeKind,
  channels: Channels,
): Promise<void> {
  await tx
    .insertInto('notice_choices')
    .values({ institution_id: owner.institutionId, person_id: owner.personId, kind, ...channels })
    .onConflict((conflict) => conflict.columns(['institution_id', 'person_id', 'kind']).doUpdateSet(channels))
    .execute();
}

export async function insertNotice(
  tx: Tx,
  notice: {
    id: string;
    institutionId: string;
    personId: string;
    kind: NoticeKind;
    subjectType: string;
    subjectId: string;
    params: NoticeParams;
    at: Temporal.Instant;
  },
  channels: Channels,
): Promise<void> {
  const told = {
    params: JSON.stringify(notice.params),
    at: notice.at.toString(),
    studio: channels.studio,
    digest: channels.digest,
    mail: channels.mail ? ('waiting' as const) : ('none' as const),
    push: channels.push ? ('waiting' as const) : ('none' as const),
  };
  await tx
    .insertInto('notices')
    .values({
      id: notice.id,
      institution_id: notice.institutionId,
      person_id: notice.personId,
      kind: notice.kind,
      subject_type: notice.subjectType,
      subject_id: notice.subjectId,
      times: 1,
      ...told,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['institution_id', 'person_id', 'kind', 'subject_type', 'subject_id'])
        .where('read_at', 'is', null)
        .doUpdateSet({ ...told, times: sql`notices.times + 1` }),
    )
    .execute();
}

type Owner = { institutionId: string; personId: string };
export type NoticeCursor = { unread: boolean; at: string; id: string };

/** What is unread first, then by time, newest first. */
export function listNoticeRows(
  tx: Tx,
  owner: Owner,
  page: { after: NoticeCursor | null; limit: number; unread: boolean },
): Promise<NoticeRow[]> {
  let query = tx
    .selectFrom('notices')
    .selectAll()
    .where('institution_id', '=', owner.institutionId)
    .where('person_id', '=', owner.personId)
    .where('studio', '=', true)
    .orderBy(sql`(read_at is null)`, 'desc')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (page.unread) query = query.where('read_at', 'is', null);
  if (page.after) {
    const { unread, at, id } = page.after;
    query = query.where(
      sql<boolean>`((read_at is null), at, id) < (${unread}::boolean, ${at}::timestamptz, ${id}::uuid)`,
    );
  }
  return query.execute();
}

export async function countUnread(tx: Tx, owner: Owner): Promise<number> {
  const row = await tx
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('institution_id', '=', owner.institutionId)
    .where('person_id', '=', owner.personId)
    .where('studio', '=', true)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function markRead(
  tx: Tx,
  owner: Owner,
  what: { id: string } | { upTo: Temporal.Instant },
  now: Temporal.Instant,
): Promise<boolean> {
  let query = tx
    .updateTable('notices')
    .set({ read_at: sql`coalesce(read_at, ${now.toString()}::timestamptz)` as never })
    .where('institution_id', '=', owner.institutionId)
    .where('person_id', '=', owner.personId)
    .where('studio', '=', true);
  query =
    'id' in what
      ? query.where('id', '=', what.id)
      : query.where('read_at', 'is', null).where('at', '<=', what.upTo.toString() as never);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Marks as read what a subject's acts have answered, of these people or of all. */
export async function settle(
  tx: Tx,
  about: { subjectId: string; kinds: readonly string[]; personIds: readonly string[] | null },
  now: Temporal.Instant,
): Promise<number> {
  let query = tx
    .updateTable('notices')
    .set({ read_at: now.toString() as never })
    .where('subject_id', '=', about.subjectId)
    .where('kind', 'in', about.kinds)
    .where('read_at', 'is', null);
  if (about.personIds) query = query.where('person_id', 'in', about.personIds);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Which notices have still to leave the house, of all institutions. */
export async function waitingNotices(
  db: Kysely<Tables>,
  batch: number,
): Promise<{ id: string; institution_id: string; person_id: string }[]> {
  const { rows } = await sql<{
    id: string;
    institution_id: string;
    person_id: string;
  }>`select id, institution_id, person_id from waiting_notices(${batch})`.execute(db);
  return rows;
}

/** The notice with whom it is for, held for this transaction; undefined where another holds it. */
export const holdNotice = (tx: Tx, id: string) =>
  tx
    .selectFrom('notices')
    .innerJoin('people', 'people.id', 'notices.person_id')
    .selectAll('notices')
    .select(['people.email', 'people.language'])
    .where('notices.id', '=', id)
    .forUpdate('notices')
    .skipLocked()
    .executeTakeFirst();

export async function setPassedOn(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('notices')
    .set({
      mail: sql`case when mail = 'waiting' then 'done' else mail end` as never,
      push: sql`case when push = 'waiting' then 'done' else push end` as never,
    })
    .where('id', '=', id)
    .execute();
}

export async function forgetNotices(
  db: Kysely<Tables>,
  before: { read: Temporal.Instant; all: Temporal.Instant },
): Promise<void> {
  await sql`select forget_notices(${before.read.toString()}::timestamptz, ${before.all.toString()}::timestamptz)`.execute(
    db,
  );
}
