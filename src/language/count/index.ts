import { findLinks, type Span } from './x-links.ts';

/**
 * How a network counts. `graphemes`: what a reader calls a character (Bluesky); `x-weighted`: X; `utf16`: JavaScript's
 * own length (Telegram, LinkedIn); `utf8-bytes`; `mastodon`: graphemes, with links at 23 and mentions without their
 * server; `threads`: characters, emoji at their UTF-8 bytes.
 */
export const COUNTING_METHODS = [
  'graphemes',
  'x-weighted',
  'utf16',
  'utf8-bytes',
  'mastodon',
  'threads',
] as const;
export type CountingMethod = (typeof COUNTING_METHODS)[number];

const COUNTERS: Readonly<Record<CountingMethod, (text: string) => number>> = {
  graphemes: countGraphemes,
  'x-weighted': countForX,
  utf16: (text) => text.length,
  'utf8-bytes': countBytes,
  mastodon: countForMastodon,
  threads: countForThreads,
};

/** The length of a text as the network counts it; never throws, lone surrogates count as U+FFFD would. */
export function countText(text: string, method: CountingMethod): number {
  return COUNTERS[method](text);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Without these a text has one grapheme per code unit, and needs no segmenter: it is a hundred times slower. */
const PLAIN = /^[\n\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u0400-\u0482\u048A-\u052F–—„“”«»…]*$/;

function countGraphemes(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

function countBytes(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** A link on X and on Mastodon weighs this, however long it is. */
const LINK_WEIGHT = 23;
/** Code points that weigh 1 on X; all others weigh 2. Latin with č ć ž š đ and Cyrillic are in the first range. */
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];
const EMOJI = /\p{RGI_Emoji}/gv;

/**
 * X's weighted length, of which 280 are allowed. Source: X developer documentation, "Counting characters", and
 * twitter-text configuration version 3 (NFC; link 23; emoji 2; ranges above 1; others 2). Emoji are those of this
 * JavaScript engine's Unicode: sequences newer than twitter-text 3.1.0's table (2019) weigh 2 here as X documents,
 * more in that package.
 */
function countForX(raw: string): number {
  const text = raw.normalize('NFC');
  const heavy = stretches(text);
  let weight = 0;
  for (let at = 0; at < text.length; at += 1) {
    const stretch = heavy.get(at);
    if (stretch) {
      weight += stretch.weight;
      at = stretch.end - 1;
      continue;
    }
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    weight += LIGHT.some(([from, to]) => code >= from && code <= to) ? 1 : 2;
  }
  return weight;
}

type Stretch = { readonly end: number; readonly weight: number };

/** Links and emoji by their first code unit; a link wins. */
function stretches(text: string): ReadonlyMap<number, Stretch> {
  const found = new Map<number, Stretch>();
  for (const { 0: emoji, index } of text.matchAll(EMOJI))
    found.set(index, { end: index + emoji.length, weight: 2 });
  for (const { start, end } of findLinks(text, { bare: true }))
    found.set(start, { end, weight: LINK_WEIGHT });
  return found;
}

const REMOTE_MENTION =
  /(?<![=/\p{L}\p{N}_])@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)@[\p{L}\p{N}][\p{L}\p{N}.-]*[\p{L}\p{N}]/giu;

/**
 * Mastodon's length, of which 500 are allowed by default. Source: Mastodon's `StatusLengthValidator`: graphemes, every
 * link with http(s):// at 23, @name@server counted as @name. A content warning counts too: add it to the text.
 */
function countForMastodon(text: string): number {
  return countGraphemes(shorten(text, findLinks(text, { bare: false })).replace(REMOTE_MENTION, '@$1'));
}

function shorten(text: string, links: readonly Span[]): string {
  let out = '';
  let last = 0;
  for (const { start, end } of links) {
    out += text.slice(last, start) + 'x'.repeat(LINK_WEIGHT);
    last = end;
  }
  return out + text.slice(last);
}

/**
 * Threads' length, of which 500 are allowed: code points, an emoji at the number of its UTF-8 bytes. Source: Threads
 * API documentation, "Posts", limitations.
 */
function countForThreads(text: string): number {
  let length = 0;
  let last = 0;
  for (const { 0: emoji, index } of text.matchAll(EMOJI)) {
    length += codePoints(text.slice(last, index)) + countBytes(emoji);
    last = index + emoji.length;
  }
  return length + codePoints(text.slice(last));
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
