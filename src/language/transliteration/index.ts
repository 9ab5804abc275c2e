import { normalise } from './alphabet.ts';
import { clingsToNumber, dependsOnPlace, isUnit, looksRoman, readRoman } from './context.ts';
import type { Flag, WordResult } from './flags.ts';
import { CACHE_LIMIT, compileGlossary, type CompiledGlossary, type Glossary } from './glossary.ts';
import { TOKEN, endOfAddress, mayBeAddress } from './tokens.ts';
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

type Target = 'Latn' | 'Cyrl';
type Run = { readonly text: string; readonly to: Target; readonly glossary: CompiledGlossary };

function run(text: string, options: TransliterationOptions): Transliteration {
  const glossary = compileGlossary(options.glossary);
  const job: Run = { text, to: options.to === 'sr-Cyrl' ? 'Cyrl' : 'Latn', glossary };
  const flags: Flag[] = [];
  let out = '';
  let last = 0;
  let wordEnd = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const start = match.index;
    if (start > last) out += gap(text, last, start);
    const word = match[1];
    if (word === undefined) {
      // an @ right behind a word is no mention; what follows it is read anew
      const token = start === wordEnd && start > 0 && match[0].startsWith('@') ? '@' : match[0];
      out += token;
      last = start + token.length;
    } else {
      const result = known(word, start, job) ?? read(word, start, start === wordEnd && start > 0, job);
      if (result.reason !== undefined)
        flags.push(flagOf(result, text.slice(start, result.end ?? start + word.length), start, out.length));
      out += result.text;
      last = result.end ?? start + word.length;
      wordEnd = last;
    }
    TOKEN.lastIndex = last;
  }
  return { text: out + gap(text, last, text.length), flags };
}

/** Where the reading ends, when that is not the end of the word. */
type Read = WordResult & { readonly end?: number };

/** Most words of a text: seen before, the same wherever they stand, and not the beginning of an address. */
function known(word: string, start: number, { text, to, glossary }: Run): Read | undefined {
  if (glossary.pattern || mayBeAddress(text, start + word.length)) return undefined;
  const result = glossary.cache[to].get(word);
  return result?.placed ? undefined : result;
}

/** Reads what begins at a word: an address, a glossary entry, a number, or the word itself. */
function read(word: string, start: number, attached: boolean, job: Run): Read {
  const { text, to, glossary } = job;
  const end = start + word.length;
  const addressEnd = endOfAddress(text, start, end);
  if (addressEnd > 0) return { text: text.slice(start, addressEnd), end: addressEnd };
  if (glossary.pattern && !attached) {
    glossary.pattern.lastIndex = start;
    const entry = glossary.pattern.exec(text)?.[0];
    if (entry !== undefined) return { ...fromGlossary(entry, to, glossary), end: start + entry.length };
  }
  const digits = LEADING_DIGITS.exec(word)?.[0];
  if (digits !== undefined) return { text: digits, end: start + digits.length };
  const result = fromCache(word, to, glossary);
  return result.placed ? inPlace(word, result, { text, start, end }) : result;
}

const LEADING_DIGITS = /^\p{N}+/u;

type Place = { readonly text: string; readonly start: number; readonly end: number };

/** A unit or a numeral, on the way to Cyrillic, as it reads where it stands. */
function inPlace(word: string, result: WordResult, { text, start, end }: Place): WordResult {
  if (isUnit(word, text, start, end) || clingsToNumber(word, text, start)) return { text: word };
  if (!looksRoman(word)) return result;
  const reading = readRoman(word, text, start, end);
  if (reading === 'roman') return { text: word };
  if (reading === 'unsure-roman') return { text: word, reason: 'roman', suggestion: result.text };
  return reading === 'word'
    ? { text: result.text }
    : { text: result.text, reason: 'roman', suggestion: word };
}

function fromCache(word: string, to: Target, glossary: CompiledGlossary): WordResult {
  const cache = glossary.cache[to];
  const known = cache.get(word);
  if (known) return known;
  const result = to === 'Cyrl' ? wordToCyrillic(word, glossary.stems) : wordToLatin(word, glossary.stems);
  const kept = to === 'Cyrl' && dependsOnPlace(word) ? { ...result, placed: true } : result;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  if (word.length <= 64) cache.set(word, kept);
  return kept;
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

/** What stands between words, in NFC. */
function gap(text: string, start: number, end: number): string {
  if (end - start === 1 && text.charCodeAt(start) < 0x80) return text.charAt(start);
  const between = text.slice(start, end);
  return /^[\0-~–—…„“”«»\s]*$/.test(between) ? between : normalise(between);
}
