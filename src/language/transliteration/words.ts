import {
  CYRILLIC_WORD,
  HAS_CYRILLIC,
  HAS_LATIN,
  LATIN_WORD,
  isUpper,
  normalise,
  normaliseWord,
} from './alphabet.ts';
import type { FlagReason, WordResult } from './flags.ts';
import { foreignness } from './foreign.ts';
import { isMixed, unmix } from './look-alikes.ts';
import { cutsIn, mayHideCut, type Stem } from './stems.ts';
import { cyrillicLetters, cyrillicLettersApart } from './to-cyrillic.ts';
import { isForeignCyrillic, latinLetters } from './to-latin.ts';

const DIGIT = /\p{N}/u;
/** A capital after a small letter, as in iBusiness; the second letter of a digraph does not count (NJegoš, LJUDi). */
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;
const OF_BIH = /^\p{Lu}*BiH\p{Ll}*$/u;
const SPLIT_CAPITAL = /^(?:L|N)j\p{Lu}+$|^Dž\p{Lu}+$/u;

/** What a Latin (or mixed) word becomes in Cyrillic, wherever it stands. */
export function wordToCyrillic(raw: string, stems: readonly Stem[]): WordResult {
  const word = normaliseWord(raw);
  if (!HAS_LATIN.test(word)) return { text: word };
  if (isMixed(word)) return mixed(word, (text) => wordToCyrillic(text, stems));
  if (DIGIT.test(word)) return { text: normalise(raw), reason: 'name' };
  if (INNER_CAPITAL.test(word) && !OF_BIH.test(word) && !SPLIT_CAPITAL.test(word)) {
    return { text: normalise(raw), reason: 'name' };
  }
  const reading = foreignness(word, LATIN_WORD.test(word));
  const text = cyrillicLetters(word, stems);
  if (reading === 'foreign')
    return { text: normalise(raw), reason: 'foreign', suggestion: cyrillicOnly(text) };
  if (reading === 'unsure') {
    const acronym = isUpper(word) && word.length <= 5;
    return acronym
      ? { text, reason: 'foreign', suggestion: word }
      : { text: word, reason: 'foreign', suggestion: text };
  }
  return { text, ...doubt(word, text, stems) };
}

function doubt(
  word: string,
  text: string,
  stems: readonly Stem[],
): { reason?: FlagReason; suggestion?: string } {
  const lower = word.toLowerCase();
  if (mayHideCut(lower) && cutsIn(lower, stems).size === 0) {
    return { reason: 'digraph-ambiguous', suggestion: cyrillicLettersApart(word) };
  }
  if (latinLetters(text) !== word) return { reason: 'round-trip', suggestion: latinLetters(text) };
  return {};
}

/** What a Cyrillic (or mixed) word becomes in Latin, wherever it stands. */
export function wordToLatin(raw: string, stems: readonly Stem[]): WordResult {
  const word = normaliseWord(raw);
  if (!HAS_CYRILLIC.test(word)) return { text: LATIN_WORD.test(word) ? word : normalise(raw) };
  if (isMixed(word)) return mixed(word, (text) => wordToLatin(text, stems));
  if (isForeignCyrillic(word.replaceAll(/\p{N}/gu, ''))) return { text: word, reason: 'foreign' };
  const text = latinLetters(word);
  if (DIGIT.test(word)) return { text };
  const back = wordToCyrillic(text, stems);
  if (back.text === word && back.reason !== 'digraph-ambiguous') return { text };
  const apart = /нј|лј|дж/i.test(word);
  return { text, reason: apart ? 'digraph-ambiguous' : 'round-trip', suggestion: suggestBack(back, word) };
}

function suggestBack(back: WordResult, word: string): string | undefined {
  return back.text !== word && CYRILLIC_WORD.test(back.text) ? latinLetters(back.text) : undefined;
}

/** A word of both scripts: read as the script of most of its letters where the others are look-alikes. */
function mixed(word: string, convert: (text: string) => WordResult): WordResult {
  const clean = unmix(word);
  if (clean === undefined) return { text: word, reason: 'look-alike' };
  const { text } = convert(clean);
  return { text, reason: 'look-alike', suggestion: text };
}

function cyrillicOnly(text: string): string | undefined {
  return HAS_LATIN.test(text) ? undefined : text;
}
