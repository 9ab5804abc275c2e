/**
 * Why a word is put before a person. `round-trip`: it does not come back; `look-alike`: letters of both scripts in one
 * word; `foreign`: left in Latin; `name`: left for its inner capitals or digits; `roman`: a numeral or a word;
 * `digraph-ambiguous`: nj, lj or dž that may be two letters.
 */
export const FLAG_REASONS = [
  'round-trip',
  'look-alike',
  'foreign',
  'name',
  'roman',
  'digraph-ambiguous',
] as const;
export type FlagReason = (typeof FLAG_REASONS)[number];

/** A word for a person to look at. Positions are UTF-16 code units, `end` exclusive. */
export type Flag = {
  /** Position in the text that came out. */
  readonly start: number;
  readonly end: number;
  /** Position in the text that went in. */
  readonly sourceStart: number;
  readonly sourceEnd: number;
  /** The word as it went in. */
  readonly word: string;
  readonly reason: FlagReason;
  /** Another reading of the word, in the wanted script, where there is one. */
  readonly suggestion?: string;
};

/** What became of one word, apart from where it stands. */
export type WordResult = {
  readonly text: string;
  readonly reason?: FlagReason | undefined;
  readonly suggestion?: string | undefined;
  /** Set when the word may read differently where it stands (a unit, a numeral). */
  readonly placed?: boolean;
};
