import type sharpModule from 'sharp';

export type Fitted = { bytes: Uint8Array; mime: string; width: number; height: number };

/** What a network takes. */
export type Room = {
  /** Bytes of one image. */
  maxBytes: number;
  /** Pixels of the longer side. */
  maxSide?: number;
  /** Pixels in all. */
  maxPixels?: number;
  /** The kinds it takes; all that we keep where not said. */
  mime?: readonly string[];
};

/** Longest side in pixels and quality, from the best to the smallest. */
const STEPS = [
  [4000, 88],
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
 * The image as it is where it fits, else as JPEG made smaller step by step, upright, in sRGB, without metadata, on
 * white where it was transparent. Null where it cannot be read, or will not become small enough.
 */
export async function fitImage(
  bytes: Uint8Array,
  image: { mime: string; width: number; height: number },
  room: Room,
): Promise<Fitted | null> {
  const { mime, width, height } = image;
  const fits =
    bytes.byteLength <= room.maxBytes &&
    Math.max(width, height) <= (room.maxSide ?? Infinity) &&
    width * height <= (room.maxPixels ?? Infinity) &&
    (room.mime === undefined || room.mime.includes(mime));
  return fits ? { bytes, mime, width, height } : shrink(bytes, room);
}

/** As `fitImage`, but always read and written anew: for pictures of strangers' pages. */
export async function shrink(bytes: Uint8Array, room: Room): Promise<Fitted | null> {
  const sharp = await load();
  const longest = Math.min(room.maxSide ?? Infinity, Math.floor(Math.sqrt(room.maxPixels ?? Infinity)));
  try {
    for (const [step, quality] of STEPS) {
      const side = Math.min(step, longest);
      const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
        .rotate()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality, mozjpeg: true })
        .toBuffer({ resolveWithObject: true });
      if (data.byteLength <= room.maxBytes) {
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
