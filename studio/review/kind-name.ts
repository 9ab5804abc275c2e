import type { PostKind, Texts, Variant } from '#/contract/index.ts';
import { textFor, type T } from '../words/index.ts';

/** Kinds for which the program has words of its own. */
const KNOWN = new Set(['news', 'decision', 'service-notice', 'event', 'campaign', 'crisis']);

/** What a kind of post is called: by the institution where it has said so, else by us. */
export function kindName(kind: Pick<PostKind, 'key' | 'names'>, variant: Variant, t: T): string {
  const names: Texts = kind.names;
  const own = Object.values(names).some((name) => name.trim() !== '');
  if (own) return textFor(names, variant);
  return KNOWN.has(kind.key) ? t(`review:kind.${kind.key}`) : kind.key;
}
