import type { Variant } from '../variants.ts';

export type PluralCategory = 'one' | 'few' | 'other';

/**
 * Which form of a noun goes with a number: *1 objava, 2 objave, 5 objava* (21, 101 are one; 11 to 14 are other). A
 * number with decimals goes by its last decimals, as in CLDR. English has one and other.
 */
export function pluralCategory(count: number, variant: Variant): PluralCategory {
  const absolute = Math.abs(count);
  if (variant === 'en') return absolute === 1 ? 'one' : 'other';
  if (!Number.isFinite(absolute)) return 'other';
  const [whole = '0', decimals] = String(absolute).split('.');
  const digits = decimals ?? whole;
  const last = Number(digits.slice(-1));
  const teen = digits.slice(-2).startsWith('1') && digits.length > 1;
  if (last === 1 && !teen) return 'one';
  return last >= 2 && last <= 4 && !teen ? 'few' : 'other';
}
