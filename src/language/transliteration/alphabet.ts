/** The thirty letters of the shared alphabet in both scripts, lower case, in the order of the Cyrillic one. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['a', 'а'],
  ['b', 'б'],
  ['v', 'в'],
  ['g', 'г'],
  ['d', 'д'],
  ['đ', 'ђ'],
  ['e', 'е'],
  ['ž', 'ж'],
  ['z', 'з'],
  ['i', 'и'],
  ['j', 'ј'],
  ['k', 'к'],
  ['l', 'л'],
  ['lj', 'љ'],
  ['m', 'м'],
  ['n', 'н'],
  ['nj', 'њ'],
  ['o', 'о'],
  ['p', 'п'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['ć', 'ћ'],
  ['u', 'у'],
  ['f', 'ф'],
  ['h', 'х'],
  ['c', 'ц'],
  ['č', 'ч'],
  ['dž', 'џ'],
  ['š', 'ш'],
];

/** Vowels with the circumflex that marks a long genitive (*sâm*, *ljudî*): NFC has them in Latin, not in Cyrillic. */
const LONG: readonly (readonly [string, string])[] = [
  ['â', 'а\u0302'],
  ['ê', 'е\u0302'],
  ['î', 'и\u0302'],
  ['ô', 'о\u0302'],
  ['û', 'у\u0302'],
];

const singles = PAIRS.filter(([latin]) => latin.length === 1);
const withCase = ([latin, cyrillic]: readonly [string, string]) =>
  [[latin, cyrillic] as const, [latin.toUpperCase(), cyrillic.toUpperCase()] as const] as const;

/** One Latin letter (either case) to its Cyrillic one; digraphs are not in here. */
export const CYRILLIC_OF: ReadonlyMap<string, string> = new Map([...singles, ...LONG].flatMap(withCase));

/** One Cyrillic letter to Latin; an upper-case digraph is given as its first letter upper (`Њ` -> `Nj`). */
export const LATIN_OF: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([latin, cyrillic]) => [
    [cyrillic, latin] as const,
    [cyrillic.toUpperCase(), latin.charAt(0).toUpperCase() + latin.slice(1)] as const,
  ]),
);

/** Single codes and borrowed letters that stand for our letters; NFC leaves all of them as they are. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['Ǆ', 'DŽ'],
  ['ǅ', 'Dž'],
  ['ǆ', 'dž'],
  ['Ǉ', 'LJ'],
  ['ǈ', 'Lj'],
  ['ǉ', 'lj'],
  ['Ǌ', 'NJ'],
  ['ǋ', 'Nj'],
  ['ǌ', 'nj'],
  ['Ð', 'Đ'], // U+00D0 eth
  ['ð', 'đ'],
  ['Ɖ', 'Đ'], // U+0189 African d
  ['ɖ', 'đ'],
  ['ﬁ', 'fi'], // ligatures of text copied from a PDF
  ['ﬂ', 'fl'],
]);

const STAND_IN = /[ǄǅǆǇǈǉǊǋǌÐðƉɖﬁﬂ]/gu;
const PLAIN = /^[A-Za-zČčĆćĐđŠšŽžЀ-ӿ]*$/;
const SOFT_HYPHEN = /\u00AD/g;

/** Latin letters of the shared alphabet and nothing else. */
export const LATIN_WORD = /^[A-PR-VZa-pr-vzČčĆćĐđŠšŽžÂâÊêÎîÔôÛû]+$/;
/** Serbian Cyrillic letters (and a combining circumflex) and nothing else. */
export const CYRILLIC_WORD = /^(?:[АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШабвгдђежзијклљмнњопрстћуфхцчџш]|\u0302)+$/;
export const HAS_LATIN = /\p{Script=Latin}/u;
export const HAS_CYRILLIC = /\p{Script=Cyrillic}/u;

/** NFC, without soft hyphens. */
export function normalise(text: string): string {
  return PLAIN.test(text) ? text : text.replace(SOFT_HYPHEN, '').normalize('NFC');
}

/** NFC without soft hyphens, and ǆ ǈ ǌ Ð … as the letters they stand for. */
export function normaliseWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return normalise(word)
    .replace(STAND_IN, (letter) => STAND_INS.get(letter) ?? letter)
    .normalize('NFC'); // a letter that was spelt out may take the mark after it
}

/** True when every letter is upper case (and there is one). */
export function isUpper(text: string): boolean {
  return text !== text.toLowerCase() && text === text.toUpperCase();
}
