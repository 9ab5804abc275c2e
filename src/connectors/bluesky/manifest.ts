import type { Manifest, Source } from '../contract.ts';
import { look } from './look.ts';
import { words } from './words.ts';

/** `app.bsky.feed.post`: text maxGraphemes 300, maxLength 3000 bytes. */
const post: Source = {
  url: 'https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json',
  read: '2026-11-24',
};
/** `app.bsky.embed.images`: 4 images, alternative text required; bytes: see below. */
const images: Source = {
  url: 'https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/embed/images.json',
  read: '2026-11-24',
};

/**
 * `app.bsky.embed.video`: MP4 of 100,000,000 bytes, alternative text of 1,000 graphemes, 20 files of captions of 20,000
 * bytes. The network's video service takes three minutes.
 */
const video: Source = {
  url: 'https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/embed/video.json',
  read: '2026-11-30',
};
export const CAPTIONS_MAX_BYTES = 20_000;

/**
 * Bytes of one image. The lexicon allows 2,000,000 since 2026 ("formerly limited to 1 MB",
 * `app.bsky.embed.images`), but servers that were not updated refuse more than the old number, and a picture on
 * a telephone's screen gains nothing: the old number goes everywhere. The thumb of a card still has it.
 */
export const IMAGE_MAX_BYTES = 1_000_000;

export const manifest: Manifest = {
  network: 'bluesky',
  name: 'Bluesky',
  limits: {
    text: { max: 300, method: 'graphemes', source: post },
    comment: { max: 300, method: 'graphemes', source: post },
    textAlso: { max: 3000, method: 'utf8-bytes', source: post },
    images: {
      max: 4,
      maxBytes: IMAGE_MAX_BYTES,
      fitted: true,
      mime: ['image/jpeg', 'image/png', 'image/webp'],
      alt: 'required',
      // The lexicon has no limit; the network's own app stops here, and longer is no description any more.
      altMax: 2000,
      ratio: null,
      source: images,
    },
    video: {
      maxBytes: 100_000_000,
      minMs: 0,
      maxMs: 180_000,
      mime: ['video/mp4'],
      ratio: null,
      alt: 'taken',
      altMax: 1000,
      captions: true,
      source: video,
    },
  },
  abilities: { find: true, threadMax: 10, edit: false, remove: true, replies: true, linkCard: true },
  connectBy: 'form',
  settings: [
    { name: 'handle', type: 'text', required: true },
    { name: 'password', type: 'secret', required: true },
    { name: 'service', type: 'url', required: true, initial: 'https://bsky.social' },
  ],
  look,
  words,
  // Once-only by the record key, so several at once do no harm; 5,000 points an hour, 3 for each record
  // (https://docs.bsky.app/docs/advanced-guides/rate-limits, read 2026-11-24).
  concurrency: 8,
};
