/**
 * Where *nj*, *lj* and *dž* are two letters. `in|jekc` matches at the start of a word (also after *ne-* and *naj-*),
 * `*in|jekc` anywhere in it; the bar is where the digraph is cut. Checked against the 194,000 words of a Cyrillic
 * spelling dictionary; the list is for what people write, so users extend it by glossary.
 */
export const STEMS: readonly string[] = [
  // n + j: Latin in-, con-, van-
  '*in|jekc',
  '*in|jekt',
  '*in|jicir',
  'in|junk',
  'in|jurij',
  '*kon|jekt',
  '*kon|juga',
  '*kon|jugi',
  '*kon|jugo',
  '*kon|junk',
  'kon|jukc',
  'kon|jukt',
  'kon|juktur',
  '*n|jezičk',
  '*n|jezičn',
  'van|jezi',
  'van|jedar',
  'izvan|jedar',
  'van|jugosl',
  'pan|jugosl',
  'an|jon',
  'tan|jug',
  'šen|jang',
  'šen|jeng',
  'netan|jahu',
  'man|jogan',
  // d + ž: nad-, od-, pod-, pred-, and German compounds
  'nad|žanj',
  'nad|žbuk',
  'nad|ždr',
  'nad|žet',
  'nad|žev',
  'nad|živ',
  'nad|žnj',
  'nad|žup',
  'od|žali',
  'od|žalj',
  'od|žalo',
  'od|žari',
  'od|žare',
  'od|ždr',
  'od|žive',
  'od|živi',
  'od|živj',
  'od|življ',
  'od|žmir',
  'od|žub',
  'od|žud',
  'od|žvak',
  'pod|žanr',
  'pod|žari',
  'pod|ždr',
  'pod|žig',
  'pod|žup',
  'pod|žut',
  'pred|žalb',
  'pred|žel',
  'pred|žet',
  'pred|židov',
  'pred|živ',
  'pred|župan',
  '*feld|žandar',
  '*land|žandar',
  'grad|željez',
  'and|žej',
];

/** Beginnings that look like a prefix before ž but are џ; without them a word would be flagged for nothing. */
const TRUE_DZ =
  /^(?:predžonj|odža[ckč]|odžakl|odžal[a]|odžić|odžep|podžep|nadžak|nadžedž|nadžidž|nadžo|nadžud|podžap|podžav)/;
const MAYBE_TWO = /^(?:ne|naj)?(?:nad|od|pod|pred|ispred|iznad)ž|^(?:iz)?vanj(?:e[bcčdkrtz]|u[gn]|av)/;
const DIGRAPH = /nj|lj|dž/;
const PREFIXES = ['', 'ne', 'naj'];

export type Stem = { readonly left: number; readonly whole: string; readonly anywhere: boolean };

/** Reads `in|jekc` or `*in|jekc`; undefined when there is no bar inside the stem. */
export function parseStem(stem: string): Stem | undefined {
  const anywhere = stem.startsWith('*');
  const body = (anywhere ? stem.slice(1) : stem).normalize('NFC').toLowerCase();
  const left = body.indexOf('|');
  if (left < 1 || left === body.length - 1) return undefined;
  return { left, whole: body.replace('|', ''), anywhere };
}

export const BUILT_IN_STEMS: readonly Stem[] = STEMS.map(parseStem).filter((stem) => stem !== undefined);

const NONE: ReadonlySet<number> = new Set();

/** Positions in a lower-case Latin word where a digraph is cut in two. */
export function cutsIn(lower: string, stems: readonly Stem[]): ReadonlySet<number> {
  if (!DIGRAPH.test(lower)) return NONE;
  const cuts = new Set<number>();
  for (const { left, whole, anywhere } of stems) {
    if (anywhere) {
      const at = lower.indexOf(whole);
      if (at !== -1) cuts.add(at + left);
      continue;
    }
    for (const prefix of PREFIXES) {
      if (lower.startsWith(prefix) && lower.startsWith(whole, prefix.length)) cuts.add(prefix.length + left);
    }
  }
  return cuts;
}

/** True for a word such as *odž…* or *vanj…* that no stem decides and that is often two letters. */
export function mayHideCut(lower: string): boolean {
  return MAYBE_TWO.test(lower) && !TRUE_DZ.test(lower);
}
