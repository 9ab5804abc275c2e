/** Where a network cuts a text with "more": at a word, so that the reader sees what a reader there would. Null: it does not. */
export function foldAt(text: string, fold: { characters: number; lines: number } | null): number | null {
  if (!fold) return null;
  const lineEnd = text.split('\n').slice(0, fold.lines).join('\n').length;
  const end = Math.min(lineEnd, fold.characters);
  if (end >= text.trimEnd().length) return null;
  const space = text.lastIndexOf(' ', end);
  return end === lineEnd || space < end - 20 ? end : space;
}
