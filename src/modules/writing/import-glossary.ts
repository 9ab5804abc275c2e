import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import type { Tx } from '#/db/database.ts';
import { may, permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { fromCsv, toCsv } from './glossary-csv.ts';
import { insertEntry, listEntryRows } from './queries.ts';
import { handOn, type WritingDeps } from './teach-word.ts';

/** More is no glossary but a mistake: the compiled pattern of so many words would slow down every key. */
const MOST = 5000;

/** Everything that holds, as CSV. */
export async function exportGlossary(tx: Tx, actor: Actor): Promise<string> {
  permit(actor, 'institution.read');
  const rows = await listEntryRows(tx, { state: 'accepted' }, { limit: MOST });
  return toCsv(rows);
}

/**
 * Takes a table in: all of it or, where a row is none, nothing. What is there already stays as it is.
 * @throws Problem `glossary.csv` with every row that is none
 */
export async function importGlossary(
  deps: WritingDeps,
  actor: Actor,
  csv: string,
): Promise<{ added: number; known: number }> {
  permit(actor, 'glossary.propose');
  const { rows, faults } = fromCsv(csv);
  if (faults.length > 0 || rows.length > MOST)
    throw new Problem('invalid', 'glossary.csv', {
      params: { count: Math.max(faults.length, 1), max: MOST },
      faults: faults.slice(0, 100).map(({ line, code, params }) => ({ path: `/csv/${line}`, code, params })),
    });
  const now = deps.clock.now();
  const accepted = may(actor, 'glossary.decide');
  return deps.db.within(actor, async (tx) => {
    let added = 0;
    for (const { entry, note } of rows) {
      const isNew = await insertEntry(tx, {
        id: newId(),
        institutionId: actor.institutionId,
        entry,
        note,
        by: actor.personId,
        accepted,
        now,
      });
      if (isNew) added += 1;
    }
    if (added > 0) {
      await record(tx, actor, now, {
        kind: 'glossary.imported',
        subjectType: 'institution',
        subjectId: actor.institutionId,
        detail: { added, known: rows.length - added },
      });
      if (accepted) await handOn(tx, actor, now);
    }
    return { added, known: rows.length - added };
  });
}
