import { countText } from '#/language/index.ts';

/** A stretch of text that the network is told about, in UTF-16 code units, `end` exclusive. */
export type Span = { start: number; end: number } & (
  | { kind: 'link'; uri: string }
  | { kind: 'mention'; handle: string }
  | { kind: 'tag'; tag: string }
);

/** As the lexicon has it: `app.bsky.richtext.facet`, offsets in UTF-8 bytes. */
export type Facet = {
  index: { byteStart: number; byteEnd: number };
  features: { [key: string]: string }[];
};

/** Before a link, mention or tag: the network's own rule, and opening quotes besides, which our texts use. */
const BEFORE = String.raw`(^|[\s(„“"»«])`;
const MENTION = new RegExp(String.raw`${BEFORE}@([a-z0-9-]+(?:\.[a-z0-9-]+)+)`, 'gi');
const LINK = new RegExp(
  String.raw`${BEFORE}(https?:\/\/\S+|[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+(?:[/?#]\S*)?)`,
  'gi',
);
const INVISIBLE = String.raw`\u00AD\u2060\u200A-\u200D\u20E2`;
const TAG = new RegExp(
  String.raw`${BEFORE}[#＃](?!\uFE0F)([^\s${INVISIBLE}]*[^\d\s\p{P}${INVISIBLE}][^\s${INVISIBLE}]*)`,
  'gu',
);
/** A tag of more is no tag (`app.bsky.richtext.facet#tag`: maxGraphemes 64). */
const TAG_MAX = 64;

/**
 * Without `https://`, a name is a link only under these: the region's own, the European Union's and the common
 * ones. The whole root zone would turn a forgotten space ("danas.sutra") into a link.
 */
const BARE_DOMAINS = new Set(
  'ba hr rs me si mk eu int com org net info edu gov io tv app social de at ch uk срб'.split(' '),
);

/** Links, mentions and hashtags of a text, in order, never overlapping. */
export function findSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(MENTION)) {
    const [whole, before = '', handle = ''] = match;
    const start = match.index + before.length;
    spans.push({ kind: 'mention', handle: handle.toLowerCase(), start, end: match.index + whole.length });
  }
  for (const match of text.matchAll(LINK)) {
    const [, before = '', raw = ''] = match;
    const written = withoutTail(raw);
    const uri = asUri(written);
    const start = match.index + before.length;
    if (uri !== null) spans.push({ kind: 'link', uri, start, end: start + written.length });
  }
  for (const match of text.matchAll(TAG)) {
    const [, before = '', raw = ''] = match;
    const tag = withoutPunctuation(raw);
    if (tag === '' || countText(tag, 'graphemes') > TAG_MAX) continue;
    const start = match.index + before.length;
    spans.push({ kind: 'tag', tag, start, end: start + 1 + tag.length });
  }
  return spans
    .sort((a, b) => a.start - b.start)
    .filter((span, at, all) => span.start >= (all[at - 1]?.end ?? 0));
}

const ENDS_SENTENCE = new Set('.,;:!?…“”"»«’\'');

/** Without the punctuation that ends the sentence; a bracket belongs to the address where it was opened in it. */
function withoutTail(raw: string): string {
  let unopened = raw.split(')').length - raw.split('(').length;
  let end = raw.length;
  for (; end > 0; end -= 1) {
    const last = raw.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!ENDS_SENTENCE.has(last)) break;
  }
  return raw.slice(0, end);
}

/** Without trailing punctuation, whatever it is. */
function withoutPunctuation(raw: string): string {
  let end = raw.length;
  while (end > 0 && /\p{P}/u.test(raw.charAt(end - 1))) end -= 1;
  return raw.slice(0, end);
}

function asUri(written: string): string | null {
  if (/^https?:\/\//i.test(written)) return URL.canParse(written) ? written : null;
  const domain = written.split(/[/?#]/)[0] ?? '';
  const last = domain.slice(domain.lastIndexOf('.') + 1).toLowerCase();
  const uri = `https://${written}`;
  return BARE_DOMAINS.has(last) && URL.canParse(uri) ? uri : null;
}

/** Spans as facets of `text`. Mentions without a known DID stay plain text. */
export function asFacets(
  text: string,
  spans: readonly Span[],
  dids: Readonly<Record<string, string>>,
): Facet[] {
  return spans.flatMap((span) => {
    const feature = asFeature(span, dids);
    if (!feature) return [];
    const byteStart = Buffer.byteLength(text.slice(0, span.start), 'utf8');
    const byteEnd = byteStart + Buffer.byteLength(text.slice(span.start, span.end), 'utf8');
    return [{ index: { byteStart, byteEnd }, features: [feature] }];
  });
}

function asFeature(span: Span, dids: Readonly<Record<string, string>>): { [key: string]: string } | null {
  if (span.kind === 'link') return { $type: 'app.bsky.richtext.facet#link', uri: span.uri };
  if (span.kind === 'tag') return { $type: 'app.bsky.richtext.facet#tag', tag: span.tag };
  const did = Object.hasOwn(dids, span.handle) ? dids[span.handle] : undefined;
  return did === undefined ? null : { $type: 'app.bsky.richtext.facet#mention', did };
}
