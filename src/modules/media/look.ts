import sharp from 'sharp';

const [WIDTH, HEIGHT] = [9, 8];

/**
 * A difference hash, 64 bits: where of a small grey picture each point is lighter than the one to its right. The same
 * picture in another size, format or quality differs in a few bits. Null for one with too little in it to tell by: all
 * plain areas look alike.
 */
export async function lookOf(bytes: Uint8Array): Promise<string | null> {
  const { data } = await sharp(bytes)
    .flatten({ background: 'white' })
    .greyscale()
    .resize(WIDTH, HEIGHT, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let bits = '';
  for (let row = 0; row < HEIGHT; row += 1)
    for (let at = row * WIDTH; at < row * WIDTH + WIDTH - 1; at += 1)
      bits += (data[at] ?? 0) > (data[at + 1] ?? 0) ? '1' : '0';
  const ones = bits.replaceAll('0', '').length;
  return Math.min(ones, bits.length - ones) <= ALIKE_BITS ? null : bits;
}

/** Bits in which two pictures that look alike may differ. */
export const ALIKE_BITS = 6;
