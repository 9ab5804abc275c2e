import type { Texts } from '#/contract/index.ts';
import { pickVariant, transliterate, VARIANTS, type Variant } from '#/language/index.ts';

/**
 * A text in the reader's variant, or in the nearest one that has it; empty where none has. Cyrillic that nobody wrote
 * is made from Serbian Latin.
 */
export function textFor(texts: Texts, wanted: Variant): string {
  const written = VARIANTS.filter((variant) => texts[variant]?.trim());
  const variant = pickVariant(wanted, written);
  const text = (variant && texts[variant]) ?? '';
  const isMade = wanted === 'sr-Cyrl' && variant === 'sr-Latn';
  return isMade ? transliterate(text, { to: 'sr-Cyrl' }).text : text;
}
