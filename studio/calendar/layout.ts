import type { Placed } from './posts.ts';

/** A post in the column of its day: which of how many columns it has. */
export type Box = { placed: Placed; column: number; columns: number };
/** Posts that have no room: how many, from when, in the last column. */
export type More = { minute: number; count: number; column: number; columns: number };

/** As long as a post is drawn. Its own length is none. */
export const DRAWN_MINUTES = 45;

/**
 * Puts posts of one day, in order, side by side where they overlap, in at most so many columns; the last of them then
 * holds the count of the rest.
 */
export function layOut(posts: readonly Placed[], most: number): { boxes: Box[]; more: More[] } {
  const boxes: Box[] = [];
  const more: More[] = [];
  let group: Placed[] = [];
  let end = -1;
  const close = () => {
    const columns: number[] = [];
    const places = group.map((placed) => {
      const free = columns.findIndex((until) => until <= placed.minute);
      const column = free === -1 ? columns.length : free;
      columns[column] = placed.minute + DRAWN_MINUTES;
      return { placed, column };
    });
    const fits = columns.length <= most;
    const width = fits ? columns.length : most;
    const shown = places.filter(({ column }) => fits || column < most - 1);
    boxes.push(...shown.map((one) => ({ ...one, columns: width })));
    const rest = places.filter(({ column }) => !fits && column >= most - 1);
    if (rest.length > 0)
      more.push({ minute: rest[0]!.placed.minute, count: rest.length, column: most - 1, columns: width });
    group = [];
  };
  for (const placed of posts) {
    if (group.length > 0 && placed.minute >= end) close();
    end = group.length === 0 ? placed.minute + DRAWN_MINUTES : Math.max(end, placed.minute + DRAWN_MINUTES);
    group.push(placed);
  }
  if (group.length > 0) close();
  return { boxes, more };
}
