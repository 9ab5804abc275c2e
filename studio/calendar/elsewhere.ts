import type { Observance } from '#/contract/index.ts';
import type { Home } from './posts.ts';

/** A day as other institutions keep it. */
export type DayElsewhere = Observance & { homes: readonly Home[] };
type Kept = { home: Home; observances: readonly Observance[] };

/**
 * What institutions beside this one keep and this one does not, or keeps without closing its doors; each day once, with
 * all institutions that keep it so. By ISO date.
 */
export function keptElsewhere(
  own: readonly Observance[],
  others: readonly Kept[],
): ReadonlyMap<string, readonly DayElsewhere[]> {
  const here = new Set(own.map(keptAs));
  const rests = new Set(own.filter(({ dayOff }) => dayOff).map(keptAs));
  // Whoever works here on a day off elsewhere is told; that they rest here and work there is no news.
  const isNews = (one: Observance) => (one.dayOff ? !rests.has(keptAs(one)) : !here.has(keptAs(one)));
  const found = new Map<string, DayElsewhere>();
  for (const { home, observances } of others)
    for (const one of observances.filter(isNews)) {
      const key = `${keptAs(one)} ${one.dayOff}`;
      found.set(key, { ...one, homes: [...(found.get(key)?.homes ?? []), home] });
    }
  return Map.groupBy(found.values(), ({ day }) => day);
}

const keptAs = ({ day, id }: Observance): string => `${day} ${id}`;
