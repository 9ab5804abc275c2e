/** Bands of the LIX grade, easiest first; words for them are in `words`. */
export type LixBand = 'very-easy' | 'easy' | 'medium' | 'hard' | 'very-hard';

export type Readability = {
  readonly words: number;
  readonly sentences: number;
  /** Words of more than six letters. */
  readonly longWords: number;
  /** Words per sentence plus the percentage of long words, rounded; null for a text without words. */
  readonly lix: number | null;
  readonly band: LixBand | null;
};

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const NOT_TEXT = /\bhttps?:\/\/\S+|[@#][\p{L}\p{N}_.]+/gu;
/** A full stop after a number or an abbreviation (20. juli, čl. 5, d.o.o.) does not end a sentence: a capital must follow. */
const SENTENCE_END = /[!?…]+|\.(?=\s*$|\s*\n|\s+[\p{Lu}„"“(])|:(?=\s*\n)|\n\s*\n/gu;
const ABBREVIATED =
  /(?:^|\s)(?:\p{L}|nj|lj|dž|\p{N}+|br|čl|st|tač|toč|npr|tzv|itd|dr|mr|prof|god|str|sl|ul|бр|чл|ст|тач|нпр|тзв|др|мр|проф|год|стр|ул|no)$/iu;

/**
 * LIX (Björnsson 1968): words / sentences + 100 x long words / words, a word being long from seven letters. It counts
 * letters, not syllables, so it works for these languages and both scripts: lj, nj and dž count as one letter, so
 * that both scripts of one text have one grade. Links, mentions and hashtags are not counted.
 */
export function readability(text: string): Readability {
  const prose = text.replace(NOT_TEXT, ' ');
  const found = prose.match(WORD) ?? [];
  const words = found.length;
  const sentences = Math.max(words > 0 ? 1 : 0, countSentences(prose));
  const longWords = found.filter((word) => letters(word) > 6).length;
  if (words === 0) return { words, sentences: 0, longWords, lix: null, band: null };
  const lix = Math.round(words / sentences + (100 * longWords) / words);
  return { words, sentences, longWords, lix, band: bandOf(lix) };
}

/** Bands as used for LIX since Björnsson: under 25, 35, 45, 55 and above. */
export function bandOf(lix: number): LixBand {
  if (lix < 25) return 'very-easy';
  if (lix < 35) return 'easy';
  if (lix < 45) return 'medium';
  return lix < 55 ? 'hard' : 'very-hard';
}

function letters(word: string): number {
  return word.replace(/lj|nj|dž/gi, 'x').replace(/[^\p{L}\p{N}]/gu, '').length;
}

function countSentences(prose: string): number {
  return spansOf(prose).length;
}

/** A sentence and where it stands, in UTF-16 code units, `end` exclusive. */
export type Sentence = { readonly start: number; readonly end: number; readonly words: number };

/** The sentences of a text with their words; links, mentions and hashtags count for nothing. */
export function sentencesOf(text: string): readonly Sentence[] {
  const prose = text.replace(NOT_TEXT, (found) => ' '.repeat(found.length));
  return spansOf(prose).map(({ start, end }) => ({
    start: start + (prose.slice(start, end).match(/^\s*/)?.[0].length ?? 0),
    end,
    words: prose.slice(start, end).match(WORD)?.length ?? 0,
  }));
}

function spansOf(prose: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let last = 0;
  for (const { 0: mark, index } of prose.matchAll(SENTENCE_END)) {
    const before = prose.slice(last, index);
    if (mark === '.' && ABBREVIATED.test(before) && index + 1 < prose.trimEnd().length) continue;
    if (/[\p{L}\p{N}]/u.test(before)) spans.push({ start: last, end: index + mark.trimEnd().length });
    last = index + mark.length;
  }
  if (/[\p{L}\p{N}]/u.test(prose.slice(last))) spans.push({ start: last, end: prose.trimEnd().length });
  return spans;
}
