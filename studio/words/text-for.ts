import type { Texts } from '#/contract/index.ts';
import { pickVariant, VARIANTS, type Variant } from '#/language/index.ts';

/** A text in the reader's variant, or in the nearest one that has it; empty where none has. */
export function textFor(texts: Texts, wanted: Variant): string {
  const written = VARIANTS.filter((variant) => texts[variant]?.trim());
  const variant = pickVariant(wanted, written);
  return (variant && texts[variant]) ?? '';
}
