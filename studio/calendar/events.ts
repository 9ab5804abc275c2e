import type { PostSummary } from '#/contract/index.ts';
import type { AnyState } from '../shared/state-badge.tsx';
import { readWall, toWallTime, type WallTime } from './wall-time.ts';

/** A post on the calendar: its wall-clock time, as FullCalendar wants it in a zone where nothing ever jumps. */
export type CalendarEvent = {
  id: string;
  title: string;
  /** Wall time with a Z that is not one: see {@link eventOf}. */
  start: string;
  startEditable: boolean;
  extendedProps: { post: PostSummary; wall: WallTime; state: AnyState };
};

const MOVABLE: ReadonlySet<string> = new Set(['draft', 'in-review', 'sent-back', 'approved', 'scheduled']);

export const canMove = ({ state }: Pick<PostSummary, 'state'>): boolean => MOVABLE.has(state);

/** True while an approval holds: moving the post would break it. */
export const isSealedSummary = ({ state, sealBroken }: PostSummary): boolean =>
  (state === 'approved' || state === 'scheduled') && !sealBroken;

/**
 * FullCalendar is told the institution's wall clock and that the zone is UTC: it then counts no changes of clocks of
 * its own, and both DST nights are read as the clock on the wall shows them. Null for a post without a time.
 */
export function eventOf(post: PostSummary, timeZone: string, mayMove: boolean): CalendarEvent | null {
  if (post.dueAt === null) return null;
  const wall = toWallTime(post.dueAt, timeZone);
  return {
    id: post.id,
    title: post.title || post.excerpt,
    start: `${wall.local}:00Z`,
    startEditable: mayMove && canMove(post),
    extendedProps: { post, wall, state: post.trouble ?? post.state },
  };
}

/** The wall time that a date of FullCalendar means, from the same pretence. */
export const wallOf = (date: Date): string => date.toISOString().slice(0, 16);

/**
 * Where a dragged post has come to lie. In the hour that comes twice it stays in the half it was in, if it was in one;
 * else a person is asked.
 */
export function movedTo(date: Date, before: WallTime, timeZone: string): WallTime {
  const local = wallOf(date);
  return readWall(local, timeZone).kind === 'twice' && before.hour ? { local, hour: before.hour } : { local };
}
