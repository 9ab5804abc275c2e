export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Cells of the table beyond which a text is compared as a whole: two texts of 2,000 words and spaces each. */
const MOST_CELLS = 16_000_000;

/** What changed from one text to another, by words. Neighbours of one kind are joined. */
export function diffWords(before: string, after: string): Piece[] {
  const a = words(before);
  const b = words(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const pieces: Piece[] = [
    { kind: 'same', text: a.slice(0, start).join('') },
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ];
  return join(pieces);
}

/** Words, runs of white space, and single signs: so that a comma more does not change the word before it. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu) ?? [];
}

/** The longest common run of words (LCS), walked from the front. */
function middle(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length * b.length > MOST_CELLS || a.length === 0 || b.length === 0)
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ];
  const table = lengths(a, b);
  const width = b.length + 1;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (
      i < a.length &&
      (j === b.length || at(table, (i + 1) * width + j) >= at(table, i * width + j + 1))
    ) {
      pieces.push({ kind: 'removed', text: a[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'added', text: b[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

const at = (table: Uint16Array, cell: number): number => table[cell] ?? 0;

/** `table[i * width + j]`: how many words a[i…] and b[j…] have in common, in order. */
function lengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i * width + j] =
        a[i] === b[j]
          ? at(table, (i + 1) * width + j + 1) + 1
          : Math.max(at(table, (i + 1) * width + j), at(table, i * width + j + 1));
  return table;
}

/** Joins neighbours; a space that stayed between two changes belongs to them, so that whole phrases are read. */
function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    if (removed) joined.push({ kind: 'removed', text: removed });
    if (added) joined.push({ kind: 'added', text: added });
    removed = added = '';
  };
  pieces.forEach((piece, index) => {
    const between =
      piece.kind === 'same' &&
      /^\s$/.test(piece.text) &&
      removed &&
      added &&
      pieces[index + 1]?.kind !== 'same';
    if (piece.kind === 'removed' || between) removed += piece.text;
    if (piece.kind === 'added' || between) added += piece.text;
    if (piece.kind !== 'same' || between || piece.text === '') return;
    close();
    const last = joined.at(-1);
    if (last?.kind === 'same') last.text += piece.text;
    else joined.push({ ...piece });
  });
  close();
  return joined;
}
