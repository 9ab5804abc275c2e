export type TextPiece = { kind: 'plain' | 'link' | 'hashtag' | 'mention'; text: string };

const MARKS =
  /(?<link>https?:\/\/[^\s<>"„“”»]+|(?<![\p{L}\p{N}@.])(?:[a-z0-9-]+\.)+(?:ba|gov|eu|com|org|net|int|hr|rs|me|info)(?:\/[^\s<>"„“”»]*)?(?![\p{L}\p{N}]))|(?<![\p{L}\p{N}_&/])(?<hashtag>#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)|(?<![\p{L}\p{N}_./])(?<mention>@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]+[\p{L}\p{N}])?)/giu;

/** A text cut into what a network shows as links, hashtags and mentions, and the rest. Joined they are the text. */
export function markUp(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let last = 0;
  for (const match of text.matchAll(MARKS)) {
    const found = match.groups?.['link'] === undefined ? match[0] : trimLink(match[0]);
    if (match.index > last) pieces.push({ kind: 'plain', text: text.slice(last, match.index) });
    const kind = match.groups?.['link'] ? 'link' : match.groups?.['hashtag'] ? 'hashtag' : 'mention';
    pieces.push({ kind, text: found });
    last = match.index + found.length;
  }
  if (last < text.length) pieces.push({ kind: 'plain', text: text.slice(last) });
  return pieces;
}

/** A full stop, a comma or a bracket that ends the sentence does not belong to the link. */
function trimLink(link: string): string {
  const bare = link.replace(/[.,;:!?…'’]+$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}
