/** A change of the text at the check's path: what stands from `start` to `end` (UTF-16) becomes `text`. */
export type Mend = { readonly start: number; readonly end: number; readonly text: string };

/** Something that stands in the way of a post, or should be looked at. Its sentence is found by `code`. */
export type Check = {
  code: string;
  /** A blocking check keeps the post from review. */
  blocks: boolean;
  params: Record<string, string | number>;
  /** Where in the composer: `/content/texts/bs`. */
  path: string;
  /** The page that the rule is taken from. */
  source?: string;
  /** Where in the text. */
  at?: { start: number; end: number };
  mend?: Mend;
};

/** What a rule found in one text. */
export type Finding = {
  params?: Record<string, string | number>;
  start?: number;
  end?: number;
  /** What should stand from `start` to `end` instead, where that can be said; `mend` where it is another span. */
  text?: string;
  mend?: Mend;
};

const ADDRESSES = /\bhttps?:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+/gu;
export const HASHTAG = /(?<![\p{L}\p{N}&/])#([\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*)/gu;

const blank = (found: string) => ' '.repeat(found.length);

/** The text with links, addresses and mentions blanked out; positions stay. */
export const withoutAddresses = (text: string): string => text.replace(ADDRESSES, blank);

/** The same without hashtags: the words that are read as words. */
export const proseOf = (text: string): string => withoutAddresses(text).replace(HASHTAG, blank);
