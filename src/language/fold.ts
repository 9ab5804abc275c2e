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
