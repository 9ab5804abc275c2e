import { CYRILLIC_OF, LATIN_OF } from './alphabet.ts';

/** Letters that look the same in both scripts, Latin then Cyrillic. */
const LATIN_TWINS = Array.from('aeopcjxyABCEHJKMOPTXY');
const CYRILLIC_TWINS = Array.from('аеорсјхуАВСЕНЈКМОРТХУ');
const TWINS = LATIN_TWINS.map((latin, at) => [latin, CYRILLIC_TWINS[at] ?? latin] as const);
const TO_CYRILLIC: ReadonlyMap<string, string> = new Map(TWINS);
const TO_LATIN: ReadonlyMap<string, string> = new Map(TWINS.map(([latin, cyrillic]) => [cyrillic, latin]));

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** True when one word has letters of both scripts. */
export function isMixed(word: string): boolean {
  return LATIN.test(word) && CYRILLIC.test(word);
}

/**
 * A word of both scripts in one: the letters of the smaller side are replaced by what they look like, where every one
 * of them has a twin. Undefined when that cannot be (BиX has a real letter of each).
 */
export function unmix(word: string): string | undefined {
  const letters = Array.from(word);
  const latin = letters.filter((letter) => LATIN.test(letter));
  const cyrillic = letters.filter((letter) => CYRILLIC.test(letter));
  const latinFixable = latin.every((letter) => TO_CYRILLIC.has(letter));
  const cyrillicFixable = cyrillic.every((letter) => TO_LATIN.has(letter));
  const toCyrillic =
    latinFixable &&
    (latin.length < cyrillic.length || !cyrillicFixable) &&
    cyrillic.every((l) => LATIN_OF.has(l));
  if (toCyrillic) return letters.map((letter) => TO_CYRILLIC.get(letter) ?? letter).join('');
  if (!cyrillicFixable || latin.some((letter) => !CYRILLIC_OF.has(letter))) return undefined;
  return letters.map((letter) => TO_LATIN.get(letter) ?? letter).join('');
}
