import type { Manifest, Source } from '../contract.ts';
import { look } from './look.ts';
import { words } from './words.ts';

/** `sendMessage`: text of 1-4096 characters. */
const text: Source = { url: 'https://core.telegram.org/bots/api#sendmessage', read: '2026-11-25' };
/** `sendPhoto`: 10 MB, width and height together 10,000, proportions up to 20; `sendMediaGroup`: 2-10. */
const photo: Source = { url: 'https://core.telegram.org/bots/api#sendphoto', read: '2026-11-25' };

/** `sendVideo`: MPEG-4, 50 MB, caption of 0-1024; a length is not said. */
const video: Source = { url: 'https://core.telegram.org/bots/api#sendvideo', read: '2026-12-01' };

/** Characters under pictures and videos (`sendPhoto`, `sendMediaGroup`, `sendVideo`: caption of 0-1024). */
export const CAPTION_MAX = 1024;

export const manifest: Manifest = {
  network: 'telegram',
  name: 'Telegram',
  limits: {
    text: { max: 4096, method: 'utf16', source: text },
    images: {
      max: 10,
      maxBytes: 10_000_000,
      fitted: true,
      mime: ['image/jpeg', 'image/png', 'image/webp'],
      // There is no field for it anywhere in the API.
      alt: 'not-taken',
      altMax: 0,
      ratio: { min: 1 / 20, max: 20 },
      source: photo,
    },
    video: {
      maxBytes: 50_000_000,
      minMs: 0,
      // What 50 MB can hold.
      maxMs: 12 * 60 * 60 * 1000,
      mime: ['video/mp4'],
      ratio: null,
      alt: 'not-taken',
      altMax: 0,
      captions: false,
      source: video,
    },
  },
  abilities: { find: false, threadMax: 10, edit: true, remove: true, replies: false, linkCard: true },
  connectBy: 'form',
  settings: [
    { name: 'channel', type: 'text', required: true },
    { name: 'token', type: 'secret', required: true },
  ],
  look,
  words,
  concurrency: 1,
};
