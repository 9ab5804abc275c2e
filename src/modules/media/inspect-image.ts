import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { Problem } from '#/kernel/errors.ts';

/** A picture of more pixels than this is a bomb or a mistake: 50 megapixels are a 200 MB bitmap. */
export const MAX_PIXELS = 50_000_000;
const THUMBNAIL_PX = 480;
const TAKEN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);

export type InspectedImage = {
  bytes: Uint8Array;
  thumbnail: Uint8Array;
  sha256: string;
  mime: 'image/jpeg' | 'image/png' | 'image/webp';
  width: number;
  height: number;
};

/**
 * Reads an upload by its content, not by its name, and keeps a copy without metadata: turned upright, in sRGB, with
 * no EXIF, GPS position or embedded thumbnail.
 * @throws Problem `media.not-an-image`, `media.broken`, `media.too-many-pixels`
 */
export async function inspectImage(upload: Uint8Array): Promise<InspectedImage> {
  const found = await fileTypeFromBuffer(upload);
  if (!found || !TAKEN.has(found.mime)) {
    throw refused('media.not-an-image', { kind: found?.mime ?? '?' });
  }
  try {
    const input = sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error', autoOrient: true });
    const { width, height, hasAlpha } = await input.metadata();
    if (width * height > MAX_PIXELS) throw refused('media.too-many-pixels', { width, height });
    const mime =
      found.mime === 'image/jpeg'
        ? 'image/jpeg'
        : hasAlpha || found.mime !== 'image/avif'
          ? 'image/png'
          : 'image/jpeg';
    const kept =
      found.mime === 'image/webp'
        ? input.webp({ quality: 90 })
        : mime === 'image/jpeg'
          ? input.jpeg({ quality: 90, mozjpeg: false })
          : input.png();
    const { data, info } = await kept.toColourspace('srgb').toBuffer({ resolveWithObject: true });
    const thumbnail = await sharp(data)
      .resize({ width: THUMBNAIL_PX, height: THUMBNAIL_PX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer();
    return {
      bytes: data,
      thumbnail,
      sha256: createHash('sha256').update(data).digest('hex'),
      mime: found.mime === 'image/webp' ? 'image/webp' : mime,
      width: info.width,
      height: info.height,
    };
  } catch (error) {
    if (error instanceof Problem) throw error;
    const tooMany = error instanceof Error && /pixel limit/i.test(error.message);
    throw refused(tooMany ? 'media.too-many-pixels' : 'media.broken', {}, error);
  }
}

function refused(code: string, params: Record<string, string | number>, cause?: unknown): Problem {
  const all = { ...params, megapixels: MAX_PIXELS / 1_000_000 };
  return new Problem('invalid', code, { params: all, faults: [{ path: '/', code, params: all }], cause });
}
