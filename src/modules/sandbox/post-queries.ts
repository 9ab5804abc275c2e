import { sql, type Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { SandboxMediaTable, SandboxPostTable } from './tables.ts';

export type PostRow = Selectable<SandboxPostTable>;
export type MediaRow = Omit<Selectable<SandboxMediaTable>, 'data'>;

const MEDIA_COLUMNS = [
  'id',
  'institution_id',
  'account_id',
  'sha256',
  'mime',
  'width',
  'height',
  'alt',
  'created_at',
] as const;

export const findPost = (tx: Tx, accountId: string, key: string): Promise<PostRow | undefined> =>
  tx
    .selectFrom('sandbox_posts')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirst();

/** Undefined where the key is taken: then it was there first. */
export const insertPost = (
  tx: Tx,
  post: Omit<PostRow, 'published_at' | 'removed_at'> & { now: Temporal.Instant },
): Promise<PostRow | undefined> => {
  const { now, ...values } = post;
  return tx
    .insertInto('sandbox_posts')
    .values({ ...values, published_at: now.toString({ smallestUnit: 'millisecond' }) })
    .onConflict((conflict) => conflict.columns(['account_id', 'key']).doNothing())
    .returningAll()
    .executeTakeFirst();
};

/** Empties a post and keeps its key; its comments go. False where there is none to remove. */
export async function removePostRow(
  tx: Tx,
  accountId: string,
  key: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const removed = await tx
    .updateTable('sandbox_posts')
    .set({ text: '', comment: '', media_ids: [], removed_at: now.toString() })
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!removed) return false;
  await tx.deleteFrom('sandbox_comments').where('post_id', '=', removed.id).execute();
  return true;
}

export type PostPage = {
  /** Only this account's, where given. */
  accountId?: string | undefined;
  /** The last one of the page before. */
  before: { at: string; id: string } | null;
  limit: number;
};

/** Posts that are out, newest first. */
export async function listPostRows(tx: Tx, institutionId: string, page: PostPage): Promise<PostRow[]> {
  let query = tx
    .selectFrom('sandbox_posts')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('removed_at', 'is', null)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit);
  const { accountId, before } = page;
  if (accountId) query = query.where('account_id', '=', accountId);
  if (before) {
    query = query.where(sql<boolean>`(published_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`);
  }
  return query.execute();
}

export const readPostRow = (tx: Tx, accountId: string, id: string): Promise<PostRow | undefined> =>
  tx
    .selectFrom('sandbox_posts')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();

/** Of these ids those that there are, in no order. */
export async function readMedia(tx: Tx, ids: readonly string[]): Promise<MediaRow[]> {
  if (ids.length === 0) return [];
  return tx.selectFrom('sandbox_media').select(MEDIA_COLUMNS).where('id', 'in', ids).execute();
}

/** Keeps a picture; the same one with the same words is the one that is there, young again. */
export async function upsertMedia(
  tx: Tx,
  media: Omit<MediaRow, 'created_at'> & { data: Uint8Array; now: Temporal.Instant },
): Promise<string> {
  const { now, data, ...values } = media;
  const { rows } = await sql<{ id: string }>`
    insert into sandbox_media (id, institution_id, account_id, sha256, mime, width, height, alt, data, created_at)
    values (${values.id}, ${values.institution_id}, ${values.account_id}, ${values.sha256}, ${values.mime},
      ${values.width}, ${values.height}, ${values.alt}, ${Buffer.from(data)}, ${now.toString()}::timestamptz)
    on conflict (account_id, sha256, md5(alt)) do update set created_at = excluded.created_at
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** Uploads that no post came to use: prepared and given up, or of a post that was removed. */
export async function forgetUnusedMedia(tx: Tx, accountId: string, before: Temporal.Instant): Promise<void> {
  await sql`
    delete from sandbox_media m where account_id = ${accountId}::uuid and created_at < ${before.toString()}::timestamptz
      and not exists (select 1 from sandbox_posts p where p.media_ids @> array[m.id])`.execute(tx);
}

/** The bytes of a picture that stands in a post. */
export async function readPublicMedia(
  tx: Tx,
  id: string,
): Promise<{ mime: string; sha256: string; data: Buffer } | undefined> {
  return tx
    .selectFrom('sandbox_media')
    .select(['mime', 'sha256', 'data'])
    .where('id', '=', id)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('sandbox_posts')
          .select('sandbox_posts.id')
          .where(sql<boolean>`sandbox_posts.media_ids @> array[sandbox_media.id]`),
      ),
    )
    .executeTakeFirst();
}
