/**
 * Little text (https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format): what is
 * reserved and not escaped ends the text there, and nobody is told.
 */
const RESERVED = /[\\|{}@[\]()<>#*_~]/g;
const HASHTAG = /(?<![\p{L}\p{N}_&#])#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu;

const escaped = (text: string): string => text.replace(RESERVED, String.raw`\$&`);

/** Plain text as little text; hashtags stay hashtags, and nothing becomes a mention. */
export function toLittle(text: string): string {
  let little = '';
  let done = 0;
  for (const match of text.matchAll(HASHTAG)) {
    little += `${escaped(text.slice(done, match.index))}{hashtag|\\#|${escaped(match[1] ?? '')}}`;
    done = match.index + match[0].length;
  }
  return little + escaped(text.slice(done));
}

/** What a reader sees of little text. */
export const fromLittle = (little: string): string =>
  little
    .replace(/\{hashtag\|\\?#\|((?:[^}\\]|\\.)*)\}/g, '#$1')
    .replace(/@\[((?:[^\]\\]|\\.)*)\]\(urn:[^)]*\)/g, '$1')
    .replace(/\\(.)/gs, '$1');
