import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { newId } from '#/kernel/ids.ts';
import { countText } from '#/language/index.ts';
import { forgetUnusedMedia, upsertMedia } from './post-queries.ts';
import { LIMITS, SandboxRefusal, isStorable } from './rules.ts';
import type { SandboxDeps } from './claim-account.ts';
import type { SandboxHolder } from './hold-token.ts';

/** As many pixels as a picture may have that the media library takes. */
const MAX_PIXELS = 50_000_000;
const UNUSED_DAYS = 7;

/**
 * Keeps a picture, byte for byte, for posts to come. Judged by its content. The same picture with the same
 * alternative text is the same upload. @throws SandboxRefusal `media-too-large`, `media-kind`, `invalid`
 */
export async function keepMedia(
  deps: Pick<SandboxDeps, 'db' | 'clock'>,
  holder: SandboxHolder,
  upload: { bytes: Uint8Array; alt: string },
): Promise<string> {
  if (upload.bytes.byteLength > LIMITS.imageBytes) throw new SandboxRefusal('media-too-large');
  if (!isStorable(upload.alt) || countText(upload.alt, 'graphemes') > LIMITS.alt)
    throw new SandboxRefusal('invalid');
  const image = await inspect(upload.bytes);
  const now = deps.clock.now();
  return deps.db.within(holder, async (tx) => {
    await forgetUnusedMedia(tx, holder.accountId, now.subtract({ hours: UNUSED_DAYS * 24 }));
    return upsertMedia(tx, {
      id: newId(),
      institution_id: holder.institutionId,
      account_id: holder.accountId,
      sha256: createHash('sha256').update(upload.bytes).digest('hex'),
      alt: upload.alt,
      data: upload.bytes,
      now,
      ...image,
    });
  });
}

async function inspect(bytes: Uint8Array): Promise<{ mime: string; width: number; height: number }> {
  const mime: string | undefined = (await fileTypeFromBuffer(bytes))?.mime;
  if (mime === undefined || !LIMITS.mime.some((taken) => taken === mime))
    throw new SandboxRefusal('media-kind');
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { width, height } = await image.metadata();
    // A header alone proves nothing: a picture that breaks off shows itself only when it is decoded.
    await image.resize(8, 8, { fit: 'fill' }).raw().toBuffer();
    return { mime, width, height };
  } catch (cause) {
    throw new SandboxRefusal('media-kind', { cause });
  }
}
