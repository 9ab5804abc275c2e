import type { Manifest, Source } from '../contract.ts';
import { look } from './look.ts';
import { words } from './words.ts';

const DOCS = 'https://developers.tiktok.com/doc';
/** Under a video 2,200 characters of UTF-16, under photos 4,000; the smaller, since one text goes with both. */
const texts: Source = { url: `${DOCS}/content-posting-api-reference-direct-post`, read: '2026-12-01' };
/** Up to 35 photos, JPEG or WebP, 20 MB each; no field for an alternative text. */
const photos: Source = { url: `${DOCS}/content-posting-api-reference-photo-post`, read: '2026-12-01' };
/** MP4 and WebM, 4 GB; what an account may show is told to audited applications only, so the usual 3 s to 10 minutes. */
const videos: Source = { url: `${DOCS}/content-posting-api-media-transfer-guide`, read: '2026-12-01' };

export const manifest: Manifest = {
  network: 'tiktok',
  name: 'TikTok',
  latin: [
    'Client key',
    'Client secret',
    'Manage apps',
    'Content Posting API',
    'Login Kit',
    'URL properties',
    'video.upload',
    'H.264',
    'MP4',
    'JPEG',
    'TikTok',
  ],
  limits: {
    text: { max: 2200, method: 'utf16', source: texts },
    images: {
      // A video does as well; words alone are not taken.
      min: 1,
      max: 35,
      maxBytes: 20_000_000,
      fitted: true,
      mime: ['image/jpeg', 'image/png', 'image/webp'],
      alt: 'not-taken',
      altMax: 0,
      ratio: null,
      source: photos,
    },
    video: {
      maxBytes: 4_000_000_000,
      minMs: 3000,
      maxMs: 600_000,
      mime: ['video/mp4', 'video/webm'],
      ratio: null,
      alt: 'not-taken',
      altMax: 0,
      captions: false,
      source: videos,
    },
  },
  abilities: { find: false, threadMax: 1, edit: false, remove: false, replies: false, linkCard: false },
  connectBy: 'redirect',
  settings: [
    { name: 'way', type: 'choice', required: true, initial: 'task', options: ['task', 'inbox'] },
    { name: 'handle', type: 'text', required: true },
    { name: 'clientKey', type: 'text', required: false },
    { name: 'clientSecret', type: 'secret', required: false },
  ],
  look,
  words,
  concurrency: 1,
};
