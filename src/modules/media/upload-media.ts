import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { cleanText } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import type { FileStore } from './file-store.ts';
import { inspectImage } from './inspect-image.ts';
import { inspectVideo } from './inspect-video.ts';
import { lookOf } from './look.ts';
import { insertMedia, notePoster, readMediaRow } from './queries.ts';

export type MediaDeps = { db: Db; clock: Clock; files: FileStore };

/**
 * Keeps a picture or a video and answers its id; the same file again answers the first id. The file is on the disk
 * before the row is in the database: a kill in between leaves a file nobody points at, never a row without a file.
 */
export async function uploadMedia(
  deps: MediaDeps,
  actor: Actor,
  upload: { bytes: Uint8Array; fileName: string },
): Promise<string> {
  return (await keepMedia(deps, actor, upload)).id;
}

/** The same, and whether it was not there yet. */
export async function keepMedia(
  deps: MediaDeps,
  actor: Actor,
  upload: { bytes: Uint8Array; fileName: string },
): Promise<{ id: string; isNew: boolean }> {
  permit(actor, 'media.upload');
  const kept = await keepFile(deps.files, upload.bytes);
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const { id, isNew } = await insertMedia(tx, {
      id: newId(),
      institution_id: actor.institutionId,
      ...kept,
      file_name: cleanText(upload.fileName).text.slice(0, 200),
      uploaded_by: actor.personId,
      read_text: null,
      now,
    });
    if (isNew) {
      await record(tx, actor, now, {
        kind: 'media.uploaded',
        subjectType: 'media',
        subjectId: id,
        detail: { sha256: kept.sha256 },
      });
    }
    return { id, isNew };
  });
}

/** By its content, not by its name: a video by its container, anything else must be a picture. */
async function keepFile(files: FileStore, bytes: Uint8Array) {
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  if (mime === 'video/mp4' || mime === 'video/webm') {
    const { sha256, width, height, durationMs } = await inspectVideo(bytes, mime);
    await files.put(sha256, 'original', bytes);
    const facts = { sha256, mime, width, height, bytes: bytes.byteLength };
    return { ...facts, kind: 'video' as const, duration_ms: durationMs, has_poster: false, look: null };
  }
  const image = await inspectImage(bytes);
  await files.put(image.sha256, 'original', image.bytes);
  await files.put(image.sha256, 'thumbnail', image.thumbnail);
  return {
    sha256: image.sha256,
    mime: image.mime,
    bytes: image.bytes.byteLength,
    width: image.width,
    height: image.height,
    kind: 'image' as const,
    duration_ms: null,
    has_poster: true,
    look: await lookOf(image.bytes),
  };
}

/**
 * A frame of a video for lists and players. The browser that sends the video makes it, which can decode what we only
 * read the container of. @throws Problem `captions.not-a-video`
 */
export async function setPoster(
  deps: MediaDeps,
  actor: Actor,
  mediaId: string,
  bytes: Uint8Array,
): Promise<void> {
  permit(actor, 'media.upload');
  await deps.db.within(actor, async (tx) => {
    const media = await readMediaRow(tx, mediaId);
    if (!media) throw new Problem('not-found', 'media.not-found');
    if (media.kind !== 'video') throw new Problem('conflict', 'captions.not-a-video');
    const { thumbnail } = await inspectImage(bytes);
    const sha256 = createHash('sha256').update(thumbnail).digest('hex');
    await deps.files.put(sha256, 'thumbnail', thumbnail);
    await notePoster(tx, mediaId, { sha256, now: deps.clock.now() });
    await record(tx, actor, deps.clock.now(), {
      kind: 'media.poster',
      subjectType: 'media',
      subjectId: mediaId,
    });
  });
}
