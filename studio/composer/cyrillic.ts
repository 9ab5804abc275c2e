import type { Texts } from '#/contract/index.ts';
import { transliterate, type Glossary, type Transliteration } from '#/language/index.ts';
import type { Draft } from './draft.ts';

const MOST = 64;
const made = new WeakMap<Glossary, Map<string, Transliteration>>();

/** Cyrillic of a text; texts seen lately are not made again, so that a key pressed in one field costs one field. */
export function toCyrillic(latin: string, glossary: Glossary): Transliteration {
  const known = made.get(glossary) ?? new Map<string, Transliteration>();
  made.set(glossary, known);
  const found = known.get(latin);
  if (found) return found;
  const result = transliterate(latin, { to: 'sr-Cyrl', glossary });
  if (known.size >= MOST) known.delete(known.keys().next().value ?? '');
  known.set(latin, result);
  return result;
}

/** The draft as readers get it: with the Cyrillic texts made, where they follow. */
export function withCyrillic(draft: Draft, glossary: Glossary): Draft {
  if (!draft.cyrillicFollows) return draft;
  const follow = (texts: Texts): Texts => {
    const latin = texts['sr-Latn'];
    return latin?.trim() ? { ...texts, 'sr-Cyrl': toCyrillic(latin, glossary).text } : texts;
  };
  return {
    ...draft,
    texts: follow(draft.texts),
    overrides: Object.fromEntries(
      Object.entries(draft.overrides).map(([key, texts]) => [key, follow(texts)]),
    ),
    images: draft.images.map((image) => ({ ...image, alt: follow(image.alt) })),
  };
}
