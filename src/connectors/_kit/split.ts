import { countText, type CountingMethod } from '#/language/index.ts';

/** All that hold for one part at the same time, and how many parts there may be. */
export type PartLimits = { limits: readonly PartLimit[]; parts: number };
type PartLimit = { max: number; method: CountingMethod };
export type Split =
  | { kind: 'split'; parts: string[] }
  /** More parts than the network's readers would take. */
  | { kind: 'too-long' }
  /** An address longer than a whole part. */
  | { kind: 'unbreakable' };

type Keep = readonly { start: number; end: number }[];

/**
 * Cuts a long text into the parts of a thread: at the end of a paragraph if one ends in the second half of what
 * fits, else of a line, of a sentence, at a space, and inside a word only where there is nothing else. Never
 * inside a stretch of `keep` (addresses, mentions, hashtags). A text that fits stays as it is, without a number;
 * parts of a thread end with " 1/3".
 */
export function splitText(text: string, keep: Keep, limits: PartLimits): Split {
  if (fits(text, limits)) return { kind: 'split', parts: [text] };
  const room = {
    ...limits,
    limits: limits.limits.map((it) => ({ ...it, max: it.max - ' 10/10'.length })),
  };
  const parts: string[] = [];
  let from = skipSpace(text, 0);
  while (from < text.length) {
    if (parts.length >= limits.parts) return { kind: 'too-long' };
    const to = nextCut(text, from, keep, room);
    if (to <= from) return { kind: 'unbreakable' };
    parts.push(text.slice(from, to).trim());
    from = skipSpace(text, to);
  }
  return { kind: 'split', parts: parts.map((part, index) => `${part} ${index + 1}/${parts.length}`) };
}

/** Where a comment is an answer of one's own, it is the last part of the thread, without a number. */
export const withComment = (parts: readonly string[], { comment = '' }: { comment?: string }): string[] => {
  const text = comment.toWellFormed().trim();
  return text === '' ? [...parts] : [...parts, text];
};

const fits = (text: string, { limits }: PartLimits): boolean =>
  limits.every(({ max, method }) => countText(text, method) <= max);

/** Addresses, mentions and hashtags, for networks that make links of them by themselves. */
export const unbroken = (text: string): Keep =>
  [...text.matchAll(/(?:https?:\/\/|www\.|[@#＃])\S+|[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\/\S*/giu)].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  );

const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
};

/** Where the part that begins at `from` ends, or `from` where nothing can be cut off. */
function nextCut(text: string, from: number, keep: Keep, room: PartLimits): number {
  const end = furthest(text, from, room);
  if (end === text.length) return end;
  const isFree = (at: number) => !keep.some((span) => span.start < at && at < span.end);
  const half = from + (end - from) / 2;
  const part = text.slice(from, end + 1);
  const last = (pattern: RegExp, least: number): number => {
    const cuts = [...part.matchAll(pattern)].map((match) => from + match.index);
    return cuts.findLast((at) => at > least && at <= end && isFree(at)) ?? -1;
  };
  for (const cut of [
    last(/\n\s*\n/g, half),
    last(/\n/g, half),
    lastSentence(text, from, end, half, isFree),
  ]) {
    if (cut > 0) return cut;
  }
  const space = last(/\s/g, from);
  if (space > 0) return space;
  return isFree(end) ? end : (keep.find((span) => span.start < end && end < span.end)?.start ?? from);
}

/** An end of a sentence that is not the dot of "15. januara", "čl. 5" or "npr.". */
function lastSentence(
  text: string,
  from: number,
  end: number,
  half: number,
  isFree: (at: number) => boolean,
): number {
  const ends = [...text.slice(from, end).matchAll(/[.!?…]+[)"”“«»’]*(?=\s)/gu)];
  for (const match of ends.toReversed()) {
    const at = from + match.index + match[0].length;
    if (at <= half) break;
    const before = text.slice(Math.max(from, at - 30), from + match.index);
    const short = match[0].startsWith('.') && /(^|[\s(„“"])(\p{N}+|[\p{L}]{1,3})$/u.test(before);
    const next = text.slice(skipSpace(text, at), skipSpace(text, at) + 2);
    if (!short && !/^\p{Ll}/u.test(next) && isFree(at)) return at;
  }
  return -1;
}

/** Code units that a part has at most, whatever a network counts: more of them is not looked at for one cut. */
const LONGEST_PART = 20_000;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The end of the longest beginning that fits, at the edge of a grapheme. Halved rather than walked: a link at the end
 * can make a longer beginning count less, so what is found may be a little short of the longest, and is never over.
 */
function furthest(text: string, from: number, room: PartLimits): number {
  const window = text.slice(from, from + LONGEST_PART);
  if (fits(window, room)) return from + window.length;
  const edges = [...segmenter.segment(window)].map(({ index }) => index);
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(window.slice(0, edges[middle]), room)) low = middle;
    else high = middle - 1;
  }
  return from + (edges[low] ?? 0);
}
