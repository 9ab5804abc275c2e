import type { Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { MediaTable } from './tables.ts';

export type MediaRow = Selectable<MediaTable>;

export const readMediaRow = (tx: Tx, id: string): Promise<MediaRow | undefined> =>
  tx.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst();

export async function readMediaRows(tx: Tx, ids: readonly string[]): Promise<MediaRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('media').selectAll().where('id', 'in', ids).execute();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Inserts a picture; the same picture a second time is the first one. */
export async function insertMedia(
  tx: Tx,
  media: Omit<MediaRow, 'uploaded_at'> & { now: Temporal.Instant },
): Promise<{ id: string; isNew: boolean }> {
  const { now, ...row } = media;
  const inserted = await tx
    .insertInto('media')
    .values({ ...row, uploaded_at: now.toString() })
    .onConflict((conflict) => conflict.columns(['institution_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) return { id: inserted.id, isNew: true };
  const known = await tx
    .selectFrom('media')
    .select('id')
    .where('sha256', '=', row.sha256)
    .executeTakeFirstOrThrow();
  return { id: known.id, isNew: false };
}

/** Newest first; ids sort by time. */
export function listMediaRows(
  tx: Tx,
  page: { after?: string | undefined; limit: number },
): Promise<MediaRow[]> {
  let query = tx.selectFrom('media').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.after) query = query.where('id', '<', page.after);
  return query.execute();
}
