import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import { likePatterns } from '#/db/like-patterns.ts';
import { foldForSearch, type Variant } from '#/language/index.ts';
import { ALIKE_BITS } from './look.ts';
import type { Rights } from './rights.ts';
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

const NOTHING_SAID: Rights & { tags: string[] } = {
  licence: 'unsaid',
  author: '',
  source: '',
  licensed_until: null,
  shows: '',
  consent: 'none',
  consent_until: null,
  tags: [],
};

/** Inserts a picture; the same picture a second time is the first one. */
export async function insertMedia(
  tx: Tx,
  media: Omit<
    MediaRow,
    | 'uploaded_at'
    | 'search'
    | 'revision'
    | 'end_told_on'
    | 'poster_sha256'
    | 'poster_at'
    | keyof Rights
    | 'tags'
  > &
    Partial<Rights & Pick<MediaRow, 'tags' | 'poster_sha256'>> & { now: Temporal.Instant },
): Promise<{ id: string; isNew: boolean }> {
  const { now, ...row } = media;
  const inserted = await tx
    .insertInto('media')
    .values({
      ...NOTHING_SAID,
      ...row,
      search: foldForSearch([row.file_name, ...(row.tags ?? [])].join(' ')),
      end_told_on: null,
      poster_at: row.poster_sha256 ? now.toString() : null,
      uploaded_at: now.toString(),
    })
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

/** Of a picture that a library has already: that its consent is withdrawn there, too. */
export async function withdrawConsent(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('media')
    .set(({ eb }) => ({
      consent: 'withdrawn' as const,
      consent_until: null,
      revision: eb('revision', '+', 1),
      end_told_on: null,
    }))
    .where('id', '=', id)
    .where('consent', '<>', 'withdrawn')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function updateDetails(
  tx: Tx,
  id: string,
  details: Rights & { tags: string[] },
  search: string,
): Promise<void> {
  await tx
    .updateTable('media')
    .set(({ eb }) => ({ ...details, search, revision: eb('revision', '+', 1), end_told_on: null }))
    .where('id', '=', id)
    .execute();
}

/** Pictures that look like one, nearest first. */
export async function listAlikeRows(tx: Tx, id: string): Promise<MediaRow[]> {
  const one = await readMediaRow(tx, id);
  if (!one?.look) return [];
  const distance = sql<number>`bit_count(look # ${one.look}::bit(64))`;
  return tx
    .selectFrom('media')
    .selectAll()
    .where('id', '<>', id)
    .where('look', 'is not', null)
    .where(distance, '<=', ALIKE_BITS)
    .orderBy(distance)
    .orderBy('id', 'desc')
    .limit(5)
    .execute();
}

/** Words that pictures are tagged with, the most used first. */
export async function listTagsInUse(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select tag from media cross join lateral unnest(tags) as tag group by tag order by count(*) desc, tag limit 100`.execute(
    tx,
  );
  return rows.map(({ tag }) => tag);
}

export async function endingRights(
  db: Kysely<Tables>,
  fromDay: string,
  byDay: string,
  batch: number,
): Promise<{ institution_id: string; id: string }[]> {
  const { rows } = await sql<{ institution_id: string; id: string }>`
    select institution_id, id from ending_media_rights(${fromDay}::date, ${byDay}::date, ${batch})`.execute(
    db,
  );
  return rows;
}

export async function noteEndTold(tx: Tx, id: string, day: string): Promise<void> {
  await tx.updateTable('media').set({ end_told_on: day }).where('id', '=', id).execute();
}

export type MediaPage = {
  tag?: string | undefined;
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
  if (page.tag !== undefined) query = query.where(sql<boolean>`tags @> ${[page.tag]}::text[]`);
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

export async function notePoster(
  tx: Tx,
  id: string,
  { sha256, now }: { sha256: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('media')
    .set({ has_poster: true, poster_sha256: sha256, poster_at: now.toString() })
    .where('id', '=', id)
    .execute();
}

/** Under which hash the small picture of a file lies. */
export const thumbnailOf = (row: Pick<MediaRow, 'sha256' | 'poster_sha256'>): string =>
  row.poster_sha256 ?? row.sha256;

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
