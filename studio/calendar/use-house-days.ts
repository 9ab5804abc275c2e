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
const NONE: readonly Observance[] = [];

/** Holidays and deadlines of the days that are shown, by day; and the holidays of the institutions beside this one. */
export function useHouseDays(
  period: Period,
  withDeadlines: boolean,
  others: readonly Home[],
): Pick<CalendarStage, 'observances' | 'elsewhere' | 'deadlines'> {
  const { timeZone } = useInstitution();
  const [from, to] = [startOfDay(period.from, timeZone), startOfDay(period.to, timeZone)];
  const observances = useRead('listObservances', { query: period }, STAYS_FRESH).data?.items;
  const deadlines = useRead('listDeadlines', { query: { from, to } }, { enabled: withDeadlines }).data?.items;
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
  return useMemo(
    () => ({
      observances: Map.groupBy<string, Observance>(observances ?? NONE, ({ day }) => day),
      elsewhere,
      deadlines: Map.groupBy<string, UpcomingDeadline>(withDeadlines ? (deadlines ?? []) : [], ({ dueAt }) =>
        dueAt ? toWall(dueAt, timeZone).slice(0, 10) : '',
      ),
    }),
    [observances, elsewhere, deadlines, withDeadlines, timeZone],
  );
}
