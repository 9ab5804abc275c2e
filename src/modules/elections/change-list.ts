import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { asAuthor, institutionOf, personOf, write, type Author, type ElectionDeps } from './author.ts';
import * as queries from './queries.ts';
import { entryFault, keyOf, readList, type EntryInput } from './read-list.ts';
import { stateOf, type EntryKind } from './rules.ts';

const MOST = 2000;

/** Lists a person or a mark. @throws Problem `election.entry-wrong`, `election.entry-there`, and as `addList` */
export async function addEntry(
  deps: ElectionDeps,
  author: Author,
  periodId: string,
  entry: EntryInput,
): Promise<void> {
  const fault = entryFault(entry);
  if (fault)
    throw new Problem('invalid', 'election.entry-wrong', {
      faults: [{ path: `/${FIELD_OF[fault] ?? 'name'}`, code: `election.entry-${fault}` }],
    });
  await asAuthor(deps, author, async (tx, now) => {
    const added = await insert(tx, author, periodId, [entry], now);
    if (added === 0) throw new Problem('conflict', 'election.entry-there');
  });
}

const FIELD_OF: Record<string, string> = {
  'short-form': 'shortForm',
  slogan: 'slogans',
  hashtag: 'hashtags',
};

/**
 * Takes a pasted list in, whole or not at all; what is listed already is passed over. Answers how many are new.
 * @throws Problem `election.list-wrong` with every faulty line, `election.list-empty`, `election.not-found`, `election.over`
 */
export async function addList(
  deps: ElectionDeps,
  author: Author,
  periodId: string,
  list: { kind: EntryKind; text: string },
): Promise<number> {
  const { entries, faults } = readList(list.text, list.kind);
  if (faults.length > 0)
    throw new Problem('invalid', 'election.list-wrong', { params: { count: faults.length }, faults });
  if (entries.length === 0) throw new Problem('invalid', 'election.list-empty');
  return asAuthor(deps, author, (tx, now) => insert(tx, author, periodId, entries, now));
}

/** Takes an entry off the list. @throws Problem `election.entry-not-found` */
export const removeEntry = (deps: ElectionDeps, author: Author, entry: OneEntry): Promise<void> =>
  mark(deps, author, entry, true);

type OneEntry = { electionId: string; entryId: string };

/** Puts it back. @throws Problem `election.entry-not-found` */
export const restoreEntry = (deps: ElectionDeps, author: Author, entry: OneEntry): Promise<void> =>
  mark(deps, author, entry, false);

async function insert(
  tx: Tx,
  author: Author,
  periodId: string,
  entries: readonly EntryInput[],
  now: Temporal.Instant,
): Promise<number> {
  const period = await queries.findPeriod(tx, periodId);
  if (!period || (author.of === 'all' && period.institution_id !== null))
    throw new Problem('not-found', 'election.not-found');
  if (period.withdrawn_at !== null) throw new Problem('conflict', 'election.withdrawn');
  if (stateOf(period, now) === 'over') throw new Problem('conflict', 'election.over');
  const listed = await queries.listEntryRows(tx, [periodId]);
  const there = new Set(listed.map((row) => keyOf({ ...row, shortForm: row.short_form })));
  const fresh = entries.filter((entry) => !there.has(keyOf(entry)));
  if (listed.length + fresh.length > MOST)
    throw new Problem('conflict', 'election.list-full', { params: { most: MOST } });
  const at = now.toString();
  await queries.insertEntries(
    tx,
    fresh.map(({ shortForm, familyAlone, ...entry }) => ({
      ...entry,
      id: newId(),
      institution_id: institutionOf(author),
      period_id: periodId,
      short_form: shortForm,
      family_alone: familyAlone,
      added_by: personOf(author),
      added_at: at,
      changed_at: at,
      removed_by: null,
    })),
  );
  if (fresh.length > 0)
    await write(tx, author, now, {
      kind: 'election.listed',
      subjectId: periodId,
      detail: {
        count: fresh.length,
        names: fresh.map(({ name, shortForm }) => name || shortForm).slice(0, 50),
      },
    });
  return fresh.length;
}

async function mark(
  deps: ElectionDeps,
  author: Author,
  { electionId, entryId }: OneEntry,
  removed: boolean,
): Promise<void> {
  await asAuthor(deps, author, async (tx, now) => {
    const entry = await queries.findEntry(tx, entryId);
    if (entry?.institution_id !== institutionOf(author) || entry.period_id !== electionId)
      throw new Problem('not-found', 'election.entry-not-found');
    const changed = await queries.markEntries(tx, [entryId], removed ? { by: personOf(author) } : null, now);
    if (changed.length === 0) return;
    await write(tx, author, now, {
      kind: removed ? 'election.unlisted' : 'election.listed',
      subjectId: entry.period_id,
      detail: { count: 1, names: [entry.name || entry.short_form] },
    });
  });
}
