import type { Script } from './variants.ts';
import { isMixed, unmix } from './transliteration/look-alikes.ts';

const LATIN = /\p{Script=Latin}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const WORD = /\p{L}[\p{L}\p{M}\u00AD]*/gu;
/** Controls other than tab and newline, and format characters that hide or turn text round. */
const CONTROLS = /(?![\n\t])[\p{Cc}\u200B\u2060\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
const NEWLINES = /\r\n?|[\u2028\u2029\x85]/g;

/** The script that most letters of a text are in; `mixed` when the smaller part is a fifth or more; null if no letter. */
export function detectScript(text: string): Script | 'mixed' | null {
  const latin = text.match(LATIN)?.length ?? 0;
  const cyrillic = text.match(CYRILLIC)?.length ?? 0;
  if (latin + cyrillic === 0) return null;
  if (Math.min(latin, cyrillic) / (latin + cyrillic) >= 0.2) return 'mixed';
  return latin > cyrillic ? 'Latn' : 'Cyrl';
}

/** A word with letters of both scripts. Positions are UTF-16 code units, `end` exclusive. */
export type MixedWord = {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** The word in one script, where its odd letters are look-alikes. */
  readonly suggestion?: string;
};

/** Words that look right and cannot be found: a Latin *a* inside a Cyrillic word, and the reverse. */
export function findMixedWords(text: string): readonly MixedWord[] {
  const found: MixedWord[] = [];
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    if (!isMixed(word)) continue;
    const suggestion = unmix(word);
    found.push({
      word,
      start,
      end: start + word.length,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  return found;
}

/** What {@link cleanText} changed: a code for the interface to name, and how many times. */
export type Cleaning = {
  readonly change: 'normalised' | 'newlines' | 'controls-removed' | 'surrogates-replaced';
  readonly count: number;
};

export type CleanText = { readonly text: string; readonly changes: readonly Cleaning[] };

/**
 * Text that is safe to store and send: NFC, newlines as \n, no control characters except \n and \t, no invisible
 * direction marks or zero-width spaces (the joiner that emoji need stays), lone surrogates replaced by U+FFFD.
 */
export function cleanText(raw: string): CleanText {
  const changes: Cleaning[] = [];
  const count = (change: Cleaning['change'], by: number) => {
    if (by > 0) changes.push({ change, count: by });
  };
  const formed = raw.toWellFormed();
  count('surrogates-replaced', formed === raw ? 0 : countDifferences(raw, formed));
  const lined = formed.replace(NEWLINES, '\n');
  count('newlines', formed.match(NEWLINES)?.length ?? 0);
  const plain = lined.replace(CONTROLS, '');
  count('controls-removed', lined.length - plain.length);
  const text = plain.normalize('NFC');
  count('normalised', text === plain ? 0 : Math.max(1, Math.abs(plain.length - text.length)));
  return { text, changes };
}

/** Both strings have the same length. */
function countDifferences(a: string, b: string): number {
  let differences = 0;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) differences += 1;
  return differences;
}
