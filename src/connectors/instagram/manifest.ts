import type { Manifest, Source } from '../contract.ts';
import { look } from './look.ts';
import { words } from './words.ts';

/**
 * Caption of 2,200 characters, 30 hashtags, 20 mentions; JPEG under 8 MiB, from 4:5 to 1.91:1; `alt_text`. A reel: 300 MB, from 3
 * seconds to 15 minutes, from 0.01 to 10 to 1.
 */
const media: Source = {
  url: 'https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/media',
  read: '2026-11-30',
};

export const manifest: Manifest = {
  network: 'instagram',
  name: 'Instagram',
  limits: {
    // Characters of JavaScript, which are never fewer than those that Instagram counts.
    text: { max: 2200, method: 'utf16', source: media },
    images: {
      min: 1,
      max: 10,
      // A little under 8 MiB.
      maxBytes: 8_000_000,
      fitted: true,
      mime: ['image/jpeg', 'image/png', 'image/webp'],
      alt: 'taken',
      altMax: 1000,
      ratio: { min: 0.8, max: 1.91 },
      source: media,
    },
    video: {
      maxBytes: 300_000_000,
      minMs: 3000,
      maxMs: 15 * 60_000,
      mime: ['video/mp4'],
      ratio: { min: 0.01, max: 10 },
      // `alt_text` is for pictures only.
      alt: 'not-taken',
      altMax: 0,
      captions: false,
      source: media,
    },
  },
  abilities: { find: true, threadMax: 1, edit: false, remove: false, replies: false, linkCard: false },
  connectBy: 'redirect',
  app: 'appId',
  settings: [
    { name: 'appId', type: 'text', required: true },
    { name: 'appSecret', type: 'secret', required: true },
  ],
  look,
  words,
  latin: [
    'API setup with Instagram login',
    'Instagram app ID',
    'Instagram app secret',
    'App ID',
    'Account status',
    'Business',
    'Creator',
  ],
  // Of two identical captions the list of media tells one from the other only by what stood there before.
  concurrency: 1,
};
