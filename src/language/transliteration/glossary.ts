import { isUpper } from './alphabet.ts';
import { BUILT_IN_STEMS, parseStem, type Stem } from './stems.ts';
import type { WordResult } from './flags.ts';

/**
 * What an institution has decided once. `lock`: a word or phrase that is left as it is; `fixed`: a pair of spellings;
 * `stem`: a digraph cut in two (`in|jekc`, see stems.ts). A `*` at the end of a locked or fixed word stands for any
 * ending: `Bosch*`; the ending of a fixed one is transliterated. A locked or fixed word begins with a letter or digit.
 */
export type GlossaryEntry =
  | { readonly kind: 'lock'; readonly word: string }
  | { readonly kind: 'fixed'; readonly latin: string; readonly cyrillic: string }
  | { readonly kind: 'stem'; readonly stem: string };
export type Glossary = readonly GlossaryEntry[];

type Found = { readonly replacement: string | undefined; readonly ending: string };

export type CompiledGlossary = {
  /** Matches an entry where a word begins; undefined when the glossary has no words. Sticky. */
  readonly pattern: RegExp | undefined;
  readonly stems: readonly Stem[];
  /** What an entry's match becomes, and the ending that is still to be transliterated. */
  readonly find: (match: string, to: 'Latn' | 'Cyrl') => Found | undefined;
  /** Words seen so far, per direction; each entry is bounded by {@link CACHE_LIMIT}. */
  readonly cache: Readonly<Record<'Latn' | 'Cyrl', Map<string, WordResult>>>;
};

/** Words kept per direction: about the vocabulary of a year of posts, some two megabytes. */
export const CACHE_LIMIT = 20_000;

const EMPTY: Glossary = [];
const compiled = new WeakMap<Glossary, CompiledGlossary>();

/** Compiles a glossary once per array; pass the same array again to keep its cache. */
export function compileGlossary(glossary: Glossary = EMPTY): CompiledGlossary {
  const known = compiled.get(glossary);
  if (known) return known;
  const fresh = compile(glossary);
  compiled.set(glossary, fresh);
  return fresh;
}

type Side = {
  readonly from: string;
  readonly open: boolean;
  readonly latin?: string;
  readonly cyrillic?: string;
};

function compile(glossary: Glossary): CompiledGlossary {
  const sides = glossary.flatMap(sidesOf).sort((a, b) => b.from.length - a.from.length);
  const exact = new Map(sides.filter((side) => !side.open).map((side) => [side.from, side]));
  const open = sides.filter((side) => side.open);
  const stems = glossary.flatMap((entry) => (entry.kind === 'stem' ? [parseStem(entry.stem)] : []));
  return {
    pattern: patternOf(sides),
    stems: [...stems.filter((stem) => stem !== undefined), ...BUILT_IN_STEMS],
    find(match, to) {
      const side = exact.get(match) ?? open.find(({ from }) => match.startsWith(from));
      if (!side) return undefined;
      const replacement = to === 'Cyrl' ? side.cyrillic : side.latin;
      return { replacement, ending: replacement === undefined ? '' : match.slice(side.from.length) };
    },
    cache: { Latn: new Map(), Cyrl: new Map() },
  };
}

/** What an expression gives a meaning to; RegExp.escape is too new for the browsers of 2024. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

function patternOf(sides: readonly Side[]): RegExp | undefined {
  if (sides.length === 0) return undefined;
  const entries = sides.map((side) => side.from.replace(SYNTAX, '\\$&') + (side.open ? '\\p{L}*' : ''));
  return new RegExp(`(?:${entries.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'uy');
}

function sidesOf(entry: GlossaryEntry): readonly Side[] {
  if (entry.kind === 'stem') return [];
  if (entry.kind === 'lock')
    return strip(entry.word) ? [{ from: strip(entry.word), open: isOpen(entry.word) }] : [];
  const open = isOpen(entry.latin) && isOpen(entry.cyrillic);
  const latin = strip(entry.latin);
  const cyrillic = strip(entry.cyrillic);
  if (!latin || !cyrillic) return [];
  return cases(latin, cyrillic).flatMap(([l, c]) => [
    { from: l, open, latin: l, cyrillic: c },
    { from: c, open, latin: l, cyrillic: c },
  ]);
}

/** A fixed pair holds in title case and in capitals too, unless it is written so already. */
function cases(latin: string, cyrillic: string): readonly (readonly [string, string])[] {
  const all: (readonly [string, string])[] = [[latin, cyrillic]];
  if (title(latin) !== latin) all.push([title(latin), title(cyrillic)]);
  if (!isUpper(latin)) all.push([latin.toUpperCase(), cyrillic.toUpperCase()]);
  return all;
}

function title(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isOpen(word: string): boolean {
  return word.trim().endsWith('*');
}

function strip(word: string): string {
  return word.normalize('NFC').trim().replace(/\*$/, '');
}
