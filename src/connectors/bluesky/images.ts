import type sharpModule from 'sharp';

/**
 * Bytes of one image. The lexicon allows 2,000,000 since 2026 ("formerly limited to 1 MB",
 * `app.bsky.embed.images`), but servers that were not updated refuse more than the old number, and a picture on
 * a telephone's screen gains nothing: the old number goes everywhere. The thumb of a card still has it.
 */
export const IMAGE_MAX_BYTES = 1_000_000;

export type Fitted = { bytes: Uint8Array; mime: string; width: number; height: number };

/** Longest side in pixels and quality, from the best to the smallest. */
const STEPS = [
  [2000, 88],
  [2000, 76],
  [1600, 76],
  [1200, 72],
  [1000, 60],
  [800, 50],
] as const;
/** Enough for any camera; more is a bomb. */
const MAX_PIXELS = 80_000_000;

/**
 * The image as it is where it fits, else as JPEG made smaller step by step, upright, without metadata, on white
 * where it was transparent. Null where it cannot be read.
 */
export async function fitImage(
  bytes: Uint8Array,
  mime: string,
  size: { width: number; height: number },
): Promise<Fitted | null> {
  if (bytes.byteLength <= IMAGE_MAX_BYTES) return { bytes, mime, ...size };
  return shrink(bytes);
}

/** As `fitImage`, but always read and written anew: for pictures of strangers' pages. */
export async function shrink(bytes: Uint8Array, longest = 2000): Promise<Fitted | null> {
  const sharp = await load();
  try {
    for (const [side, quality] of STEPS) {
      if (side > longest) continue;
      const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
        .rotate()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality, mozjpeg: true })
        .toBuffer({ resolveWithObject: true });
      if (data.byteLength <= IMAGE_MAX_BYTES) {
        return { bytes: data, mime: 'image/jpeg', width: info.width, height: info.height };
      }
    }
  } catch {
    return null;
  }
  return null;
}

/** Only where it is needed: the library is large. */
const load = async (): Promise<typeof sharpModule> => (await import('sharp')).default;
