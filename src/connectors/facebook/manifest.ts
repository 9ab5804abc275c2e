import type { Manifest, Source } from '../contract.ts';
import { look } from './look.ts';
import { words } from './words.ts';

const posts: Source = {
  url: 'https://developers.facebook.com/documentation/pages-api/posts',
  read: '2026-11-30',
};
/** Ten pictures on one post; each under 10 MB; JPEG, PNG and others, of which we keep these. */
const photos: Source = {
  url: 'https://developers.facebook.com/docs/graph-api/reference/page/photos',
  read: '2026-11-30',
};
/** 4 GB and 240 minutes by way of phases; captions as files by language. */
const videos: Source = {
  url: 'https://developers.facebook.com/docs/graph-api/reference/page/videos',
  read: '2026-12-01',
};

export const manifest: Manifest = {
  network: 'facebook',
  name: 'Facebook',
  limits: {
    // Characters of JavaScript, which are never fewer than those that Facebook counts.
    text: { max: 63_206, method: 'utf16', source: posts },
    images: {
      max: 10,
      maxBytes: 10_000_000,
      fitted: true,
      mime: ['image/jpeg', 'image/png', 'image/webp'],
      alt: 'taken',
      // `alt_text_custom` has no limit in the documentation; screen readers are served by less than this.
      altMax: 1000,
      // Any shape is taken; what is shown of it stands in the look.
      ratio: null,
      source: photos,
    },
    video: {
      maxBytes: 4_000_000_000,
      minMs: 1000,
      maxMs: 240 * 60_000,
      mime: ['video/mp4'],
      ratio: null,
      alt: 'not-taken',
      altMax: 0,
      captions: true,
      source: videos,
    },
  },
  abilities: { find: true, threadMax: 1, edit: true, remove: true, replies: false, linkCard: true },
  connectBy: 'redirect',
  app: 'appId',
  settings: [
    { name: 'appId', type: 'text', required: true },
    { name: 'appSecret', type: 'secret', required: true },
    { name: 'systemToken', type: 'secret', required: false },
  ],
  look,
  words,
  latin: [
    'H.264',
    'MP4',
    'AAC',
    'App ID',
    'App settings',
    'Basic',
    'App secret',
    'Business settings',
    'System users',
    'Meta Business',
    'App Review',
    'Page Publishing Authorization',
    'Page quality',
    'Content',
  ],
  // Nothing in the request tells two identical posts apart.
  concurrency: 1,
};
