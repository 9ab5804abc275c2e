import type { Manifest, Source } from '../contract.ts';
import { look } from './look.ts';
import { words } from './words.ts';

/** Text of 7,000; a JPEG of 1 MB with 768 characters under it; MP4 (H.264) of 50 MB and 180 s. */
const posting: Source = {
  url: 'https://developers.viber.com/docs/tools/channels-post-api/',
  read: '2026-11-30',
};

/** Characters under a picture. */
export const CAPTION_MAX = 768;

export const manifest: Manifest = {
  network: 'viber',
  name: 'Viber',
  limits: {
    text: { max: 7000, method: 'utf16', source: posting },
    images: {
      max: 1,
      maxBytes: 1_000_000,
      fitted: true,
      mime: ['image/jpeg', 'image/png', 'image/webp'],
      // There is no field for it.
      alt: 'not-taken',
      altMax: 0,
      ratio: null,
      source: posting,
    },
    video: {
      maxBytes: 50_000_000,
      minMs: 0,
      maxMs: 180_000,
      mime: ['video/mp4'],
      ratio: null,
      alt: 'not-taken',
      altMax: 0,
      captions: false,
      source: posting,
    },
  },
  abilities: { find: false, threadMax: 1, edit: false, remove: false, replies: false, linkCard: false },
  connectBy: 'form',
  settings: [
    { name: 'link', type: 'url', required: true },
    { name: 'token', type: 'secret', required: true },
  ],
  look,
  words,
  latin: ['Developer Tools'],
  concurrency: 1,
};
