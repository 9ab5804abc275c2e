import { countText, type CountingMethod } from '#/language/index.ts';

/** Where a text may be cut, best first: between paragraphs, lines, sentences, words. */
const CUTS: readonly RegExp[] = [/\n\s*\n/g, /\n/g, /(?<=[.!?…])\s+/g, /\s+/g];

/** Room that the number of a part takes, as the connectors cut: " 10/10". */
const NUMBER = 6;

/**
 * The parts in which a long text goes out on a network that takes threads, each with its number. The connector's own
 * code cuts what is sent; this one is for seeing it beforehand.
 */
export function threadParts(text: string, max: number, method: CountingMethod, most: number): string[] {
  let rest = text.trim();
  if (rest === '' || countText(rest, method) <= max) return rest === '' ? [] : [rest];
  const room = Math.max(max - NUMBER, 1);
  const parts: string[] = [];
  while (rest !== '' && countText(rest, method) > room && parts.length < most - 1) {
    const cut = bestCut(rest, room, method);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts.map((part, index) => `${part} ${index + 1}/${parts.length}`);
}

function bestCut(text: string, room: number, method: CountingMethod): number {
  const fits = (end: number) => countText(text.slice(0, end), method) <= room;
  for (const pattern of CUTS) {
    const last = [...text.matchAll(pattern)]
      .map((match) => match.index)
      .findLast((index) => index > 0 && fits(index));
    // A cut that leaves a part half empty is worse than one at the next kind of place.
    const least = pattern === CUTS.at(-1) ? 0 : room / 2;
    if (last !== undefined && countText(text.slice(0, last), method) > least) return last;
  }
  let cut = 0;
  for (const letter of text) {
    if (!fits(cut + letter.length)) break;
    cut += letter.length;
  }
  return Math.max(cut, 1);
}
