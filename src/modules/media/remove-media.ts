import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { deleteMedia, lockMediaRow } from './queries.ts';

type Deps = {
  db: Db;
  clock: Clock;
  /** What a picture is needed for, of which this module knows nothing. */
  usedFor(tx: Tx, mediaId: string): Promise<'post' | 'logo' | null>;
};

/**
 * Takes a picture or a video, with its captions, out of the library. The file stays on the disk: another institution
 * may have the same one, and a backup of before must find it. @throws Problem `media.in-post`, `media.is-logo`
 */
export async function removeMedia(deps: Deps, actor: Actor, mediaId: string): Promise<void> {
  permit(actor, 'media.upload');
  await deps.db.within(actor, async (tx) => {
    const media = await lockMediaRow(tx, mediaId);
    if (!media) throw new Problem('not-found', 'media.not-found');
    const use = await deps.usedFor(tx, mediaId);
    if (use) throw new Problem('conflict', use === 'post' ? 'media.in-post' : 'media.is-logo');
    await deleteMedia(tx, mediaId);
    await record(tx, actor, deps.clock.now(), {
      kind: 'media.removed',
      subjectType: 'media',
      subjectId: mediaId,
      detail: { sha256: media.sha256, fileName: media.file_name },
    });
  });
}
