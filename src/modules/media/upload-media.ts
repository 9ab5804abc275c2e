import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { cleanText } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import type { FileStore } from './file-store.ts';
import { inspectImage } from './inspect-image.ts';
import { insertMedia } from './queries.ts';

export type MediaDeps = { db: Db; clock: Clock; files: FileStore };

/**
 * Keeps a picture and answers its id; the same picture again answers the first id. The file is on the disk before
 * the row is in the database: a kill in between leaves a file nobody points at, never a row without a file.
 */
export async function uploadMedia(
  deps: MediaDeps,
  actor: Actor,
  upload: { bytes: Uint8Array; fileName: string },
): Promise<string> {
  permit(actor, 'media.upload');
  const image = await inspectImage(upload.bytes);
  await deps.files.put(image.sha256, 'original', image.bytes);
  await deps.files.put(image.sha256, 'thumbnail', image.thumbnail);
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const { id, isNew } = await insertMedia(tx, {
      id: newId(),
      institution_id: actor.institutionId,
      sha256: image.sha256,
      mime: image.mime,
      bytes: image.bytes.byteLength,
      width: image.width,
      height: image.height,
      file_name: cleanText(upload.fileName).text.slice(0, 200),
      uploaded_by: actor.personId,
      now,
    });
    if (isNew) {
      await record(tx, actor, now, {
        kind: 'media.uploaded',
        subjectType: 'media',
        subjectId: id,
        detail: { sha256: image.sha256 },
      });
    }
    return id;
  });
}
