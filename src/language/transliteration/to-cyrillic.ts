import { CYRILLIC_OF } from './alphabet.ts';
import { cutsIn, type Stem } from './stems.ts';

const DIGRAPHS: ReadonlyMap<string, string> = new Map([
  ['lj', 'љ'],
  ['nj', 'њ'],
  ['dž', 'џ'],
]);

/**
 * One word of Latin letters to Cyrillic ones. *dj* is always д + ј (ovdje -> овдје); nj, lj and dž are one letter
 * unless a stem cuts them. A letter that is not ours stays.
 */
export function cyrillicLetters(word: string, stems: readonly Stem[]): string {
  const lower = word.toLowerCase();
  return join(word, lower, cutsIn(lower, stems));
}

/** The same with every nj, lj and dž read as two letters: the other reading to offer. */
export function cyrillicLettersApart(word: string): string {
  let out = '';
  for (const letter of word) out += CYRILLIC_OF.get(letter) ?? letter;
  return out;
}

function join(word: string, lower: string, cuts: ReadonlySet<number>): string {
  let out = '';
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const digraph = cuts.has(at + 1) ? undefined : DIGRAPHS.get(lower.slice(at, at + 2));
    if (digraph === undefined) {
      out += CYRILLIC_OF.get(letter) ?? letter;
    } else {
      out += letter === lower.charAt(at) ? digraph : digraph.toUpperCase();
      at += 1;
    }
  }
  return out;
}
