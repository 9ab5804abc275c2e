import sharp from 'sharp';
import { cropFor, type Focus } from '#/language/index.ts';

/**
 * A picture cut to a shape that a network takes, around the point that must stay in it. As it was where it fits.
 * @param ratio width through height: the narrowest and the widest that is taken
 */
export async function cropImage(
  image: { bytes: Uint8Array; mime: string; width: number; height: number },
  ratio: { min: number; max: number },
  focus: Focus,
): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  const cut = cropFor(image, ratio, focus);
  if (!cut) return image;
  const cropped = sharp(image.bytes).extract(cut);
  const written =
    image.mime === 'image/png'
      ? cropped.png()
      : image.mime === 'image/webp'
        ? cropped.webp({ quality: 90 })
        : cropped.jpeg({ quality: 90 });
  const { data, info } = await written.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
