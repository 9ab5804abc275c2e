import type { Manifest, Source } from '../contract.ts';
import { look } from './look.ts';
import { words } from './words.ts';

/** Defaults of Mastodon itself; what a server allows is asked of it (`limits.ts`). */
const posting: Source = {
  url: 'https://docs.joinmastodon.org/user/posting/',
  read: '2026-11-25',
};
const instance: Source = {
  url: 'https://docs.joinmastodon.org/entities/Instance/#configuration',
  read: '2026-11-25',
};

export const manifest: Manifest = {
  network: 'mastodon',
  name: 'Mastodon',
  limits: {
    text: { max: 500, method: 'mastodon', source: posting },
    comment: { max: 500, method: 'mastodon', source: posting },
    images: {
      max: 4,
      maxBytes: 16_777_216,
      fitted: true,
      mime: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
      alt: 'taken',
      altMax: 1500,
      ratio: null,
      source: instance,
    },
    video: {
      maxBytes: 103_809_024,
      minMs: 0,
      maxMs: 4 * 3_600_000,
      mime: ['video/mp4', 'video/webm'],
      ratio: null,
      alt: 'taken',
      altMax: 1500,
      // There is no field for them; what must be read stands in the picture or in the text.
      captions: false,
      source: instance,
    },
  },
  abilities: { find: true, threadMax: 10, edit: true, remove: true, replies: true, linkCard: true },
  connectBy: 'redirect',
  settings: [{ name: 'server', type: 'text', required: true }],
  look,
  words,
  // The same Idempotency-Key sent twice at once gives two posts on some servers that speak this API.
  concurrency: 1,
};
