import { cropFor, MIDDLE } from '#/language/index.ts';
import { shrink } from '../_kit/images.ts';
import type { Image } from '../contract.ts';
import { manifest } from './manifest.ts';

/** Wider pictures are made smaller there (`ig-user/media`), and ours are sharper. */
const ROOM = { maxBytes: manifest.limits.images.maxBytes, maxSide: 1800 } as const;

/**
 * A picture as Instagram takes it: JPEG and nothing else, and in a carousel in the shape of the first one, which all others are
 * cut to anyway, there around their middle and here around their focus. Null where it cannot be read.
 */
export async function asJpeg(image: Image, shape: number | null): Promise<Uint8Array | null> {
  const bytes = await image.read();
  const cut = shape === null ? null : cropFor(image, { min: shape, max: shape }, focusOf(image));
  const isFine =
    cut === null &&
    image.mime === 'image/jpeg' &&
    bytes.byteLength <= ROOM.maxBytes &&
    Math.max(image.width, image.height) <= ROOM.maxSide;
  if (isFine) return bytes;
  try {
    const cropped = cut ? await extract(bytes, cut) : bytes;
    return (await shrink(cropped, ROOM))?.bytes ?? null;
  } catch {
    return null;
  }
}

async function extract(
  bytes: Uint8Array,
  cut: { left: number; top: number; width: number; height: number },
): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes).extract(cut).png().toBuffer();
}

/** A picture at the very edge of what is taken was cut to it, and its focus is one of the picture before. */
function focusOf({ width, height, focus }: Image) {
  const { ratio } = manifest.limits.images;
  const shape = width / height;
  const wasCut = ratio !== null && (shape <= ratio.min + 0.01 || shape >= ratio.max - 0.01);
  return focus && !wasCut ? focus : MIDDLE;
}
