import { lazy, Suspense, useMemo } from 'react';
import type { Result } from '../api/index.ts';
import { patiently } from '../shared/later.ts';
import { formatInstant, useVariant, withWords } from '../words/index.ts';
import { Skeleton } from '../shared/index.ts';
import type { Address } from './address.ts';
import { useStage } from './calendar-context.ts';
import { ListView } from './list-view.tsx';
import { MonthView } from './month-view.tsx';
import type { Placed } from './posts.ts';
import { timeAt } from './time-at.ts';
import { calendarKeys } from './use-calendar-keys.ts';
import { useDrag, type Drop } from '../shared/use-drag.ts';

const TimeView = lazy(patiently(() => import('./time-view.tsx')));
const MatrixView = lazy(patiently(withWords(['studio/plan'], () => import('./matrix-view.tsx'))));

type CalendarBodyProps = {
  address: Address;
  posts: readonly Placed[];
  /** Nothing has come from the server yet. */
  isFirst: boolean;
  accounts: Result<'listAccounts'>['items'];
  campaigns: Result<'listCampaigns'>['items'];
  onRows: (rows: Address['rows']) => void;
  /** By keys: the post keeps the focus. */
  onShift: (placed: Placed, local: string) => void;
  onDrop: (placed: Placed, local: string) => void;
};

/** The view itself, with what moves posts in it. */
export function CalendarBody({
  address,
  posts,
  isFirst,
  accounts,
  campaigns,
  onRows,
  onShift,
  onDrop,
}: CalendarBodyProps) {
  const variant = useVariant();
  const { onAsk } = useStage();
  const { view, day, rows } = address;
  const byId = useMemo(() => new Map(posts.map((one) => [one.post.id, one])), [posts]);
  /** In a month and a list a post keeps its hour; on a column of hours it gets that of the place. */
  const localOf = ({ id, place, at }: Drop): string | null => {
    const placed = byId.get(id);
    const date = place.dataset['drop'];
    if (!placed || !date) return null;
    if (place.dataset['slot']) return place.dataset['slot'];
    return 'timed' in place.dataset ? timeAt(date, at) : `${date}T${placed.wall.local.slice(11)}`;
  };
  const onPointerDown = useDrag({
    onDrop: (drop) => {
      const [placed, local] = [byId.get(drop.id), localOf(drop)];
      if (placed && local && local !== placed.wall.local) onDrop(placed, local);
    },
    labelOf: (drop) => {
      const local = localOf(drop);
      return local && formatInstant(`${local}:00Z`, 'moment', variant, 'UTC');
    },
  });
  const onKeyDown = calendarKeys({ find: (id) => byId.get(id), onAsk, onShift });
  return (
    <div className="calendar-keys" onKeyDown={onKeyDown} onPointerDown={onPointerDown} role="presentation">
      {view === 'month' && <MonthView day={day} />}
      {view === 'list' && isFirst && <Skeleton rows={14} />}
      {view === 'list' && !isFirst && <ListView key={day.slice(0, 7)} day={day} />}
      <Suspense fallback={<Skeleton rows={8} />}>
        {(view === 'week' || view === 'day') && <TimeView key={view} view={view} day={day} />}
        {view === 'matrix' && (
          <MatrixView rows={rows} onRows={onRows} accounts={accounts} campaigns={campaigns} />
        )}
      </Suspense>
    </div>
  );
}
