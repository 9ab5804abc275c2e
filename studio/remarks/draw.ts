import type { TextPiece } from '../composer/mark-up.ts';
import type { Span } from './locate.ts';

/** An open thread at its place in a text. */
export type Mark = Span & { threadId: string; number: number; by: string };

/** A stretch of a text as it is drawn: plain, or marked by one thread or by several that overlap. */
export type Stretch = { marks: readonly Mark[]; pieces: readonly TextPiece[] };

/** Cuts a text that is already marked up where remarks begin and end. Joined the pieces are the text. */
export function draw(pieces: readonly TextPiece[], marks: readonly Mark[]): Stretch[] {
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const stretches: Stretch[] = [];
  let last = 0;
  for (const run of runsOf(marks, length)) {
    if (run.start > last) stretches.push({ marks: [], pieces: slice(pieces, last, run.start) });
    stretches.push({ marks: run.marks, pieces: slice(pieces, run.start, run.end) });
    last = run.end;
  }
  if (last < length) stretches.push({ marks: [], pieces: slice(pieces, last, length) });
  return stretches;
}

/** The part of each mark that lies in a piece of the text: a fold or the cut of a thread may go through it. */
export const marksWithin = (marks: readonly Mark[], from: number, length: number): Mark[] =>
  marks.flatMap((mark) => {
    const start = Math.max(mark.start - from, 0);
    const end = Math.min(mark.end - from, length);
    return start < end ? [{ ...mark, start, end }] : [];
  });

type Run = Span & { marks: Mark[] };

/** What overlaps is one run: a link within a link cannot be. */
function runsOf(marks: readonly Mark[], length: number): Run[] {
  const runs: Run[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start || a.number - b.number)) {
    const start = Math.max(mark.start, 0);
    const end = Math.min(mark.end, length);
    if (start >= end) continue;
    const open = runs.at(-1);
    if (!open || open.end <= start) runs.push({ start, end, marks: [mark] });
    else {
      open.end = Math.max(open.end, end);
      open.marks.push(mark);
    }
  }
  return runs;
}

function slice(pieces: readonly TextPiece[], from: number, to: number): TextPiece[] {
  let at = 0;
  return pieces.flatMap(({ kind, text }) => {
    const begin = at;
    at += text.length;
    const part = text.slice(Math.max(from - begin, 0), Math.max(to - begin, 0));
    return part === '' ? [] : [{ kind, text: part }];
  });
}

type Size = { width: number; height: number };
type Point = { x: number; y: number };

/**
 * Where a point of a picture lies in a frame that the picture covers and is cut by, in shares of the frame. A point
 * that is cut away lies at the edge nearest to it.
 * @param focus the point that stays in sight, as `object-position` has it; the middle without one
 */
export function pointInFrame(point: Point, picture: Size, frame: Size, focus: Point | null): Point {
  const scale = Math.max(frame.width / picture.width, frame.height / picture.height);
  const along = (at: number, side: number, space: number, kept: number) => {
    const shown = side * scale;
    return Math.min(Math.max(((space - shown) * kept + at * shown) / space, 0), 1);
  };
  return {
    x: along(point.x, picture.width, frame.width, focus?.x ?? 0.5),
    y: along(point.y, picture.height, frame.height, focus?.y ?? 0.5),
  };
}
