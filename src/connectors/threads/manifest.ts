import type { Manifest, Source } from '../contract.ts';
import { look } from './look.ts';
import { words } from './words.ts';

/** 500 characters, of which an emoji counts as its bytes; carousels of 2 to 20. */
const posts: Source = {
  url: 'https://developers.facebook.com/documentation/threads/posts',
  read: '2026-11-30',
};
/** JPEG and PNG, 8 MB, proportions up to 10 to 1; MP4 of 1 GB and five minutes, from 0.01 to 10 to 1; `alt_text` for both. */
const media: Source = {
  url: 'https://developers.facebook.com/documentation/threads/overview',
  read: '2026-11-30',
};

export const manifest: Manifest = {
  network: 'threads',
  name: 'Threads',
  limits: {
    text: { max: 500, method: 'threads', source: posts },
    comment: { max: 500, method: 'threads', source: posts },
    images: {
      max: 20,
      maxBytes: 8_000_000,
      fitted: true,
      mime: ['image/jpeg', 'image/png', 'image/webp'],
      alt: 'taken',
      altMax: 1000,
      ratio: { min: 0.1, max: 10 },
      source: media,
    },
    video: {
      maxBytes: 1_000_000_000,
      minMs: 1,
      maxMs: 300_000,
      mime: ['video/mp4'],
      ratio: { min: 0.01, max: 10 },
      alt: 'taken',
      altMax: 1000,
      captions: false,
      source: media,
    },
  },
  abilities: { find: true, threadMax: 10, edit: false, remove: true, replies: false, linkCard: true },
  connectBy: 'redirect',
  app: 'appId',
  settings: [
    { name: 'appId', type: 'text', required: true },
    { name: 'appSecret', type: 'secret', required: true },
  ],
  look,
  words,
  latin: [
    'Access the Threads API',
    'App settings',
    'Basic',
    'Threads App ID',
    'Threads App secret',
    'App ID',
    'Account status',
  ],
  // Of two identical texts the list of posts tells one from the other only by what stood there before.
  concurrency: 1,
};
