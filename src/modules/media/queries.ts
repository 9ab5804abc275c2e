import { sql, type Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import { likePatterns } from '#/db/like-patterns.ts';
import { foldForSearch, type Variant } from '#/language/index.ts';
import type { MediaCaptionsTable, MediaTable } from './tables.ts';

export type MediaRow = Selectable<MediaTable>;

export const readMediaRow = (tx: Tx, id: string): Promise<MediaRow | undefined> =>
  tx.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst();

/** The row, held until the transaction ends. */
export const lockMediaRow = (tx: Tx, id: string): Promise<MediaRow | undefined> =>
  tx.selectFrom('media').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/**
 * Keeps pictures from being removed until the transaction ends, by whom it names them. In one order for all, so that
 * two who save the same pictures do not wait for each other; one that is gone is not waited for.
 */
export async function holdMedia(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.selectFrom('media').select('id').where('id', 'in', ids).orderBy('id').forKeyShare().execute();
}

/** With its captions. */
export async function deleteMedia(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('media_captions').where('media_id', '=', id).execute();
  await tx.deleteFrom('media').where('id', '=', id).execute();
}

export async function readMediaRows(tx: Tx, ids: readonly string[]): Promise<MediaRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('media').selectAll().where('id', 'in', ids).execute();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Inserts a picture; the same picture a second time is the first one. */
export async function insertMedia(
  tx: Tx,
  media: Omit<MediaRow, 'uploaded_at' | 'search'> & { now: Temporal.Instant },
): Promise<{ id: string; isNew: boolean }> {
  const { now, ...row } = media;
  const inserted = await tx
    .insertInto('media')
    .values({ ...row, search: foldForSearch(row.file_name), uploaded_at: now.toString() })
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

export type MediaPage = {
  after?: string | undefined;
  search?: string | undefined;
  /** Only these. */
  among?: readonly string[] | undefined;
  limit: number;
};

/** Newest first; ids sort by time. The search text must be folded already. */
export function listMediaRows(tx: Tx, page: MediaPage): Promise<MediaRow[]> {
  let query = tx.selectFrom('media').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.among) query = query.where((row) => row('id', '=', row.fn.any(row.val(page.among))));
  const patterns = likePatterns(page.search ?? '');
  if (patterns.length > 0)
    query = query.where(
      sql<boolean>`id in (select search_media(${patterns}::text[], ${page.after ?? null}::uuid, ${page.limit}::integer))`,
    );
  else if (page.after) query = query.where('id', '<', page.after);
  return query.execute();
}

export async function keepReadText(tx: Tx, id: string, text: string): Promise<void> {
  await tx.updateTable('media').set({ read_text: text }).where('id', '=', id).execute();
}

export async function notePoster(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('media').set({ has_poster: true }).where('id', '=', id).execute();
}

export type CaptionsRow = Selectable<MediaCaptionsTable>;

export async function keepCaptions(
  tx: Tx,
  captions: Omit<CaptionsRow, 'uploaded_at'> & { now: Temporal.Instant },
): Promise<void> {
  const { now, ...row } = captions;
  const values = { ...row, uploaded_at: now.toString() };
  await tx
    .insertInto('media_captions')
    .values(values)
    .onConflict((conflict) => conflict.columns(['media_id', 'variant']).doUpdateSet(values))
    .execute();
}

export async function dropCaptions(tx: Tx, mediaId: string, variant: Variant): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('media_captions')
    .where('media_id', '=', mediaId)
    .where('variant', '=', variant)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Which captions these videos have, without the captions themselves. */
export async function listCaptions(
  tx: Tx,
  mediaIds: readonly string[],
): Promise<Pick<CaptionsRow, 'media_id' | 'variant' | 'cues' | 'file_name'>[]> {
  if (mediaIds.length === 0) return [];
  return tx
    .selectFrom('media_captions')
    .select(['media_id', 'variant', 'cues', 'file_name'])
    .where('media_id', 'in', mediaIds)
    .orderBy('variant')
    .execute();
}

/** All captions of a video, whole. */
export const readAllCaptions = (
  tx: Tx,
  mediaId: string,
): Promise<Pick<CaptionsRow, 'variant' | 'vtt' | 'uploaded_at'>[]> =>
  tx
    .selectFrom('media_captions')
    .select(['variant', 'vtt', 'uploaded_at'])
    .where('media_id', '=', mediaId)
    .orderBy('variant')
    .execute();

export async function readCaptions(tx: Tx, mediaId: string, variant: Variant): Promise<string | undefined> {
  const row = await tx
    .selectFrom('media_captions')
    .select('vtt')
    .where('media_id', '=', mediaId)
    .where('variant', '=', variant)
    .executeTakeFirst();
  return row?.vtt;
}
