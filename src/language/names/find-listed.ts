import { foldForSearch } from '../fold.ts';
import { formsOf, isFormOf } from './forms.ts';
import { readText, type Read, type Tag, type Token } from './tokens.ts';

/** A person, or the mark of a party, that is looked for. */
export type Listed = {
  id: string;
  kind: 'person' | 'mark';
  name: string;
  shortForm: string;
  slogans: readonly string[];
  hashtags: readonly string[];
  /** Whether a person's family name alone, with a capital letter, is found. */
  familyAlone: boolean;
};

/** Where something listed stands in a text, in UTF-16 code units. */
export type Hit = { id: string; found: string; start: number; end: number };

type Span = { start: number; end: number };
type Find = (read: Read) => Span | null;

/** Short marks that are words of the language, too: capitals around them tell nothing. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  'za na da od do po pod nad nas nes mi vi ti on svi dom red rad sad san sto novi nova novo nasa nase snaga pravo narod most'.split(
    ' ',
  ),
);

/** Makes the search for a list; the same one serves many texts. */
export function searchFor(listed: readonly Listed[]): (text: string) => Hit[] {
  const finders = listed.map((entry) => ({
    id: entry.id,
    find: entry.kind === 'person' ? personFinder(entry) : markFinder(entry),
  }));
  return (text) => {
    if (text.trim() === '') return [];
    const read = readText(text);
    return finders.flatMap(({ id, find }) => {
      const span = find(read);
      return span ? [{ id, found: text.slice(span.start, span.end), ...span }] : [];
    });
  };
}

/** The words of a name; what a hyphen joins is one family name of several words. */
export function partsOfName(name: string): { given: string[]; family: string[] } {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const fold = (word: string) =>
    foldForSearch(word)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  const shouted = words.filter((word) => word.length > 2 && word === word.toUpperCase());
  // PETROVIĆ Marko: whoever writes the family name first writes it in capitals.
  const family = shouted.length > 0 && shouted.length < words.length ? shouted : words.slice(-1);
  const given = words.filter((word) => !family.includes(word));
  return { given: given.flatMap(fold), family: family.flatMap(fold) };
}

function personFinder({ name, familyAlone }: Listed): Find {
  const { given, family } = partsOfName(name);
  const orders = [[...given, ...family].map(formsOf), [...family, ...given].map(formsOf)];
  const together = new Set([[...given, ...family].join(''), [...family, ...given].join('')]);
  const alone = family.map(formsOf);
  const isSingle = given.length === 0;
  return ({ tokens, tags }) => {
    if (family.length === 0) return null;
    const whole = isSingle ? null : orders.map((forms) => findForms(tokens, forms)).find((span) => span);
    const tagged = isSingle
      ? null
      : tags.find(({ folded }) => [...together].some((one) => folded.includes(one)));
    const only = isSingle || familyAlone ? findForms(tokens, alone, { capital: true }) : null;
    return whole ?? tagged ?? only ?? null;
  };
}

/** Words one after the other, each in one of its forms; an initial or a middle name may stand between two. */
function findForms(
  tokens: readonly Token[],
  forms: readonly ReadonlySet<string>[],
  { capital = false }: { capital?: boolean } = {},
): Span | null {
  for (let from = 0; from < tokens.length; from += 1) {
    let at = from;
    let between = 0;
    for (const [no, form] of forms.entries()) {
      if (no > 0 && !form.has(tokens[at]?.folded ?? '') && between === 0 && tokens[at]?.isCapital) {
        at += 1;
        between += 1;
      }
      const token = tokens[at];
      if (!token || !form.has(token.folded) || (capital && !token.isCapital)) {
        at = -1;
        break;
      }
      at += 1;
    }
    if (at > 0) return { start: tokens[from]!.start, end: tokens[at - 1]!.end };
  }
  return null;
}

function markFinder({ name, shortForm, slogans, hashtags }: Listed): Find {
  const finders: Find[] = [
    ...(name.trim() === '' ? [] : [nameFinder(name)]),
    ...(shortForm.trim() === '' ? [] : [shortFinder(shortForm)]),
    ...slogans.filter((one) => one.trim() !== '').map(sloganFinder),
    tagFinder([...hashtags, shortForm, name]),
  ];
  return (read) => {
    for (const find of finders) {
      const span = find(read);
      if (span) return span;
    }
    return null;
  };
}

const foldedWords = (text: string): string[] => readText(text).tokens.map(({ folded }) => folded);

function nameFinder(name: string): Find {
  const words = foldedWords(name);
  if (words.length > 1)
    return ({ tokens }) => findRun(tokens, words, (token, word) => isFormOf(token.folded, word));
  // One word is a word of the language, too, unless it is written as a name.
  const forms = words.map(formsOf);
  return ({ tokens }) => findForms(tokens, forms, { capital: true });
}

/** As it is written: SDA is not *sda*, and not in a word; SDA-a is. */
function shortFinder(shortForm: string): Find {
  const words = readText(shortForm).tokens;
  const isCommon = words.length === 1 && COMMON_WORDS.has(words[0]?.folded ?? '');
  return ({ tokens }) =>
    findRun(
      tokens,
      words,
      (token, word) => token.written === word.written && !(isCommon && token.inCapitals),
    );
}

function sloganFinder(slogan: string): Find {
  const words = foldedWords(slogan);
  const isSingle = words.length === 1;
  return ({ tokens }) =>
    findRun(tokens, words, (token, word) => token.folded === word && (!isSingle || token.isCapital));
}

function tagFinder(wanted: readonly string[]): Find {
  const tags = new Set(
    wanted.map((tag) => foldForSearch(tag).replace(/[^\p{L}\p{N}_]+/gu, '')).filter(Boolean),
  );
  return ({ tags: written }) => written.find(({ folded }: Tag) => tags.has(folded)) ?? null;
}

function findRun<Word>(
  tokens: readonly Token[],
  words: readonly Word[],
  is: (token: Token, word: Word) => boolean,
): Span | null {
  if (words.length === 0) return null;
  for (let from = 0; from + words.length <= tokens.length; from += 1) {
    const here = words.every((word, no) => is(tokens[from + no]!, word));
    if (here) return { start: tokens[from]!.start, end: tokens[from + words.length - 1]!.end };
  }
  return null;
}
