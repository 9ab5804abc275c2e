import type { Manifest, Source } from '../contract.ts';
import { look } from './look.ts';
import { words } from './words.ts';

const SHARES = 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares';
/** 3,000 characters of commentary. */
const posts: Source = { url: `${SHARES}/posts-api`, read: '2026-11-30' };
/** 2 to 20 pictures with their alternative text, JPEG and PNG, 36,152,320 pixels each. */
const pictures: Source = { url: `${SHARES}/multiimage-post-api`, read: '2026-11-30' };
/** MP4 from 75 KB to 500 MB, from 3 seconds to 30 minutes; one file of captions. */
const videos: Source = { url: `${SHARES}/videos-api`, read: '2026-12-01' };

/** Pixels of one picture. */
export const MAX_PIXELS = 36_152_320;

export const manifest: Manifest = {
  network: 'linkedin',
  name: 'LinkedIn',
  limits: {
    text: { max: 3000, method: 'utf16', source: posts },
    images: {
      max: 20,
      maxBytes: 8_000_000,
      fitted: true,
      mime: ['image/jpeg', 'image/png', 'image/webp'],
      alt: 'taken',
      altMax: 4086,
      ratio: null,
      source: pictures,
    },
    video: {
      maxBytes: 500_000_000,
      minMs: 3000,
      maxMs: 30 * 60_000,
      mime: ['video/mp4'],
      ratio: null,
      alt: 'not-taken',
      altMax: 0,
      captions: true,
      captionsMax: 1,
      source: videos,
    },
  },
  abilities: { find: true, threadMax: 1, edit: true, remove: true, replies: false, linkCard: true },
  connectBy: 'redirect',
  app: 'clientId',
  settings: [
    { name: 'clientId', type: 'text', required: true },
    { name: 'clientSecret', type: 'secret', required: true },
  ],
  look,
  words,
  latin: [
    'H.264',
    'MP4',
    'AAC',
    'Client ID',
    'Primary Client Secret',
    'Community Management API',
    'My apps',
    'Auth',
    'Super admin',
    'Content admin',
  ],
  // Of two posts of the same words one is told from the other only by what stood there before.
  concurrency: 1,
};
