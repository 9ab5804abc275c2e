import { transliterate } from '../transliteration/index.ts';
import { scriptOf, type Variant } from '../variants.ts';
import { proseOf } from '../checks/check.ts';
import { LIKELY, formsOf, type Case } from './declensions.ts';
import { PAIRS } from './pairs.ts';

type Language = 'bs' | 'hr' | 'sr';
const LANGUAGES: readonly Language[] = ['bs', 'hr', 'sr'];

/** A term of an institution: how it is said in each language. A `*` at the end of a word stands for any ending. */
export type Term = { readonly id: string; readonly texts: Partial<Record<Variant, string>> };

/** What an institution has decided about an entry for one language. */
export type WordDecision = 'always' | 'never';
export type WordDecisions = ReadonlyMap<string, WordDecision>;
/** The key of a decision. */
export const decisionKey = (entry: string, variant: Variant): string =>
  `${entry} > ${languageOf(variant) ?? variant}`;

/** A word that is said otherwise in this variant. Nothing is changed before a person takes one of the options. */
export type Suggestion = {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  /** The likeliest first. */
  readonly options: readonly string[];
  readonly entry: string;
  /** The institution always takes it. */
  readonly always: boolean;
};

type Side = {
  readonly text: string;
  readonly kind: 'open' | 'declined' | 'exact';
  /** First word: the stem, or the word itself. */
  readonly head: string;
  readonly forms: ReadonlyMap<string, readonly Case[]>;
  /** What follows the first word, with the space before it. */
  readonly rest: string;
};
type Entry = { readonly id: string; readonly sides: Readonly<Record<Language, Side>> };
type Found = { readonly entry: Entry; readonly side: Side; readonly language: Language };
type Lexicon = {
  readonly exact: ReadonlyMap<string, readonly Found[]>;
  readonly open: ReadonlyMap<string, readonly Found[]>;
};

const languageOf = (variant: Variant): Language | null =>
  variant === 'en' ? null : variant === 'bs' || variant === 'hr' ? variant : 'sr';

let builtIn: Lexicon | undefined;
const ofTerms = new WeakMap<readonly Term[], Lexicon>();

/** How many differences the dictionary knows. */
export const DICTIONARY_SIZE = PAIRS.length;

/**
 * Words of a text that this variant says otherwise, from the dictionary of differences and the institution's own terms,
 * which come first. What the institution never takes is left out.
 */
export function suggestWords(
  text: string,
  variant: Variant,
  { terms = NO_TERMS, decisions = NO_DECISIONS }: { terms?: readonly Term[]; decisions?: WordDecisions } = {},
): Suggestion[] {
  const language = languageOf(variant);
  if (!language) return [];
  const cyrillic = scriptOf(variant) === 'Cyrl';
  const prose = proseOf(text);
  const lexicons = [lexiconOfTerms(terms), (builtIn ??= compile(PAIRS.map(parseEntry)))];
  const suggestions: Suggestion[] = [];
  let free = 0;
  for (const { 0: word, index } of prose.matchAll(WORD)) {
    if (index < free) continue;
    const latin = cyrillic ? transliterate(word, { to: 'sr-Latn' }).text : word;
    const after = prose.slice(index + word.length, index + word.length + 60);
    const hit = lexicons
      .map((lexicon) =>
        lookUp(lexicon, latin, cyrillic ? transliterate(after, { to: 'sr-Latn' }).text : after, language),
      )
      .find((found) => found !== null);
    if (!hit) continue;
    const decision = decisions.get(decisionKey(hit.entry.id, variant));
    if (decision === 'never') continue;
    const end = index + word.length + hit.restLength;
    const found = text.slice(index, end);
    const options = [
      ...new Set(
        hit.options.map((option) =>
          inCaseOf(found, cyrillic ? transliterate(option, { to: 'sr-Cyrl' }).text : option),
        ),
      ),
    ].filter((option) => option !== found);
    if (options.length === 0) continue;
    suggestions.push({
      start: index,
      end,
      found,
      options,
      entry: hit.entry.id,
      always: decision === 'always',
    });
    free = end;
  }
  return suggestions;
}

const WORD = /\p{L}[\p{L}\p{M}-]*/gu;
const NO_TERMS: readonly Term[] = [];
const NO_DECISIONS: WordDecisions = new Map();

