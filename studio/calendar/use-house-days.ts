import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Observance, UpcomingDeadline } from '#/contract/index.ts';
import { call, keyOf, useRead } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import type { CalendarStage } from './calendar-context.ts';
import { keptElsewhere } from './elsewhere.ts';
import type { Period } from './period.ts';
import type { Home } from './posts.ts';
import { startOfDay, toWall } from './wall-time.ts';

const STAYS_FRESH = { staleTime: 600_000 };
type Stands = Pick<CalendarStage, 'observances' | 'elsewhere' | 'deadlines'>;
const NONE: readonly Observance[] = [];

/**
 * Holidays and deadlines of the days that are shown, by day; and the holidays of the institutions beside this one.
 * `isFirst` while nothing has come of its own.
 */
export function useHouseDays(
  period: Period,
  withDeadlines: boolean,
  others: readonly Home[],
): { stands: Stands; isFirst: boolean } {
  const { timeZone } = useInstitution();
  const [from, to] = [startOfDay(period.from, timeZone), startOfDay(period.to, timeZone)];
  const kept = useRead('listObservances', { query: period }, STAYS_FRESH);
  const due = useRead('listDeadlines', { query: { from, to } }, { enabled: withDeadlines });
  const [observances, deadlines] = [kept.data?.items, due.data?.items];
  const asked = useQueries({
    queries: others.map((home) => ({
      queryKey: keyOf(home.id, 'listObservances', { query: period }),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call('listObservances', { params: { institutionId: home.id }, query: period, signal }),
      ...STAYS_FRESH,
    })),
  });
  // Hooks want a fixed number, and there are as many questions as institutions.
  const answered = others.map((home, no) => `${home.id} ${asked[no]?.dataUpdatedAt ?? 0}`).join();
  const elsewhere = useMemo(
    () =>
      keptElsewhere(
        observances ?? NONE,
        others.map((home, no) => ({ home, observances: asked[no]?.data?.items ?? NONE })),
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- `answered` stands for `others` and `asked`
    [observances, answered],
  );
  const stands = useMemo<Stands>(
    () => ({
      observances: Map.groupBy<string, Observance>(observances ?? NONE, ({ day }) => day),
      elsewhere,
      deadlines: Map.groupBy<string, UpcomingDeadline>(withDeadlines ? (deadlines ?? []) : [], ({ dueAt }) =>
        dueAt ? toWall(dueAt, timeZone).slice(0, 10) : '',
      ),
    }),
    [observances, elsewhere, deadlines, withDeadlines, timeZone],
  );
  return { stands, isFirst: kept.isPending || (withDeadlines && due.isPending) };
}
