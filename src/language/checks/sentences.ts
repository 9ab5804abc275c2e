import { readability, sentencesOf } from '../readability.ts';
import type { Finding } from './check.ts';

/** Under this the grade says nothing. */
const ENOUGH_WORDS = 15;
/** From here LIX calls a text very hard; longer sentences than this are too long whatever their words. */
const VERY_HARD = 55;
const LONGEST_SENTENCE = 30;

/** A text that is very hard to read by LIX, or one sentence that runs on; points at the longest sentence. */
export function* longSentences(text: string): Generator<Finding> {
  const { lix, band, words } = readability(text);
  if (lix === null || band === null || words < ENOUGH_WORDS) return;
  const longest = sentencesOf(text).toSorted((a, b) => b.words - a.words)[0];
  if (!longest || (lix < VERY_HARD && longest.words <= LONGEST_SENTENCE)) return;
  yield { params: { lix, words: longest.words }, start: longest.start, end: longest.end };
}
