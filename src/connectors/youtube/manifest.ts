import type { Manifest, Source } from '../contract.ts';
import { look } from './look.ts';
import { words } from './words.ts';

const REFERENCE = 'https://developers.google.com/youtube/v3/docs';
/** A description of 5,000 bytes; a title of 100 characters is made of the first line (`texts.ts`). */
const texts: Source = { url: `${REFERENCE}/videos`, read: '2026-11-30' };
/** A thumbnail of 2 MB. No picture is posted by itself. */
const thumbnails: Source = { url: `${REFERENCE}/thumbnails/set`, read: '2026-11-30' };
/** 256 GB or 12 hours, whichever is less. */
const videos: Source = { url: 'https://support.google.com/youtube/answer/71673', read: '2026-11-30' };

export const manifest: Manifest = {
  network: 'youtube',
  name: 'YouTube',
  latin: [
    'Client ID',
    'Client secret',
    'Client Secret',
    'YouTube Data API v3',
    'YouTube Studio',
    'Google Cloud',
    'OAuth',
    'Web application',
    'Google Auth Platform',
    'Clients',
    'H.264',
    'youtube.com/verify',
  ],
  limits: {
    text: { max: 5000, method: 'utf8-bytes', source: texts },
    images: {
      max: 0,
      maxBytes: 2_097_152,
      mime: [],
      alt: 'not-taken',
      altMax: 0,
      ratio: null,
      source: thumbnails,
    },
    video: {
      maxBytes: 256 * 1024 ** 3,
      minMs: 1000,
      maxMs: 12 * 60 * 60 * 1000,
      mime: ['video/mp4', 'video/webm'],
      ratio: null,
      // The text stands beside it; there is no field for what a video shows.
      alt: 'not-taken',
      altMax: 0,
      captions: true,
      required: true,
      source: videos,
    },
  },
  abilities: { find: true, threadMax: 1, edit: true, remove: true, replies: false, linkCard: false },
  connectBy: 'redirect',
  app: 'clientId',
  settings: [
    { name: 'clientId', type: 'text', required: true },
    { name: 'clientSecret', type: 'secret', required: true },
    {
      name: 'privacy',
      type: 'choice',
      required: true,
      initial: 'public',
      options: ['public', 'unlisted'],
    },
    { name: 'madeForKids', type: 'choice', required: true, initial: 'no', options: ['no', 'yes'] },
  ],
  look,
  words,
  // A video is held in memory while it goes up.
  concurrency: 1,
};
