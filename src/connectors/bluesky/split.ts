import { countText } from '#/language/index.ts';

/** Graphemes and UTF-8 bytes that one part may have. */
export type PartLimits = { graphemes: number; bytes: number; parts: number };
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
    graphemes: limits.graphemes - ' 10/10'.length,
    bytes: limits.bytes - ' 10/10'.length,
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

const fits = (text: string, limits: { graphemes: number; bytes: number }): boolean =>
  countText(text, 'utf8-bytes') <= limits.bytes && countText(text, 'graphemes') <= limits.graphemes;

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

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The end of the longest beginning that fits, at the edge of a grapheme. */
function furthest(text: string, from: number, room: PartLimits): number {
  const window = text.slice(from, from + room.bytes);
  let graphemes = 0;
  let bytes = 0;
  for (const { segment, index } of segmenter.segment(window)) {
    bytes += Buffer.byteLength(segment, 'utf8');
    graphemes += 1;
    if (graphemes > room.graphemes || bytes > room.bytes) return from + index;
  }
  return from + window.length;
}
