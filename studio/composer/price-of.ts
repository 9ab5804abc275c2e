import type { Network } from '#/contract/index.ts';
import { findLinks } from '#/language/index.ts';

/** What a network takes for a post of these parts, in its currency; null where it takes nothing. */
export function priceOf(parts: readonly string[], price: Network['price']): number | null {
  if (!price) return null;
  const each = parts.map((part) =>
    findLinks(part, { bare: true }).length > 0 ? price.withLink : price.post,
  );
  return each.reduce((sum, one) => sum + one, 0);
}
