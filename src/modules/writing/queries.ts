import { sql, type Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { RuleLevels } from '#/language/checks/index.ts';
import { keyOf, searchOf, type Entry } from './rules.ts';
import type { GlossaryEntryTable, WritingSettingsTable } from './tables.ts';

export type GlossaryRow = Selectable<GlossaryEntryTable>;
export type SettingsRow = Omit<Selectable<WritingSettingsTable>, 'institution_id'>;

const UNTOUCHED: SettingsRow = { levels: {}, machine_help: false, revision: 1 };

/** The settings, or what holds while nobody has decided anything. */
export async function readSettingsRow(tx: Tx): Promise<SettingsRow> {
  const row = await tx
    .selectFrom('writing_settings')
    .select(['levels', 'machine_help', 'revision'])
    .executeTakeFirst();
  return row ?? UNTOUCHED;
}

/** False where somebody else came first. */
export async function writeSettings(
  tx: Tx,
  institutionId: string,
  read: number,
  to: { levels: RuleLevels; machineHelp: boolean },
): Promise<boolean> {
  const values = { levels: JSON.stringify(to.levels), machine_help: to.machineHelp, revision: read + 1 };
  const written = await tx
    .insertInto('writing_settings')
    .values({ institution_id: institutionId, ...values })
    .onConflict((conflict) =>
      conflict.column('institution_id').doUpdateSet(values).where('writing_settings.revision', '=', read),
    )
    .returning('revision')
    .executeTakeFirst();
  return written !== undefined;
}

export const readEntryRow = (tx: Tx, id: string): Promise<GlossaryRow | undefined> =>
  tx.selectFrom('glossary_entries').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const findEntryByKey = (tx: Tx, key: string): Promise<GlossaryRow | undefined> =>
  tx
    .selectFrom('glossary_entries')
    .selectAll()
    .where('key', '=', key)
    .where('state', '!=', 'declined')
    .executeTakeFirst();

export type NewEntry = {
  id: string;
  institutionId: string;
  entry: Entry;
  note: string;
  by: string | null;
  /** Accepted at once by whoever may decide. */
  accepted: boolean;
  now: Temporal.Instant;
};

/** False where there is such an entry. */
export async function insertEntry(tx: Tx, entry: NewEntry): Promise<boolean> {
  const inserted = await tx
    .insertInto('glossary_entries')
    .values({
      id: entry.id,
      institution_id: entry.institutionId,
      kind: entry.entry.kind,
      ...written(entry.entry, entry.note),
      state: entry.accepted ? 'accepted' : 'proposed',
      proposed_by: entry.by,
      proposed_at: entry.now.toString(),
      decided_by: entry.accepted ? entry.by : null,
      decided_at: entry.accepted ? entry.now.toString() : null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['institution_id', 'key'])
        .where(sql<boolean>`state <> 'declined'`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

const written = (entry: Entry, note: string) => ({
  entry: JSON.stringify(entry),
  key: keyOf(entry),
  search: searchOf(entry, note),
  note,
});

export async function updateEntry(tx: Tx, id: string, entry: Entry, note: string): Promise<void> {
  await tx
    .updateTable('glossary_entries')
    .set({ kind: entry.kind, ...written(entry, note) })
    .where('id', '=', id)
    .execute();
}

export async function settleEntry(
  tx: Tx,
  id: string,
  to: { state: 'accepted' | 'declined'; by: string | null; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('glossary_entries')
    .set({ state: to.state, decided_by: to.by, decided_at: to.now.toString() })
    .where('id', '=', id)
    .execute();
}

export const deleteEntry = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('glossary_entries').where('id', '=', id).execute();
};

export type GlossaryFilter = {
  id?: string | undefined;
  search?: string | undefined;
  kind?: Entry['kind'] | undefined;
  state?: 'proposed' | 'accepted' | undefined;
};

/** What holds and what is proposed, by its words, with the names of who taught and who decided. */
export function listEntryRows(
  tx: Tx,
  filter: GlossaryFilter,
  page: { after?: string | undefined; limit: number },
) {
  let query = tx
    .selectFrom('glossary_entries')
    .leftJoin('people as teacher', 'teacher.id', 'glossary_entries.proposed_by')
    .leftJoin('people as judge', 'judge.id', 'glossary_entries.decided_by')
    .selectAll('glossary_entries')
    .select(['teacher.name as proposed_by_name', 'judge.name as decided_by_name'])
    .where('state', '!=', 'declined')
    // What waits for a yes comes first.
    .orderBy('state', 'desc')
    .orderBy('search')
    .orderBy('glossary_entries.id')
    .limit(page.limit);
  if (filter.id) query = query.where('glossary_entries.id', '=', filter.id);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.search) query = query.where('search', 'like', `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`);
  if (page.after) query = query.offset(Number(page.after));
  return query.execute();
}

export async function acceptedEntries(tx: Tx): Promise<{ id: string; entry: Entry }[]> {
  return tx
    .selectFrom('glossary_entries')
    .select(['id', 'entry'])
    .where('state', '=', 'accepted')
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
}

export const listDecisionRows = (tx: Tx) =>
  tx
    .selectFrom('word_decisions')
    .leftJoin('people', 'people.id', 'word_decisions.decided_by')
    .select(['key', 'decision', 'decided_by', 'decided_at', 'people.name as decided_by_name'])
    .orderBy('key')
    .limit(5000)
    .execute();

export async function putDecision(
  tx: Tx,
  row: {
    institutionId: string;
    key: string;
    decision: 'always' | 'never';
    by: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  const values = { decision: row.decision, decided_by: row.by, decided_at: row.now.toString() };
  await tx
    .insertInto('word_decisions')
    .values({ institution_id: row.institutionId, key: row.key, ...values })
    .onConflict((conflict) => conflict.columns(['institution_id', 'key']).doUpdateSet(values))
    .execute();
}

export const dropDecision = async (tx: Tx, key: string): Promise<void> => {
  await tx.deleteFrom('word_decisions').where('key', '=', key).execute();
};
