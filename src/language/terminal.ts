import type { Variant } from './variants.ts';

/** The variant that a terminal speaks, by the usual variables; English where it is none of ours. */
export function variantOfTerminal(env: Readonly<Record<string, string | undefined>>): Variant {
  const locale = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase();
  if (/^bs\b|^bs_/.test(locale)) return 'bs';
  if (/^hr\b|^hr_/.test(locale)) return 'hr';
  if (/^sh\b|^sh_|^sr.*@latin/.test(locale)) return 'sr-Latn';
  return /^sr\b|^sr_/.test(locale) ? 'sr-Cyrl' : 'en';
}
