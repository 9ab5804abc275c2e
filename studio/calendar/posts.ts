import type { PostSummary } from '#/contract/index.ts';
import type { AnyState } from '../shared/state-badge.tsx';
import { readWall, toWallTime, type WallTime } from './wall-time.ts';

/** The institution a post belongs to, where several are shown together. */
export type Home = {
  id: string;
  slug: string;
  shortName: string;
  colour: string;
  timeZone: string;
  mayWrite: boolean;
};

/** A post on the calendar, on the wall clock of the institution that the person is in. */
export type Placed = {
  post: PostSummary;
  home: Home;
  wall: WallTime;
  /** ISO date. */
  day: string;
  /** Since midnight. */
  minute: number;
  /** Trouble is drawn before the state. */
  state: AnyState;
  movable: boolean;
};

const MOVABLE: ReadonlySet<string> = new Set(['draft', 'in-review', 'sent-back', 'approved', 'scheduled']);

export const canMove = ({ state }: Pick<PostSummary, 'state'>): boolean => MOVABLE.has(state);

/** True while an approval holds: moving the post would break it. */
export const isSealedSummary = ({ state, sealBroken }: PostSummary): boolean =>
  (state === 'approved' || state === 'scheduled') && !sealBroken;

/** Reading a zone costs most of the drawing of a full month, and the same instants come again and again. */
const read = new Map<string, WallTime>();
const MOST_READ = 20_000;

function wallOf(instant: string, timeZone: string): WallTime {
  const key = `${instant} ${timeZone}`;
  const known = read.get(key);
  if (known) return known;
  if (read.size > MOST_READ) read.clear();
  const wall = toWallTime(instant, timeZone);
  read.set(key, wall);
  return wall;
}

/** Null for a post without a time. */
export function place(post: PostSummary, home: Home, timeZone: string): Placed | null {
  if (post.dueAt === null) return null;
  const wall = wallOf(post.dueAt, timeZone);
  return {
    post,
    home,
    wall,
    day: wall.local.slice(0, 10),
    minute: Number(wall.local.slice(11, 13)) * 60 + Number(wall.local.slice(14, 16)),
    state: post.trouble ?? post.state,
    movable: home.mayWrite && canMove(post),
  };
}

/**
 * Where a dragged post has come to lie. In the hour that comes twice it stays in the half it was in, if it was in one;
 * else a person is asked.
 */
export function movedTo(local: string, before: WallTime, timeZone: string): WallTime {
  return readWall(local, timeZone).kind === 'twice' && before.hour ? { local, hour: before.hour } : { local };
}

export function byDay(posts: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const days = new Map<string, Placed[]>();
  for (const one of posts) {
    const day = days.get(one.day);
    if (day) day.push(one);
    else days.set(one.day, [one]);
  }
  for (const day of days.values())
    day.sort((a, b) => a.minute - b.minute || (a.post.dueAt! < b.post.dueAt! ? -1 : 1));
  return days;
}

export const nameOf = (post: PostSummary): string => post.title || post.excerpt;
