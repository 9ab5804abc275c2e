import { plainLook } from '../_kit/plain-look.ts';
import type { Manifest, Source } from '../contract.ts';
import { SANDBOX_LIMITS } from './protocol.ts';
import { words } from './words.ts';

/** Our own network: its documentation is the protocol in this folder. */
const source: Source = {
  url: 'src/connectors/sandbox/protocol.ts',
  read: '2026-11-24',
};

export const manifest: Manifest = {
  network: 'sandbox',
  name: 'Sandbox',
  limits: {
    text: { max: SANDBOX_LIMITS.text, method: 'graphemes', source },
    comment: { max: SANDBOX_LIMITS.comment, method: 'graphemes', source },
    images: {
      max: SANDBOX_LIMITS.images,
      maxBytes: SANDBOX_LIMITS.imageBytes,
      mime: SANDBOX_LIMITS.mime,
      alt: 'required',
      altMax: SANDBOX_LIMITS.alt,
      ratio: null,
      source,
    },
    video: null,
  },
  abilities: { find: true, threadMax: 1, edit: false, remove: true, replies: true, linkCard: false },
  connectBy: 'form',
  settings: [
    { name: 'handle', type: 'text', required: true },
    { name: 'displayName', type: 'text', required: false },
    { name: 'code', type: 'secret', required: true, prefill: 'own-code' },
  ],
  look: plainLook({ url: 'src/site/sandbox/view.ts', read: '2026-11-30' }),
  words,
  concurrency: 16,
};
