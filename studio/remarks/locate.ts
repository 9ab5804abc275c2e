import type { Anchor } from '#/contract/index.ts';

export type TextAnchor = Extract<Anchor, { kind: 'text' }>;
export type Span = { start: number; end: number };

/** How much of what stood around a quotation is kept, to tell it from the same words elsewhere. */
const AROUND = 32;

/** An anchor over a span of a text, with what stands around it. */
export function anchorAt(
  text: string,
  { start, end }: Span,
  of: Pick<TextAnchor, 'network' | 'variant'>,
): TextAnchor {
  return {
    kind: 'text',
    ...of,
    start,
    end,
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
  };
}

/**
 * Where a remark's place is in a text that may have changed since. Of several places with the same words the one with
 * the most of the old surroundings is meant, and of those the nearest. Null: the place is gone.
 */
export function locate(text: string, anchor: TextAnchor): Span | null {
  const { quote, start } = anchor;
  let best: { at: number; likeness: number; distance: number } | null = null;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const likeness =
      commonEnd(text.slice(0, at), anchor.before) + commonStart(text.slice(at + quote.length), anchor.after);
    const distance = Math.abs(at - start);
    if (!best || likeness > best.likeness || (likeness === best.likeness && distance < best.distance))
      best = { at, likeness, distance };
  }
  return best && { start: best.at, end: best.at + quote.length };
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
