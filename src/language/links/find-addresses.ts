/** A stretch of text in UTF-16 code units, `end` exclusive. */
type Span = { readonly start: number; readonly end: number };

/** Without white space, signs that stand around an address and never in one, pictures, and letters that cannot be seen. */
const ADDRESS = /https?:\/\/[^\s<>"„“”«»`\u00AD\u200B-\u200F\u2060\uFEFF\p{Extended_Pictographic}]+/giu;
/** At the end these belong to the sentence. */
const TRAILING = /(?:[.,;:!?'’‘…]|[([{])+$/u;
const OPENED_BY: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Where addresses with http(s):// stand in a text: without the full stop after them and without the bracket around
 * them, but with the brackets that are their own (…/Ilidža_(općina)). A domain by itself (vlada.ba) is none.
 */
export function findAddresses(text: string): Span[] {
  const found: Span[] = [];
  const finder = new RegExp(ADDRESS);
  for (let match = finder.exec(text); match; match = finder.exec(text)) {
    const address = withinBrackets(match[0]).replace(TRAILING, '');
    const [start, end] = [match.index, match.index + address.length];
    if (URL.canParse(address)) found.push({ start, end });
    // What was cut off may hold the next: (https://a.ba)(https://b.ba)
    finder.lastIndex = Math.max(end, start + 'http://'.length);
  }
  return found;
}

/** Up to the first bracket that closes what was opened before the address. */
function withinBrackets(address: string): string {
  const open: string[] = [];
  for (let at = 0; at < address.length; at += 1) {
    const sign = address.charAt(at);
    if ('([{'.includes(sign)) open.push(sign);
    else if (sign in OPENED_BY && open.pop() !== OPENED_BY[sign]) return address.slice(0, at);
  }
  return address;
}
