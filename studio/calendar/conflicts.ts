import type { CalendarSettings } from '#/contract/index.ts';
import type { Period } from './period.ts';
import type { Placed } from './posts.ts';
import { shiftDays } from './wall-time.ts';

export type Conflicts = {
  /** Posts that come too soon after another on the same account, or before it, with the other. */
  close: ReadonlyMap<string, Placed>;
  /** Days with too many posts, and how many. */
  busy: ReadonlyMap<string, number>;
  /** Mondays of weeks with too few. */
  quiet: readonly string[];
};

export const NO_CONFLICTS: Conflicts = { close: new Map(), busy: new Map(), quiet: [] };

/** What does not go out disturbs nobody. */
const OVER: ReadonlySet<string> = new Set(['withdrawn', 'expired']);

/**
 * What should be looked at, by the thresholds of the institution. Weeks that are over are not counted: nothing can be
 * done about them; and a house in which nothing was ever given a time has no week that is emptier than the others.
 */
export function conflictsOf(
  posts: readonly Placed[],
  settings: Pick<CalendarSettings, 'closeMinutes' | 'busyPosts' | 'quietPosts'>,
  period: Period,
  today: string,
  hasBegun: boolean,
): Conflicts {
  const going = posts.filter(({ post }) => !OVER.has(post.state));
  return {
    close: tooClose(going, settings.closeMinutes),
    busy: new Map(
      [...counted(going.map(({ day }) => day))].filter(([, count]) => count > settings.busyPosts),
    ),
    quiet: hasBegun ? tooQuiet(going, settings.quietPosts, period, today) : [],
  };
}

function tooClose(posts: readonly Placed[], minutes: number): Map<string, Placed> {
  const found = new Map<string, Placed>();
  const last = new Map<string, Placed>();
  const inOrder = posts.toSorted((a, b) => (a.post.dueAt! < b.post.dueAt! ? -1 : 1));
  for (const one of inOrder)
    for (const accountId of new Set(one.post.targets.map((target) => target.accountId))) {
      const before = last.get(accountId);
      if (before && apart(before, one) < minutes) {
        found.set(one.post.id, before);
        if (!found.has(before.post.id)) found.set(before.post.id, one);
      }
      last.set(accountId, one);
    }
  return found;
}

const apart = (a: Placed, b: Placed): number =>
  (Date.parse(b.post.dueAt!) - Date.parse(a.post.dueAt!)) / 60_000;

function tooQuiet(posts: readonly Placed[], fewest: number, period: Period, today: string): string[] {
  if (fewest === 0) return [];
  const perWeek = counted(posts.map(({ day }) => mondayOf(day)));
  const quiet: string[] = [];
  for (let monday = mondayOf(period.from); monday < period.to; monday = addDays(monday, 7)) {
    const isWhole = monday >= period.from && addDays(monday, 7) <= period.to;
    if (isWhole && addDays(monday, 6) >= today && (perWeek.get(monday) ?? 0) < fewest) quiet.push(monday);
  }
  return quiet;
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const mondays = new Map<string, string>();
export function mondayOf(day: string): string {
  const known = mondays.get(day);
  if (known) return known;
  const monday = addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
  mondays.set(day, monday);
  return monday;
}

const addDays = (day: string, days: number): string => shiftDays(`${day}T00:00`, days).slice(0, 10);
