/** A piece of a post's text. `href` is there where it leads somewhere. */
export type TextPart = {
  kind: 'text' | 'link' | 'mail' | 'mention' | 'hashtag';
  text: string;
  href?: string;
};

export type Ways = {
  /** Where a hashtag, given without its sign, leads. */
  hashtag: (tag: string) => string | undefined;
  /** Where a mention, given without its sign, leads. */
  mention: (handle: string) => string | undefined;
};

const TOKEN = new RegExp(
  [
    String.raw`(?<link>\b(?:https?:\/\/|www\.)[^\s<>"„“”«»]{1,2000})`,
    String.raw`(?<![\w.+-])(?<mail>[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)`,
    String.raw`(?<![\p{L}\p{N}_/&@])@(?<mention>[\w.-]*\w(?:@[\w-]+(?:\.[\w-]+)+)?)`,
    String.raw`(?<![\p{L}\p{N}_/&#])#(?<hashtag>[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)`,
  ].join('|'),
  'gu',
);

/**
 * Cuts a text at its links, addresses, mentions and hashtags. Nothing is lost: the parts joined are the text.
 * Only http, https and mailto ever come out as a way.
 */
export function textParts(text: string, ways: Ways): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const match of text.matchAll(TOKEN)) {
    const part = partOf(match, ways);
    if (!part) continue;
    if (match.index > done) parts.push({ kind: 'text', text: text.slice(done, match.index) });
    parts.push(part);
    done = match.index + part.text.length;
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) });
  return parts;
}

function partOf(match: RegExpExecArray, ways: Ways): TextPart | null {
  const { link, mail, mention, hashtag } = match.groups ?? {};
  if (link !== undefined) return asLink(trimmed(link));
  if (mail !== undefined) return { kind: 'mail', text: mail, href: `mailto:${mail}` };
  if (mention !== undefined) return withWay({ kind: 'mention', text: `@${mention}` }, ways.mention(mention));
  if (hashtag !== undefined) return withWay({ kind: 'hashtag', text: `#${hashtag}` }, ways.hashtag(hashtag));
  return null;
}

const withWay = (part: TextPart, href: string | undefined): TextPart =>
  href === undefined ? part : { ...part, href };

function asLink(text: string): TextPart | null {
  const href = text.startsWith('www.') ? `https://${text}` : text;
  if (!URL.canParse(href)) return null;
  const { protocol, hostname } = new URL(href);
  const known = (protocol === 'http:' || protocol === 'https:') && /\.|^localhost$|^\[/.test(hostname);
  return known ? { kind: 'link', text, href } : null;
}

/** A stop after a link belongs to the sentence, and so does a bracket that was opened before it. */
function trimmed(link: string): string {
  let end = link.length;
  let unopened = count(link, ')') - count(link, '(');
  for (; end > 0; end -= 1) {
    const last = link[end - 1] ?? '';
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!/[.,;:!?…'’\]*]/u.test(last)) break;
  }
  return link.slice(0, end);
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;
