import type { Tx } from '#/db/database.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { listMediaRows, type MediaRow } from './queries.ts';

/** Pictures, newest first. */
export async function listMedia(
  tx: Tx,
  actor: Actor,
  page: { after?: string | undefined; limit: number },
): Promise<{ rows: MediaRow[]; next: string | null }> {
  permit(actor, 'media.read');
  const rows = await listMediaRows(tx, { after: page.after, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  return { rows: shown, next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null };
}
