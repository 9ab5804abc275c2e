import { Halt } from '../_kit/halt.ts';
import type { Call } from '../_kit/http.ts';
import { fitImage, type Fitted } from '../_kit/images.ts';
import { NETWORK_REASONS, reason } from '../_kit/reasons.ts';
import type { ConnectorContext, Image, Message } from '../contract.ts';
import { manifest } from './manifest.ts';
import { API } from './wire.ts';

/** JPEG and WebP, and of no side longer than a telephone shows. */
const ROOM = {
  maxBytes: manifest.limits.images.maxBytes,
  maxSide: 1920,
  mime: ['image/jpeg', 'image/webp'],
} as const;

/** @throws Halt */
export async function fittedAll(images: readonly Image[]): Promise<Fitted[]> {
  const all: Fitted[] = [];
  for (const image of images) {
    const fitted = await fitImage(await image.read(), image, ROOM);
    if (!fitted) throw new Halt({ kind: 'rejected', reason: reason(NETWORK_REASONS.imageBroken) });
    all.push(fitted);
  }
  return all;
}

/**
 * `POST /v2/post/publish/content/init/` (https://developers.tiktok.com/doc/content-posting-api-reference-photo-post): a draft of
 * pictures that TikTok fetches from us, with the words below them. Lent anew each time: an address that was kept could be over.
 */
export async function photoCall({ lend }: ConnectorContext, message: Message): Promise<Call> {
  if (!lend) throw new Halt({ kind: 'rejected', reason: reason('no-public-address') });
  const photo_images: string[] = [];
  for (const { bytes, mime } of await fittedAll(message.images)) {
    const { url } = await lend({ bytes, mime });
    photo_images.push(url);
  }
  return {
    method: 'POST',
    url: `${API}/post/publish/content/init/`,
    json: {
      media_type: 'PHOTO',
      post_mode: 'MEDIA_UPLOAD',
      post_info: { description: message.text.toWellFormed().trim() },
      source_info: { source: 'PULL_FROM_URL', photo_images, photo_cover_index: 0 },
    },
  };
}
