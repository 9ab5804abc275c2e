import type { Tx } from '#/db/database.ts';
import { newId, isId } from '#/kernel/ids.ts';
import { countText, isVariant } from '#/language/index.ts';
import {
  findPost,
  insertPost,
  readMedia,
  removePostRow,
  type MediaRow,
  type PostRow,
} from './post-queries.ts';
import { KEY, LIMITS, SandboxRefusal, isStorable } from './rules.ts';
import type { SandboxDeps } from './claim-account.ts';
import type { SandboxHolder } from './hold-token.ts';

type Deps = Pick<SandboxDeps, 'db' | 'clock'>;

export type KeptPost = { row: PostRow; media: MediaRow[] };

/**
 * Publishes a post under a key of the client's choice. The same request again changes nothing and answers the same;
 * a key belongs to one message for ever.
 */
export async function putPost(
  deps: Deps,
  holder: SandboxHolder,
  key: string,
  wanted: { text: string; comment?: string; language: string; media: readonly string[] },
): Promise<KeptPost & { isNew: boolean }> {
  const { text, comment = '', language } = wanted;
  if (!KEY.test(key) || !isStorable(text) || !isStorable(comment)) throw new SandboxRefusal('invalid');
  if (!isVariant(language) || !wanted.media.every(isId)) throw new SandboxRefusal('invalid');
  if (wanted.media.length > LIMITS.images) throw new SandboxRefusal('too-many-images');
  return deps.db.within(holder, async (tx) => {
    const before = await findPost(tx, holder.accountId, key);
    if (before?.removed_at) throw new SandboxRefusal('post-removed');
    if (text.trim() === '') throw new SandboxRefusal('text-empty');
    if (countText(text, 'graphemes') > LIMITS.text) throw new SandboxRefusal('text-too-long');
    if (countText(comment, 'graphemes') > LIMITS.comment) throw new SandboxRefusal('text-too-long');
    const media = await mediaOf(tx, holder, wanted.media);
    const added = before
      ? undefined
      : await insertPost(tx, {
          id: newId(),
          institution_id: holder.institutionId,
          account_id: holder.accountId,
          key,
          text,
          comment,
          language,
          media_ids: [...wanted.media],
          now: deps.clock.now(),
        });
    if (added) return { row: added, media, isNew: true };
    const row = before ?? (await findPost(tx, holder.accountId, key));
    if (!row || row.removed_at) throw new SandboxRefusal('post-removed');
    const same =
      row.text === text &&
      row.comment === comment &&
      row.language === language &&
      row.media_ids.join() === wanted.media.join();
    if (!same) throw new SandboxRefusal('key-used');
    return { row, media, isNew: false };
  });
}

/** @throws SandboxRefusal `post-not-found`, `post-removed` */
export async function getPost(deps: Deps, holder: SandboxHolder, key: string): Promise<KeptPost> {
  if (!KEY.test(key)) throw new SandboxRefusal('invalid');
  return deps.db.within(holder, async (tx) => {
    const row = await findPost(tx, holder.accountId, key);
    if (!row) throw new SandboxRefusal('post-not-found');
    if (row.removed_at) throw new SandboxRefusal('post-removed');
    return { row, media: inOrder(row.media_ids, await readMedia(tx, row.media_ids)) };
  });
}

/** Takes a post down, with its comments; its key stays used. @throws SandboxRefusal `post-not-found`, `post-removed` */
export async function removePost(deps: Deps, holder: SandboxHolder, key: string): Promise<void> {
  if (!KEY.test(key)) throw new SandboxRefusal('invalid');
  await deps.db.within(holder, async (tx) => {
    if (await removePostRow(tx, holder.accountId, key, deps.clock.now())) return;
    throw new SandboxRefusal((await findPost(tx, holder.accountId, key)) ? 'post-removed' : 'post-not-found');
  });
}

async function mediaOf(tx: Tx, holder: SandboxHolder, ids: readonly string[]): Promise<MediaRow[]> {
  const rows = (await readMedia(tx, ids)).filter((row) => row.account_id === holder.accountId);
  const media = inOrder(ids, rows);
  if (media.length < ids.length) throw new SandboxRefusal('media-unknown');
  if (media.some((row) => row.alt.trim() === '')) throw new SandboxRefusal('alt-missing');
  return media;
}

export const inOrder = (ids: readonly string[], rows: readonly MediaRow[]): MediaRow[] =>
  ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
