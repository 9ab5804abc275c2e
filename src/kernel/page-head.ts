/** What a page says of itself, for a card. */
export type PageHead = {
  title: string;
  description: string;
  image: string | null;
  /** The page's own words for its picture. */
  imageAlt: string;
};

const TITLE_MAX = 300;
const DESCRIPTION_MAX = 1000;
/** No `<` inside: a page of nothing but opened tags is then read once, not once for each of them. */
const TAG = /<(meta|title)\b([^<>]{0,4000})>/gi;
const ATTRIBUTE = /([a-z:-]{1,40})\s*=\s*(?:"([^"]{0,3000})"|'([^']{0,3000})'|([^\s"'>]{1,3000}))/gi;

/**
 * Title, description and picture from the beginning of an HTML page: Open Graph first, then the page's own. No
 * parser and no DOM: it reads tags, never runs anything, and each expression is bounded, so that a hostile page
 * costs nothing. Null where the page has no title.
 */
export function readHead(html: string, address: string): PageHead | null {
  const found = new Map<string, string>();
  for (const match of html.matchAll(TAG)) {
    const [whole, name = '', rest = ''] = match;
    if (name.toLowerCase() === 'title') {
      const start = match.index + whole.length;
      if (!found.has('title')) found.set('title', html.slice(start, start + 3000).split('</', 1)[0] ?? '');
      continue;
    }
    const attributes = new Map<string, string>();
    for (const [, key = '', double, single, bare] of rest.matchAll(ATTRIBUTE)) {
      attributes.set(key.toLowerCase(), double ?? single ?? bare ?? '');
    }
    const key = (attributes.get('property') ?? attributes.get('name') ?? '').toLowerCase();
    const content = attributes.get('content');
    if (key && content && !found.has(key)) found.set(key, content);
  }
  const first = (...keys: string[]) =>
    keys.map((key) => plain(found.get(key) ?? '')).find((it) => it !== '') ?? '';
  const title = shortened(first('og:title', 'twitter:title', 'title'), TITLE_MAX);
  if (title === '') return null;
  const description = shortened(
    first('og:description', 'twitter:description', 'description'),
    DESCRIPTION_MAX,
  );
  return {
    title,
    description,
    image: absolute(first('og:image', 'og:image:url', 'twitter:image'), address),
    imageAlt: shortened(first('og:image:alt', 'twitter:image:alt'), TITLE_MAX),
  };
}

function absolute(written: string, address: string): string | null {
  if (written === '' || !URL.canParse(written, address)) return null;
  const url = new URL(written, address);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

/** Cut at a code point; a rare cluster cut in two does no harm in a card. */
const shortened = (text: string, max: number): string => {
  const letters = Array.from(text);
  return letters.length <= max
    ? text
    : `${letters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
};

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  bdquo: '„',
  ldquo: '“',
  rdquo: '”',
  scaron: 'š',
  Scaron: 'Š',
};

/** Text of an attribute: entities read, tags and control characters gone, white space single. */
function plain(raw: string): string {
  return raw
    .replace(/<[^>]{0,1000}>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name: string) => {
      if (name) return NAMED[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : ' ';
    })
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
