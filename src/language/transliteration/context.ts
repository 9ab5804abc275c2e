import { isUpper } from './alphabet.ts';
import { latinLetters } from './to-latin.ts';

const NEAR = 48;
const ROMAN = /^M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
/** Nouns that a numeral stands before or after: *I sjednica*, *Aneks I*. Beginnings, lower case, both sides. */
const NUMBERED =
  /^(?:sjedni|zasjeda|dio|dije|faz|kvartal|tromjeseč|polugod|razred|stepen|stupnj|stupanj|krug|kategor|grup|skupin|poglavlj|glav|odjelj|odsjek|tom|knjig|svez|aneks|prilog|priloz|član|tač|toč|stav|razin|nivo|klas|svjetsk|svetsk|lot|izdanj|konferenc|kongres|kolo|instanc|prvostep|cilj|mjer)/;

/** How a word made of Roman digits reads where it stands; the `unsure` ones are for a person to see. */
export type RomanReading = 'roman' | 'word' | 'unsure-roman' | 'unsure-word';

/** True for a word that is a well-formed Roman numeral. */
export function looksRoman(word: string): boolean {
  return word.length < 16 && ROMAN.test(word);
}

/** Reads a word that {@link looksRoman} at `start`..`end` of the text. */
export function readRoman(word: string, text: string, start: number, end: number): RomanReading {
  if (/^[IVX]{2,}$/.test(word) || word.includes('X') || word.length > 3) {
    return word === 'VI' && text[end] !== '.' && isShouted(text, start, end) ? 'unsure-word' : 'roman';
  }
  if (word === 'I') return readSingleOne(text, start, end);
  if (word === 'V') return /^\.\s?\p{Lu}\p{Ll}/u.test(text.slice(end, end + 4)) ? 'unsure-word' : 'roman';
  if (word.length === 1) return 'word';
  return isShouted(text, start, end) ? 'word' : 'unsure-word';
}

function readSingleOne(text: string, start: number, end: number): RomanReading {
  const next = nextWord(text, end);
  const previous = previousWord(text, start);
  const beside = isNumbered(next) || isNumbered(previous);
  if (text[end] === '.')
    return /^\.\s?\p{Lu}/u.test(text.slice(end, end + 3)) && !previous ? 'unsure-word' : 'roman';
  if (/^\s?[–-]\s?[IVX]/.test(text.slice(end, end + 4))) return 'roman';
  if (startsSentence(text, start)) return beside && !isUpper(next) ? 'unsure-roman' : 'word';
  if (isShouted(text, start, end)) return beside || /^[IVX]+$/.test(next) ? 'unsure-word' : 'word';
  if (/^[IVX]+$/.test(next) || beside || next === '') return 'roman';
  return /^\p{Lu}/u.test(next) && /^\p{Lu}/u.test(previous) ? 'unsure-roman' : 'roman';
}

/** The noun may be in either script: a text that went through once stays as it is. */
function isNumbered(word: string): boolean {
  return NUMBERED.test(latinLetters(word).toLowerCase());
}

/** True among capitals: every neighbour that has more than one letter is in capitals. */
export function isShouted(text: string, start: number, end: number): boolean {
  const near = [previousWord(text, start), nextWord(text, end)].filter((word) => word.length > 1);
  return near.length > 0 && near.every(isUpper);
}

function startsSentence(text: string, start: number): boolean {
  return /(?:^|[.!?…:\n•–—-]|^\d+\))[\s"'„“”«»()*_>]*$/u.test(text.slice(Math.max(0, start - 12), start));
}

/** Scanned by hand: an expression that looks for the last word tries every beginning, and took most of the time. */
function previousWord(text: string, start: number): string {
  const least = Math.max(0, start - NEAR);
  let end = start;
  while (end > least && !isWordPart(text.charAt(end - 1))) {
    if (ENDS_SENTENCE.has(text.charAt(end - 1))) return '';
    end -= 1;
  }
  let begin = end;
  while (begin > least && isWordPart(text.charAt(begin - 1))) begin -= 1;
  return text.slice(begin, end);
}

function nextWord(text: string, end: number): string {
  const most = Math.min(text.length, end + NEAR);
  let begin = end;
  while (begin < most && !isWordPart(text.charAt(begin))) {
    if (ENDS_SENTENCE.has(text.charAt(begin))) return '';
    begin += 1;
  }
  let stop = begin;
  while (stop < most && isWordPart(text.charAt(stop))) stop += 1;
  return text.slice(begin, stop);
}

const ENDS_SENTENCE = new Set('.!?\n');
const WORD_PART = /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u;

/** For one UTF-16 code unit; half of a pair counts as a letter. */
function isWordPart(unit: string): boolean {
  return unit !== ' ' && WORD_PART.test(unit);
}

/** Units that need no number before them. */
export const ALWAYS_UNITS: ReadonlySet<string> = new Set(
  'km kg cm mm kWh MWh GWh TWh kW kV kHz MHz GHz kB ml dl hl hPa kPa MPa kcal kJ dB px m² m³ km² cm² cm³ dm³ m2 m3 km2'.split(
    ' ',
  ),
);
const NUMBERED_UNITS: ReadonlySet<string> = new Set(
  'm g t l h ha dm mg W MW GW V A MB GB TB KB Mb Gb Pa J Hz C F lx lm mol bar kb Mbit Gbit Mbps'.split(' '),
);
const RATED: ReadonlySet<string> = new Set('km m cm kg g mg l ml t kB MB Mb Mbit Gbit W kWh'.split(' '));
const PER: ReadonlySet<string> = new Set('h s l m min kg ha km dan'.split(' '));
const BEFORE_PER = new RegExp(`(?:^|[^\\p{L}\\p{M}])(?:${[...RATED].join('|')})[²³]?/$`, 'u');
const AFTER_RATED = new RegExp(`^[²³]?/(?:${[...PER].join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'u');

/** True for the few words that read differently from place to place, for which the functions here must be asked. */
export function dependsOnPlace(word: string): boolean {
  if (ALWAYS_UNITS.has(word) || NUMBERED_UNITS.has(word) || RATED.has(word) || PER.has(word)) return true;
  return (word.length <= 2 && isUpper(word)) || looksRoman(word);
}

/** True when the word is a unit of measure where it stands: *km* anywhere, *m* and *MB* after a number, *h* in km/h. */
export function isUnit(word: string, text: string, start: number, end: number): boolean {
  if (ALWAYS_UNITS.has(word)) return true;
  const before = text.slice(Math.max(0, start - 8), start);
  if (before.endsWith('/') && PER.has(word) && BEFORE_PER.test(before)) return true;
  if (RATED.has(word) && AFTER_RATED.test(text.slice(end, end + 6))) return true;
  if (!NUMBERED_UNITS.has(word) || !/[\d°][\s\u00A0]?$/.test(before)) return false;
  // "2026 g." is a year, not a weight
  return !(word === 'g' && text[end] === '.' && /(?:19|20)\d\d[\s\u00A0]?$/.test(before));
}

/** True for letters that stand right after a digit and belong to it: 5G, 3D. Not KM, the currency. */
export function clingsToNumber(word: string, text: string, start: number): boolean {
  return (
    word.length <= 2 &&
    word !== 'KM' &&
    isUpper(word) &&
    /\d$/.test(text.slice(Math.max(0, start - 1), start))
  );
}
