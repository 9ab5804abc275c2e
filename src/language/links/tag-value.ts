import { foldForSearch } from '../fold.ts';

/** What a value of a parameter can be filled with. */
export const TAG_GAPS = ['network', 'account', 'campaign', 'theme', 'language', 'institution'] as const;
export type TagGap = (typeof TAG_GAPS)[number];
export type TagFacts = Readonly<Record<TagGap, string>>;

const GAP = /\{([^{}]*)\}/gu;
/** Statistics cut what is longer, and people do not read it. */
const LONGEST = 60;

/**
 * The value of a parameter: the gaps filled, then small ASCII letters, figures, and `-` for all else, across scripts.
 * Empty where nothing is left of it.
 */
export function tagValue(template: string, facts: TagFacts): string {
  const filled = template.replace(GAP, (_, gap: string) => facts[gap as TagGap] ?? '');
  return foldForSearch(filled)
    .replace(/[^a-z0-9._]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^[-._]+|[-._]+$/gu, '');
}

/** The first gap of a template that nothing fills; null where all is well. */
export function unknownGap(template: string): string | null {
  const gaps = [...template.matchAll(GAP)].map(([, gap = '']) => gap);
  const unknown = gaps.find((gap) => !(TAG_GAPS as readonly string[]).includes(gap));
  if (unknown !== undefined) return unknown;
  return /[{}]/u.test(template.replace(GAP, '')) ? '{' : null;
}
