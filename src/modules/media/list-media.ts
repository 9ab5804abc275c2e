import type { Tx } from '#/db/database.ts';
import { foldForSearch } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { listMediaRows, type MediaPage, type MediaRow } from './queries.ts';

/** Pictures, newest first; the search in their file names finds across scripts and without diacritics. */
export async function listMedia(
  tx: Tx,
  actor: Actor,
  page: MediaPage,
): Promise<{ rows: MediaRow[]; next: string | null }> {
  permit(actor, 'media.read');
  const rows = await listMediaRows(tx, {
    ...page,
    search: foldForSearch(page.search ?? ''),
    limit: page.limit + 1,
  });
  const shown = rows.slice(0, page.limit);
  return { rows: shown, next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null };
}
