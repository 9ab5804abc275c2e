import { latinLetters } from './transliteration/to-latin.ts';
import { normaliseWord } from './transliteration/alphabet.ts';

const MARKS = /\p{M}/gu;
const REST: ReadonlyMap<string, string> = new Map([
  ['đ', 'dj'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['ı', 'i'],
]);

/**
 * The form in which text is searched: small Latin letters without diacritics. *čekaonica*, *чекаоница* and
 * *cekaonica* fold to the same; đ, ђ and dj all fold to *dj*, so that *Djurdjevac* finds *Đurđevac*. Length changes.
 *
 * Tables that are searched keep the folded text in a column of its own, written by the same use case as the text, and
 * the index is on that column; a query folds what was typed and compares folded with folded.
 */
export function foldForSearch(text: string): string {
  return latinLetters(normaliseWord(text).normalize('NFKC'))
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[đłøæœßı]/g, (letter) => REST.get(letter) ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What was typed, as the words that all have to be found. */
export const searchWords = (typed: string): string[] => foldForSearch(typed).split(' ').filter(Boolean);

/** Whether a text holds every word, anywhere in it. Words as `searchWords` gives them. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const folded = foldForSearch(text);
  return words.every((word) => folded.includes(word));
}

/**
 * Where the words stand in a text as it is written, to mark them: `[from, to)` in order, none over another. The text
 * is folded letter by letter here, so that each folded letter knows where it came from.
 */
export function findWords(text: string, words: readonly string[]): [from: number, to: number][] {
  const from: number[] = [];
  const to: number[] = [];
  let folded = '';
  for (const { segment, index } of graphemes.segment(text)) {
    const letters = foldForSearch(segment) || (/\s/u.test(segment) ? ' ' : '');
    folded += letters;
    for (let no = 0; no < letters.length; no += 1) {
      from.push(index);
      to.push(index + segment.length);
    }
  }
  const hits: [number, number][] = [];
  for (const word of words.filter(Boolean)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      hits.push([from[at]!, to[at + word.length - 1]!]);
  }
  return merged(hits);
}

const graphemes = new Intl.Segmenter('bs', { granularity: 'grapheme' });

function merged(hits: [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (const [from, to] of hits.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** The part of a text around its first hit, on one line; null where the text holds none of the words. */
export function excerptAround(text: string, words: readonly string[], length = 120): string | null {
  const line = text.replace(/\s+/gu, ' ').trim();
  const first = findWords(line, words)[0];
  if (!first) return null;
  const start = Math.max(0, first[0] - Math.floor(length / 3));
  const from = start === 0 ? 0 : line.indexOf(' ', start) + 1 || start;
  const begin = Math.min(from, first[0]);
  const part = line.slice(begin, begin + length);
  const whole = begin + length >= line.length;
  return `${begin > 0 ? '… ' : ''}${whole ? part : `${part.replace(/\s\S*$/u, '')} …`}`;
}
