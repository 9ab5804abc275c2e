import { VARIANTS, isVariant, variantOfTag, type Variant } from '#/language/index.ts';
import { createTranslator, loadWords, type Translator } from '#/language/words/index.ts';

export type Translators = { of(variant: Variant): Translator };

/** All words of the server, in the five variants, loaded once. */
export async function loadTranslators(): Promise<Translators> {
  const entries = await Promise.all(
    VARIANTS.map(async (variant) => [variant, createTranslator(variant, await loadWords(variant))] as const),
  );
  const all = new Map<Variant, Translator>(entries);
  return { of: (variant) => all.get(variant)! };
}

/** The reader's variant: the first language they accept that we speak; Bosnian where there is none. */
export function variantOfRequest(acceptLanguage: string | null, cookie: string | undefined): Variant {
  if (cookie !== undefined && isVariant(cookie)) return cookie;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const quality = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim(), quality: Number(quality ?? 1) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const variant = variantOfTag(tag);
    if (variant) return variant;
  }
  return 'bs';
}
