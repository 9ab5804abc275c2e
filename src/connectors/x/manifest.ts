import type { Manifest, Price, Source } from '../contract.ts';
import { look } from './look.ts';
import { words } from './words.ts';

/** 280 weighted characters. */
const counting: Source = { url: 'https://docs.x.com/fundamentals/counting-characters', read: '2026-11-30' };
/** Images of 5 MB, one video of 512 MB and 140 seconds. */
const media: Source = {
  url: 'https://docs.x.com/x-api/media/quickstart/best-practices',
  read: '2026-11-30',
};

/** Characters of an alternative text: https://docs.x.com/x-api/media/create-media-metadata, read 2026-11-30. */
const ALT_MAX = 1000;

/** For each post that a program sends: the price list of pay-per-use. */
export const PRICE: Price = {
  currency: 'USD',
  post: 0.015,
  withLink: 0.2,
  source: { url: 'https://docs.x.com/x-api/getting-started/pricing', read: '2026-12-01' },
};

export const manifest: Manifest = {
  network: 'x',
  name: 'X',
  latin: ['Client ID', 'Client Secret', 'Keys and tokens', 'OAuth', 'Read and write', 'offline.access'],
  limits: {
    text: { max: 280, method: 'x-weighted', source: counting },
    comment: { max: 280, method: 'x-weighted', source: counting },
    images: {
      max: 4,
      maxBytes: 5_000_000,
      fitted: true,
      mime: ['image/jpeg', 'image/png', 'image/webp'],
      alt: 'taken',
      altMax: ALT_MAX,
      ratio: null,
      source: media,
    },
    video: {
      maxBytes: 512_000_000,
      minMs: 500,
      maxMs: 140_000,
      mime: ['video/mp4'],
      ratio: { min: 1 / 3, max: 3 },
      // Metadata are for images and GIFs.
      alt: 'not-taken',
      altMax: 0,
      captions: false,
      source: media,
    },
  },
  abilities: { find: true, threadMax: 10, edit: false, remove: true, replies: false, linkCard: true },
  connectBy: 'redirect',
  app: 'clientId',
  settings: [
    { name: 'clientId', type: 'text', required: true },
    { name: 'clientSecret', type: 'secret', required: true },
  ],
  look,
  words,
  price: PRICE,
  // Nothing of ours goes along that the network would know a repetition by.
  concurrency: 1,
};
