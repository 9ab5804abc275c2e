import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type {
  CalendarLinkTable,
  CalendarSettings,
  CalendarSettingsTable,
  CalendarViewTable,
} from './tables.ts';

export type CalendarViewRow = Selectable<CalendarViewTable>;
export type CalendarLinkRow = Omit<Selectable<CalendarLinkTable>, 'hash'>;

export const readSettings = (tx: Tx): Promise<Selectable<CalendarSettingsTable> | undefined> =>
  tx.selectFrom('calendar_settings').selectAll().executeTakeFirst();

/** A lock on the institution itself: there may be no settings yet that could be locked. */
export async function lockSettings(tx: Tx, institutionId: string): Promise<void> {
  await tx.selectFrom('institutions').select('id').where('id', '=', institutionId).forUpdate().execute();
}

export async function writeSettings(
  tx: Tx,
  by: { institutionId: string; personId: string | null },
  settings: CalendarSettings,
  revision: number,
  now: Temporal.Instant,
): Promise<void> {
  const fields = {
    shown_sets: [...settings.shownSets],
    days_off_sets: [...settings.daysOffSets],
    working_weekdays: [...settings.workingWeekdays],
    work_from: settings.workFrom,
    work_to: settings.workTo,
    close_minutes: settings.closeMinutes,
    busy_posts: settings.busyPosts,
    quiet_posts: settings.quietPosts,
    deadlines: JSON.stringify(settings.deadlines),
    revision,
    changed_by: by.personId,
    changed_at: now.toString(),
  };
  await tx
    .insertInto('calendar_settings')
    .values({ institution_id: by.institutionId, ...fields })
    .onConflict((conflict) => conflict.column('institution_id').doUpdateSet(fields))
    .execute();
}

/** A person's own, and what others share with the institution. */
export const listViewRows = (
  tx: Tx,
  personId: string,
): Promise<(CalendarViewRow & { owner: string | null })[]> =>
  tx
    .selectFrom('calendar_views')
    .leftJoin('people', 'people.id', 'calendar_views.person_id')
    .selectAll('calendar_views')
    .select('people.name as owner')
    .where((where) => where.or([where('person_id', '=', personId), where('shared', '=', true)]))
    .orderBy('calendar_views.name')
    .orderBy('calendar_views.id')
    .limit(200)
    .execute();

export const lockViewRow = (tx: Tx, id: string): Promise<CalendarViewRow | undefined> =>
  tx.selectFrom('calendar_views').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function insertView(
  tx: Tx,
  view: Omit<CalendarViewRow, 'created_at'> & { now: Temporal.Instant },
): Promise<void> {
  const { now, ...row } = view;
  await tx
    .insertInto('calendar_views')
    .values({ ...row, created_at: now.toString() })
    .execute();
}

export async function updateView(
  tx: Tx,
  id: string,
  change: Pick<CalendarViewRow, 'name' | 'query' | 'shared'>,
): Promise<void> {
  await tx.updateTable('calendar_views').set(change).where('id', '=', id).execute();
}

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('calendar_views').where('id', '=', id).execute();
}

const LINK = [
  'id',
  'institution_id',
  'person_id',
  'name',
  'created_at',
  'last_used_at',
  'revoked_at',
] as const;

/** Of one person, newest first; those that were revoked are over and not shown. */
export const listLinkRows = (tx: Tx, personId: string): Promise<CalendarLinkRow[]> =>
  tx
    .selectFrom('calendar_links')
    .select(LINK)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();

export async function insertLink(
  tx: Tx,
  link: {
    id: string;
    institutionId: string;
    personId: string;
    name: string;
    hash: string;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('calendar_links')
    .values({
      id: link.id,
      institution_id: link.institutionId,
      person_id: link.personId,
      name: link.name,
      hash: link.hash,
      created_at: link.now.toString(),
    })
    .execute();
}

/** Answers whether there was such a link of this person that held. */
export async function revokeLinkRow(
  tx: Tx,
  id: string,
  personId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('calendar_links')
    .set({ revoked_at: now.toString() })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function touchLink(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('calendar_links').set({ last_used_at: now.toString() }).where('id', '=', id).execute();
}

/** Whose calendar it opens. Asked from outside any institution. */
export async function findLink(
  db: Kysely<Tables>,
  hash: string,
): Promise<{ id: string; institutionId: string; personId: string } | null> {
  const { rows } = await sql<{ id: string; institution_id: string; person_id: string }>`
    select id, institution_id, person_id from find_calendar_link(${hash})`.execute(db);
  const row = rows[0];
  return row ? { id: row.id, institutionId: row.institution_id, personId: row.person_id } : null;
}
