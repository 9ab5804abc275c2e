import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { foldForSearch } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { acceptedEntries, listDecisionRows, listEntryRows, type GlossaryFilter } from './queries.ts';

/** The glossary, what is proposed first, searched without diacritics and across scripts. */
export async function listGlossary(
  tx: Tx,
  actor: Actor,
  query: GlossaryFilter & { after?: string | undefined; limit: number },
) {
  permit(actor, 'institution.read');
  const from = Number(query.after ?? 0) || 0;
  const rows = await listEntryRows(
    tx,
    { ...query, search: query.search ? foldForSearch(query.search) : undefined },
    { after: String(from), limit: query.limit + 1 },
  );
  const items = rows.slice(0, query.limit);
  return { items, next: rows.length > query.limit ? String(from + items.length) : null };
}

/** One entry, with the names of who taught and who decided. @throws Problem `glossary.not-found` */
export async function readGlossaryEntry(tx: Tx, actor: Actor, id: string) {
  permit(actor, 'institution.read');
  const [row] = await listEntryRows(tx, { id }, { limit: 1 });
  if (!row) throw new Problem('not-found', 'glossary.not-found');
  return row;
}

/** What suggestions between languages are made from, besides the dictionary: terms that hold, and decisions. */
export async function readWordDecisions(tx: Tx, actor: Actor) {
  permit(actor, 'institution.read');
  const terms = (await acceptedEntries(tx)).flatMap(({ id, entry }) =>
    entry.kind === 'term' ? [{ id, texts: entry.texts }] : [],
  );
  return { terms, decisions: await listDecisionRows(tx) };
}