/** The entry whose other side stands here, with what this language says instead. */
function lookUp(lexicon: Lexicon, word: string, after: string, language: Language) {
  const small = word.toLowerCase();
  if (RIGHT_HERE[language].has(small)) return null;
  const found = [...(lexicon.exact.get(small) ?? [])];
  for (let length = small.length; length >= 2; length -= 1)
    found.push(...(lexicon.open.get(small.slice(0, length)) ?? []));
  const here = found
    .filter(({ side }) => side.rest === '' || follows(after, side.rest))
    .toSorted((a, b) => b.side.rest.length - a.side.rest.length);
  // A word that this language has itself, in the longest entry that fits, is right as it stands.
  const longest = here[0]?.side.rest.length ?? 0;
  if (
    here.some(
      (one) =>
        one.language === language && one.side.rest.length >= longest && one.side.head === here[0]?.side.head,
    )
  )
    return null;
  for (const { entry, side, language: from } of here) {
    if (from === language || entry.sides[language].text === side.text) continue;
    // juni is a nominative in Bosnian and a plural in Serbian: what it may be in any of them counts.
    const sides = here.filter((one) => one.entry === entry && one.side.rest === side.rest);
    const options = said(
      small,
      sides.map((one) => one.side),
      entry.sides[language],
    );
    if (options.length > 0) return { entry, options, restLength: side.rest.length };
  }
  return null;
}

/** Words that mean something else here too, or that both standards have: never asked about. */
const RIGHT_HERE: Readonly<Record<Language, ReadonlySet<string>>> = {
  bs: new Set('što zbor zbora papir sat sata sati put puta temelju'.split(' ')),
  hr: new Set('sat sata sati put puta'.split(' ')),
  sr: new Set('što osoba osobe osobama osobom sat sata sati zbor put puta temelju nakon'.split(' ')),
};

const follows = (after: string, rest: string): boolean =>
  after.toLowerCase().startsWith(rest) && !/^\p{L}/u.test(after.slice(rest.length));

function said(word: string, sides: readonly Side[], to: Side): string[] {
  const from = sides[0];
  if (!from) return [];
  if (to.kind === 'exact') return [to.head + to.rest];
  if (to.kind === 'open')
    return [to.head + (from.kind === 'open' ? word.slice(from.head.length) : '') + to.rest];
  const cases = sides.flatMap((side) => side.forms.get(word) ?? []);
  const byCase = LIKELY.filter((one) => cases.includes(one)).flatMap((one) =>
    [...to.forms].filter(([, all]) => all.includes(one)).map(([form]) => form),
  );
  return byCase.map((form) => form + to.rest);
}

function compile(entries: readonly Entry[]): Lexicon {
  const exact = new Map<string, Found[]>();
  const open = new Map<string, Found[]>();
  const add = (map: Map<string, Found[]>, key: string, found: Found) =>
    map.set(key, [...(map.get(key) ?? []), found]);
  for (const entry of entries)
    for (const language of LANGUAGES) {
      const side = entry.sides[language];
      const found = { entry, side, language };
      if (side.kind === 'open') add(open, side.head, found);
      else if (side.kind === 'exact') add(exact, side.head, found);
      else for (const form of side.forms.keys()) add(exact, form, found);
    }
  return { exact, open };
}

function parseEntry(line: string): Entry {
  const [bs = '', hr = '', sr = ''] = line.split('|').map((side) => side.trim());
  return {
    id: line.replace(/\s+/g, ' '),
    sides: { bs: parseSide(bs), hr: parseSide(hr || bs), sr: parseSide(sr || bs) },
  };
}

function lexiconOfTerms(terms: readonly Term[]): Lexicon {
  const known = ofTerms.get(terms);
  if (known) return known;
  const entries = terms.flatMap(({ id, texts }): Entry[] => {
    const any = texts.bs ?? texts.hr ?? texts['sr-Latn'];
    if (!any) return [];
    const side = (text: string | undefined) => parseSide((text?.trim() || any).toLowerCase());
    return [{ id, sides: { bs: side(texts.bs), hr: side(texts.hr), sr: side(texts['sr-Latn']) } }];
  });
  const fresh = compile(entries);
  ofTerms.set(terms, fresh);
  return fresh;
}

function parseSide(text: string): Side {
  const space = text.indexOf(' ');
  const first = space < 0 ? text : text.slice(0, space);
  const rest = space < 0 ? '' : plain(text.slice(space));
  if (first.includes('~')) {
    const forms = formsOf(first);
    return { text, kind: 'declined', head: first, forms, rest };
  }
  const open = first.endsWith('*');
  return {
    text,
    kind: open ? 'open' : 'exact',
    head: open ? first.slice(0, -1) : first,
    forms: new Map(),
    rest,
  };
}

/** Words after the first are said in their first form. */
const plain = (rest: string): string =>
  rest
    .replace(/ (\S+~\S+)/g, (_, pattern: string) => ` ${[...formsOf(pattern).keys()][0] ?? ''}`)
    .replaceAll('*', '');

function inCaseOf(found: string, option: string): string {
  const letters = found.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return option.toUpperCase();
  if (/^\p{Lu}/u.test(found)) return option.charAt(0).toUpperCase() + option.slice(1);
  return option;
}
