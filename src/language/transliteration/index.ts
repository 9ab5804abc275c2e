import { normalise } from './alphabet.ts';
import { clingsToNumber, isUnit, looksRoman, readRoman } from './context.ts';
import type { Flag, WordResult } from './flags.ts';
import { CACHE_LIMIT, compileGlossary, type CompiledGlossary, type Glossary } from './glossary.ts';
import { GLOSSARY_GROUP, WORD_GROUP } from './tokens.ts';
import { wordToCyrillic, wordToLatin } from './words.ts';

export type TransliterationOptions = {
  readonly to: 'sr-Cyrl' | 'sr-Latn';
  /** What the institution has decided; keep one array and pass it again, its words are remembered with it. */
  readonly glossary?: Glossary | undefined;
};

export type Transliteration = { readonly text: string; readonly flags: readonly Flag[] };

/**
 * Turns Serbian (or Bosnian, Croatian) text from one script to the other and says which words a person should see.
 * Text already in the wanted script stays; URLs, mentions, hashtags, placeholders and markup go through untouched.
 * Never throws, on any string. See README.md for the rules.
 */
export function transliterate(source: string, options: TransliterationOptions): Transliteration {
  if (!source.includes(SOFT_HYPHEN)) return run(source, options);
  const { text, flags } = run(source.replaceAll(SOFT_HYPHEN, ''), options);
  return { text, flags: flags.map((flag) => placeAmongHyphens(flag, source)) };
}

const SOFT_HYPHEN = '\u00AD';

/** A flag's place in the source before its soft hyphens were taken out. */
function placeAmongHyphens(flag: Flag, source: string): Flag {
  const sourceStart = withHyphens(flag.sourceStart + 1, source) - 1;
  const sourceEnd = withHyphens(flag.sourceEnd, source);
  return { ...flag, sourceStart, sourceEnd, word: source.slice(sourceStart, sourceEnd) };
}

/** The position in the source right after the given number of characters that are not soft hyphens. */
function withHyphens(count: number, source: string): number {
  let at = 0;
  for (let left = count; left > 0; at += 1) if (source[at] !== SOFT_HYPHEN) left -= 1;
  return at;
}

function run(text: string, options: TransliterationOptions): Transliteration {
  const glossary = compileGlossary(options.glossary);
  const to = options.to === 'sr-Cyrl' ? 'Cyrl' : 'Latn';
  const { pattern } = glossary;
  const flags: Flag[] = [];
  let out = '';
  let last = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start > last) out += gap(text.slice(last, start));
    last = end;
    if (match[WORD_GROUP] === undefined && match[GLOSSARY_GROUP] === undefined) {
      out += match[0];
      continue;
    }
    const result =
      match[WORD_GROUP] === undefined
        ? fromGlossary(match[0], to, glossary)
        : convert(match[0], { text, start, end }, to, glossary);
    if (result.reason !== undefined) flags.push(flagOf(result, match[0], start, out.length));
    out += result.text;
  }
  return { text: out + gap(text.slice(last)), flags };
}

type Place = { readonly text: string; readonly start: number; readonly end: number };
type Target = 'Latn' | 'Cyrl';

function convert(word: string, place: Place, to: Target, glossary: CompiledGlossary): WordResult {
  if (to === 'Latn') return fromCache(word, to, glossary);
  const { text, start, end } = place;
  if (isUnit(word, text, start, end)) return { text: word };
  if (clingsToNumber(word, text, start)) return { text: word };
  if (looksRoman(word)) {
    const reading = readRoman(word, text, start, end);
    const { text: cyrillic } = fromCache(word, to, glossary);
    if (reading === 'roman') return { text: word };
    if (reading === 'unsure-roman') return { text: word, reason: 'roman', suggestion: cyrillic };
    return reading === 'word' ? { text: cyrillic } : { text: cyrillic, reason: 'roman', suggestion: word };
  }
  return fromCache(word, to, glossary);
}

function fromCache(word: string, to: Target, glossary: CompiledGlossary): WordResult {
  const cache = glossary.cache[to];
  const known = cache.get(word);
  if (known) return known;
  const result = to === 'Cyrl' ? wordToCyrillic(word, glossary.stems) : wordToLatin(word, glossary.stems);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  if (word.length <= 64) cache.set(word, result);
  return result;
}

function fromGlossary(match: string, to: Target, glossary: CompiledGlossary): WordResult {
  const found = glossary.find(match, to);
  if (found?.replacement === undefined) return { text: match };
  return {
    text: found.replacement + (found.ending === '' ? '' : fromCache(found.ending, to, glossary).text),
  };
}

function flagOf(result: WordResult, word: string, sourceStart: number, start: number): Flag {
  return {
    start,
    end: start + result.text.length,
    sourceStart,
    sourceEnd: sourceStart + word.length,
    word,
    reason: result.reason ?? 'round-trip',
    ...(result.suggestion === undefined || result.suggestion === result.text
      ? {}
      : { suggestion: result.suggestion }),
  };
}

/** What stands between words: NFC, and a soft hyphen goes wherever it is. */
function gap(text: string): string {
  return /^[\0-~–—…„“”«»\s]*$/.test(text) ? text : normalise(text);
}
