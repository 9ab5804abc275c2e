import { findAddresses } from '../links/find-addresses.ts';
import { VARIANTS, type Variant } from '../variants.ts';
import type { Check } from './check.ts';
import type { RuleLevels } from './rules.ts';
import { toCheck } from './to-check.ts';

type Texts = Partial<Record<Variant, string>>;
type Linked = { texts: Texts; cyrillicFollows: boolean; overrides: Readonly<Record<string, Texts>> };

/** The links of a text, as they are looked at. */
export const linksOf = (text: string): string[] =>
  findAddresses(text).map(({ start, end }) => text.slice(start, end));

/** The links of all texts of a post, each once. */
export const allLinks = (post: Linked): string[] => [
  ...new Set(textsOf(post).flatMap(({ text }) => linksOf(text))),
];

/**
 * The links of a post that did not answer when somebody looked.
 * @param dead with the code that came instead of a page, if any
 */
export function checkLinks(
  post: Linked,
  levels: RuleLevels,
  dead: ReadonlyMap<string, number | null>,
): Check[] {
  return textsOf(post).flatMap(({ path, variant, text }) =>
    [...new Set(linksOf(text))].flatMap((link) => {
      if (!dead.has(link)) return [];
      const start = text.indexOf(link);
      return toCheck('dead-link', levels, path, {
        params: { link, status: dead.get(link) ?? '–', variant },
        start,
        end: start + link.length,
      });
    }),
  );
}

/** Cyrillic that is made has the links of its Latin. */
function textsOf({
  texts,
  cyrillicFollows,
  overrides,
}: Linked): { path: string; variant: Variant; text: string }[] {
  const of = (place: string, some: Texts) =>
    VARIANTS.flatMap((variant) => {
      const text = some[variant];
      return text && !(cyrillicFollows && variant === 'sr-Cyrl')
        ? [{ path: `${place}/${variant}`, variant, text }]
        : [];
    });
  return [
    ...of('/content/texts', texts),
    ...Object.entries(overrides).flatMap(([network, some]) => of(`/content/overrides/${network}`, some)),
  ];
}
