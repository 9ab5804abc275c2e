import { findMixedWords } from '../detect.ts';
import { scriptOf, type Variant } from '../variants.ts';
import { unmix } from '../transliteration/look-alikes.ts';
import { proseOf, type Finding } from './check.ts';

const SHOUTED = /\p{Lu}[\p{Lu}\p{M}\p{N}]{2,}(?:[ \t,–-]+\p{Lu}[\p{Lu}\p{M}\p{N}]+)*/gu;
const SHOUTED_WORD = /\p{Lu}[\p{Lu}\p{M}]+/gu;
/** Names of institutions are abbreviated to six letters at most here (UNESCO, UNICEF); longer is a word. */
const LONGEST_ABBREVIATION = 6;

/** Words in capitals. Abbreviations are no shouting: one word of a run must be longer than they are. */
export function* capitals(text: string): Generator<Finding> {
  for (const { 0: run, index } of proseOf(text).matchAll(SHOUTED)) {
    const words = run.match(SHOUTED_WORD) ?? [];
    if (!words.some((word) => word.length > LONGEST_ABBREVIATION)) continue;
    if (/[\p{L}\p{N}]/u.test(text.charAt(index + run.length)) || /[\p{L}\p{N}]/u.test(text.charAt(index - 1)))
      continue;
    const begins = /(?:^|[.!?…\n:]\s*)$/u.test(text.slice(0, index));
    yield { params: { words: run }, start: index, end: index + run.length, text: quiet(run, begins) };
  }
}

function quiet(run: string, begins: boolean): string {
  const small = run.toLowerCase();
  return begins ? small.charAt(0).toUpperCase() + small.slice(1) : small;
}

/**
 * Letters that are none: mathematical alphanumerics, circled and squared ones, full width. A screen reader spells or
 * skips them, and no search finds them. One alone may be a real sign (ℝ, ①).
 */
const FAKE =
  /(?:[\u{1D400}-\u{1D7FF}\u2460-\u24FF\u{1F110}-\u{1F149}\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\uFF21-\uFF3A\uFF41-\uFF5A\u210A-\u2113\u2115\u2119-\u211D\u2124\u212C\u212D\u2130-\u2134][\u0300-\u036F]*[ \t]*){2,}/gu;
const LETTER = /[\u{1D400}-\u{1D7FF}\u24B6-\u24E9\u{1F110}-\u{1F189}\uFF21-\uFF5A]/u;

export function* fakeFonts(text: string): Generator<Finding> {
  for (const { 0: found, index } of text.matchAll(FAKE)) {
    if (!LETTER.test(found)) continue;
    const run = found.trimEnd();
    yield {
      params: { letters: run },
      start: index,
      end: index + run.length,
      text: plainLetters(run),
    };
  }
}

/** Negative circled and squared letters have no plain form in Unicode's tables, so they are counted off. */
function plainLetters(run: string): string {
  return Array.from(run.normalize('NFKC'), (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    for (const base of [0x1f150, 0x1f170, 0x1f130])
      if (code >= base && code < base + 26) return String.fromCodePoint(0x41 + code - base);
    return letter;
  })
    .join('')
    .normalize('NFC');
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const CYRILLIC = /^[\p{Script=Cyrillic}\p{M}]+$/u;
const LATIN = /^[\p{Script=Latin}\p{M}]+$/u;

/** Letters of the other script that look the same: inside a word, and whole words of them. */
export function* lookAlikes(text: string, variant: Variant): Generator<Finding> {
  for (const { word, start, end, suggestion } of findMixedWords(text))
    yield { params: { word }, start, end, ...(suggestion === undefined ? {} : { text: suggestion }) };
  const prose = proseOf(text);
  if (scriptOf(variant) === 'Latn' && share(prose, CYRILLIC) < 0.2) yield* wholeWords(prose, CYRILLIC, 'z');
  if (scriptOf(variant) === 'Cyrl' && share(prose, LATIN) < 0.2) yield* wholeWords(prose, LATIN, 'ш');
}

/** A word that unmixes beside one letter of the right script is made of look-alikes only. */
function* wholeWords(prose: string, script: RegExp, beside: string): Generator<Finding> {
  for (const { 0: word, index } of prose.matchAll(WORD)) {
    // In capitals it may be an abbreviation of the other language; of one letter only conjunctions are looked at.
    if (!script.test(word) || (word.length > 1 && word === word.toUpperCase())) continue;
    const padded = beside.repeat(word.length + 1);
    const text = unmix(word + padded)?.slice(0, word.length);
    if (text === undefined || text === word) continue;
    yield { params: { word }, start: index, end: index + word.length, text };
  }
}

function share(prose: string, script: RegExp): number {
  const words = prose.match(WORD) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => script.test(word)).length / words.length;
}
