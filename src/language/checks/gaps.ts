import type { Variant } from '../variants.ts';
import type { Check } from './check.ts';

/** `[date]`: what a template leaves to be filled. Not the text of a link, `[so](https://…)`. */
const GAP = /\[(\p{L}[^[\]\n]{0,39})\](?!\()/gu;

type Texts = Partial<Record<Variant, string>>;
type Written = {
  texts: Texts;
  overrides: Readonly<Record<string, Texts>>;
  images: readonly { alt: Texts }[];
  cyrillicFollows: boolean;
};

/** The gaps of a content, once each. */
export function gapsIn(content: Written): string[] {
  const gaps = [...textsOf(content)].flatMap(({ text }) =>
    [...text.matchAll(GAP)].map(([, gap]) => gap ?? ''),
  );
  return [...new Set(gaps)];
}

/**
 * Gaps of the template that a post began with and that nobody has filled, each where it stands. Only those: a text may
 * have brackets of its own.
 */
export function checkGaps(content: Written, gaps: readonly string[]): Check[] {
  const known = new Set(gaps);
  return [...textsOf(content)].flatMap(({ path, text }) =>
    [...text.matchAll(GAP)].flatMap((match) => {
      const gap = match[1] ?? '';
      if (!known.has(gap)) return [];
      const at = { start: match.index, end: match.index + match[0].length };
      return { code: 'post.gap', blocks: true, params: { gap }, path, at };
    }),
  );
}

/** All texts with their places; what is made of another is not one's to fill. */
function* textsOf(content: Written): Generator<{ path: string; text: string }> {
  const places: [string, Texts][] = [
    ['/content/texts', content.texts],
    ...Object.entries(content.overrides).map(([network, texts]): [string, Texts] => [
      `/content/overrides/${network}`,
      texts,
    ]),
    ...content.images.map(({ alt }, index): [string, Texts] => [`/content/images/${index}/alt`, alt]),
  ];
  for (const [path, texts] of places)
    for (const [variant, text] of Object.entries(texts))
      if (!(content.cyrillicFollows && variant === 'sr-Cyrl')) yield { path: `${path}/${variant}`, text };
}
