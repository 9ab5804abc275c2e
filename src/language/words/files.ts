import type { WrittenVariant } from '../variants.ts';
import { STUDIO_ROOMS, type StudioRoom } from './studio-files.ts';
import type { LoadTree } from './tree.ts';

/** The words by what they are for; `errors` holds the sentence of every problem code. */
export const NAMESPACES = [
  'common',
  'studio',
  'site',
  'errors',
  'review',
  'mail',
  'notices',
  'cli',
  'client',
  'observances',
  'writing',
  'exchange',
] as const;
export type Namespace = (typeof NAMESPACES)[number];

/** One file of words: a namespace, or a room of the namespace `studio`. */
export type WordFile = Exclude<Namespace, 'studio'> | `studio/${StudioRoom}`;

/** The files that make up a namespace. */
export const filesOf = (namespace: Namespace): readonly WordFile[] =>
  namespace === 'studio' ? STUDIO_ROOMS.map((room) => `studio/${room}` as const) : [namespace];

/** Spelt out one by one, so that Node runs them as they are and a bundler can cut them into files of their own. */
export const WORD_FILES: Readonly<
  Record<WrittenVariant, Readonly<Record<Exclude<Namespace, 'studio'>, LoadTree>>>
> = {
  bs: {
    common: () => import('./bs/common.json', { with: { type: 'json' } }),
    site: () => import('./bs/site.json', { with: { type: 'json' } }),
    errors: () => import('./bs/errors.json', { with: { type: 'json' } }),
    review: () => import('./bs/review.json', { with: { type: 'json' } }),
    mail: () => import('./bs/mail.json', { with: { type: 'json' } }),
    notices: () => import('./bs/notices.json', { with: { type: 'json' } }),
    cli: () => import('./bs/cli.json', { with: { type: 'json' } }),
    client: () => import('./bs/client.json', { with: { type: 'json' } }),
    observances: () => import('./bs/observances.json', { with: { type: 'json' } }),
    writing: () => import('./bs/writing.json', { with: { type: 'json' } }),
    exchange: () => import('./bs/exchange.json', { with: { type: 'json' } }),
  },
  hr: {
    common: () => import('./hr/common.json', { with: { type: 'json' } }),
    site: () => import('./hr/site.json', { with: { type: 'json' } }),
    errors: () => import('./hr/errors.json', { with: { type: 'json' } }),
    review: () => import('./hr/review.json', { with: { type: 'json' } }),
    mail: () => import('./hr/mail.json', { with: { type: 'json' } }),
    notices: () => import('./hr/notices.json', { with: { type: 'json' } }),
    cli: () => import('./hr/cli.json', { with: { type: 'json' } }),
    client: () => import('./hr/client.json', { with: { type: 'json' } }),
    observances: () => import('./hr/observances.json', { with: { type: 'json' } }),
    writing: () => import('./hr/writing.json', { with: { type: 'json' } }),
    exchange: () => import('./hr/exchange.json', { with: { type: 'json' } }),
  },
  'sr-Latn': {
    common: () => import('./sr-Latn/common.json', { with: { type: 'json' } }),
    site: () => import('./sr-Latn/site.json', { with: { type: 'json' } }),
    errors: () => import('./sr-Latn/errors.json', { with: { type: 'json' } }),
    review: () => import('./sr-Latn/review.json', { with: { type: 'json' } }),
    mail: () => import('./sr-Latn/mail.json', { with: { type: 'json' } }),
    notices: () => import('./sr-Latn/notices.json', { with: { type: 'json' } }),
    cli: () => import('./sr-Latn/cli.json', { with: { type: 'json' } }),
    client: () => import('./sr-Latn/client.json', { with: { type: 'json' } }),
    observances: () => import('./sr-Latn/observances.json', { with: { type: 'json' } }),
    writing: () => import('./sr-Latn/writing.json', { with: { type: 'json' } }),
    exchange: () => import('./sr-Latn/exchange.json', { with: { type: 'json' } }),
  },
  en: {
    common: () => import('./en/common.json', { with: { type: 'json' } }),
    site: () => import('./en/site.json', { with: { type: 'json' } }),
    errors: () => import('./en/errors.json', { with: { type: 'json' } }),
    review: () => import('./en/review.json', { with: { type: 'json' } }),
    mail: () => import('./en/mail.json', { with: { type: 'json' } }),
    notices: () => import('./en/notices.json', { with: { type: 'json' } }),
    cli: () => import('./en/cli.json', { with: { type: 'json' } }),
    client: () => import('./en/client.json', { with: { type: 'json' } }),
    observances: () => import('./en/observances.json', { with: { type: 'json' } }),
    writing: () => import('./en/writing.json', { with: { type: 'json' } }),
    exchange: () => import('./en/exchange.json', { with: { type: 'json' } }),
  },
};

/** Cyrillic texts that are not simply the Latin ones: `namespace:key` to text. */
export const cyrillicOverrides: () => Promise<{ readonly default: Readonly<Record<string, string>> }> = () =>
  import('./sr-Cyrl/overrides.json', { with: { type: 'json' } });
