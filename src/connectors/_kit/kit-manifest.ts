import type { Manifest, Ratio, Words } from '../contract.ts';
import { plainLook } from './plain-look.ts';

export type KitOptions = {
  network: 'kit-askable' | 'kit-unaskable';
  /** Can `find` tell? */
  findable: boolean;
  /** Deliveries under way at once for one account: 64, or 1 where the network cannot be asked. */
  concurrency?: number;
  /** Shapes that it takes; any where not said. */
  ratio?: Ratio;
};

const source = { url: 'src/connectors/_kit/kit-network.ts', read: '2026-11-24' };

const words = (
  about: string,
  url: string,
  help: string,
  secret: string,
  session: string,
  byHand: string,
): Words => ({
  about,
  settings: { url: { label: url, help }, secret: { label: secret, help: secret } },
  reasons: { 'by-hand': byHand },
  checks: { session },
});

export const kitManifest = (options: KitOptions): Manifest => ({
  network: options.network,
  name: options.findable ? 'Kit' : 'Kit (unaskable)',
  limits: {
    text: { max: 500, method: 'graphemes', source },
    images: {
      max: 4,
      maxBytes: 10_000_000,
      mime: ['image/png', 'image/jpeg', 'image/webp'],
      alt: 'taken',
      altMax: 1500,
      ratio: options.ratio ?? null,
      source,
    },
    video: null,
  },
  abilities: {
    find: options.findable,
    threadMax: 1,
    edit: false,
    remove: true,
    replies: true,
    linkCard: false,
  },
  connectBy: 'form',
  settings: [
    { name: 'url', type: 'url', required: true },
    { name: 'secret', type: 'secret', required: false },
  ],
  look: plainLook(source),
  words: {
    bs: words(
      'Mreža za testove.',
      'Adresa',
      'Adresa na kojoj mreža odgovara.',
      'Tajna',
      'Prijava',
      'Objavite ručno.',
    ),
    hr: words(
      'Mreža za testove.',
      'Adresa',
      'Adresa na kojoj mreža odgovara.',
      'Tajna',
      'Prijava',
      'Objavite ručno.',
    ),
    'sr-Latn': words(
      'Mreža za testove.',
      'Adresa',
      'Adresa na kojoj mreža odgovara.',
      'Tajna',
      'Prijava',
      'Objavite ručno.',
    ),
    en: words(
      'A network for tests.',
      'Address',
      'Where the network answers.',
      'Secret',
      'Sign-in',
      'Publish it by hand.',
    ),
  },
  concurrency: options.concurrency ?? (options.findable ? 64 : 1),
});
