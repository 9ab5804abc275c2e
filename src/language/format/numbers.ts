import type { Variant } from '../variants.ts';

const NO_BREAK = '\u00A0';

/** A number as the variant writes it: 1.234,5 or, in English, 1,234.5. At most `decimals` places (default 2). */
export function formatNumber(value: number, variant: Variant, decimals = 2): string {
  const english = formatOf(decimals).format(value);
  return variant === 'en' ? english : english.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}

const formats = new Map<number, Intl.NumberFormat>();

/** To make one takes a hundred times as long as to use it. */
function formatOf(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals) ?? new Intl.NumberFormat('en', { maximumFractionDigits: decimals });
  formats.set(decimals, known);
  return known;
}

/** A share as a percentage: `0.6404` is 64,04 %, in Serbian 64,04%, in English 64.04%. */
export function formatPercent(share: number, variant: Variant, decimals = 2): string {
  const spaced = variant === 'bs' || variant === 'hr';
  return `${formatNumber(share * 100, variant, decimals)}${spaced ? NO_BREAK : ''}%`;
}

/** What something costs, in a currency by its ISO 4217 code: 0,20 USD, in English 0.20 USD. Two or three decimals. */
export function formatPrice(amount: number, currency: string, variant: Variant): string {
  const english = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 3 }).format(
    amount,
  );
  const own = variant === 'en' ? english : english.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  return `${own}${NO_BREAK}${currency}`;
}

/** An amount in convertible marks with two decimals: 1.250,00 KM, 1.250,00 КМ, BAM 1,250.00. */
export function formatMarks(amount: number, variant: Variant): string {
  const english = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    amount,
  );
  if (variant === 'en') return `BAM${NO_BREAK}${english}`;
  const own = english.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  return `${own}${NO_BREAK}${variant === 'sr-Cyrl' ? 'КМ' : 'KM'}`;
}
