import { COUNTRY_DOMAIN, GENERIC_DOMAIN } from './top-level-domains.ts';

/**
 * Links as X sees them, after twitter-text 3.1.0 (Apache-2.0, Twitter, Inc.): the same expressions, composed anew,
 * with the length of a label (63) and their number bounded, so that a hostile text stays cheap.
 */
const DIRECTION = String.raw`\u202A-\u202E\u061C\u200E\u200F\u2066\u2067\u2068\u2069`;
const INVALID = String.raw`\uFFFE\uFEFF\uFFFF`;
const SPACES = String.raw`\x09-\x0D\x20\x85\xA0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000`;
const PUNCTUATION = String.raw`\!'#%&'\(\)*\+,\\\-\.\/:;<=>\?@\[\]\^_{|}~\$`;
const ACCENTED = String.raw`\xC0-\xD6\xD8-\xF6\xF8-\xFF\u0100-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF`;
const CYRILLIC = String.raw`\u0400-\u04FF`;

const PUNYCODE = '(?:xn--[-0-9a-z]+)';
const TOP = `(?:${GENERIC_DOMAIN}|${COUNTRY_DOMAIN}|${PUNYCODE})`;
const LETTER = `[^${PUNCTUATION}${SPACES}${INVALID}${DIRECTION}]`;
const NAME = `(?:(?:${LETTER}(?:-|${LETTER}){0,61})?${LETTER}\\.)`;
const SUBDOMAIN = `(?:(?:${LETTER}(?:[_-]|${LETTER}){0,61})?${LETTER}\\.)`;
const DOMAIN = `(?:${SUBDOMAIN}{0,16}${NAME}${TOP})`;

const PATH_LETTER = String.raw`[a-z${CYRILLIC}0-9!\*';:=\+,\.\$\/%#\[\]\-\u2013_~@\|&${ACCENTED}]`;
const PARENTHESES = `\\((?:${PATH_LETTER}+|(?:${PATH_LETTER}*\\(${PATH_LETTER}+\\)${PATH_LETTER}*))\\)`;
const PATH_END = String.raw`(?:[\+\-a-z${CYRILLIC}0-9=_#\/${ACCENTED}]|(?:${PARENTHESES}))`;
const PATH = `(?:(?:${PATH_LETTER}*(?:${PARENTHESES}${PATH_LETTER}*)*${PATH_END})|(?:@${PATH_LETTER}+/))`;
const QUERY_LETTER = String.raw`[a-z0-9!?\*'@\(\);:&=\+\$\/%#\[\]\-_\.,~|]`;
const QUERY_END = String.raw`[a-z0-9\-_&=#\/]`;

const BEFORE = `(?:[^A-Za-z0-9@＠$#＃${INVALID}]|[${DIRECTION}]|^)`;
const LINK = new RegExp(
  `(${BEFORE})((https?:\\/\\/)?(${DOMAIN})(?::[0-9]+)?(\\/${PATH}*)?(\\?${QUERY_LETTER}*${QUERY_END})?)`,
  'gi',
);
const ASCII_DOMAIN = new RegExp(`(?:(?:[-a-z0-9${ACCENTED}]+)\\.)+${TOP}`, 'gi');
const SHORT = new RegExp(`^https?:\\/\\/t\\.co\\/([a-z0-9]+)(?:\\?${QUERY_LETTER}*${QUERY_END})?`, 'i');
const MAX_LINK = 4096;
const MAX_SLUG = 40;

/** A stretch of text in UTF-16 code units, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number };

/**
 * The links that X would shorten, in order. With `bare`, domains without https:// too (vlada.ba), as X does; Mastodon
 * takes only those with it.
 */
export function findLinks(text: string, { bare }: { readonly bare: boolean }): readonly Span[] {
  if (!(bare ? text.includes('.') : text.includes('://'))) return [];
  const links: Span[] = [];
  for (const match of text.matchAll(LINK)) {
    const [whole, before = '', url = '', protocol, domain = '', path] = match;
    const end = match.index + whole.length;
    const start = end - url.length;
    if (url.length + (protocol ? 0 : 'https://'.length) > MAX_LINK) continue;
    if (protocol) {
      const short = SHORT.exec(url);
      if (short && (short[1]?.length ?? 0) > MAX_SLUG) continue;
      links.push({ start, end: short ? start + short[0].length : end });
    } else if (bare && !/[-_./]$/.test(before)) {
      links.push(...bareDomains(domain, start, path === undefined ? 0 : url.length - domain.length));
    }
  }
  return links;
}

/**
 * Only the ASCII (and accented Latin) stretches of a domain count without https://; the last one takes along as many
 * characters as the path has, as in twitter-text.
 */
function bareDomains(domain: string, start: number, pathLength: number): readonly Span[] {
  const spans = Array.from(domain.matchAll(ASCII_DOMAIN), (found) => ({
    start: start + found.index,
    end: start + found.index + found[0].length,
  }));
  const last = spans.pop();
  return last ? [...spans, { start: last.start, end: last.end + pathLength }] : spans;
}
