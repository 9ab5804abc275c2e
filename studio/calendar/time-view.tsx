import { memo, useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useNow } from '../shared/index.ts';
import { formatDay, useT, useVariant } from '../words/index.ts';
import { SlotPlaceButton } from '../slots/slot-place.tsx';
import type { SlotPlace } from '../slots/slot-places.ts';
import { useStage } from './calendar-context.ts';
import { Chip } from './chip.tsx';
import { DayDeadlines, DayNotes } from './day-notes.tsx';
import { DRAWN_MINUTES, layOut } from './layout.ts';
import { daysOf, periodOf } from './period.ts';
import type { Placed } from './posts.ts';
import { DAY_MINUTES, timeAt } from './time-at.ts';
import { toWall } from './wall-time.ts';

const OPENS_AT = 7;
/** In pixels: half of an hour's label stands above its line. */
const LABEL = 14;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const NONE: readonly Placed[] = [];
const NO_SLOTS: readonly SlotPlace[] = [];
/** So long a free slot is drawn. */
const SLOT_MINUTES = 30;
const share = (minutes: number): string => `${(minutes / DAY_MINUTES) * 100}%`;

/** A week or a day on the clock of the wall. The clock never jumps here: both nights have 24 rows. */
export default function TimeView({ view, day }: { view: 'week' | 'day'; day: string }) {
  const t = useT();
  const variant = useVariant();
  const { days, slots, today, observances } = useStage();
  const scroller = useRef<HTMLDivElement>(null);
  const shown = daysOf(periodOf(view, day));
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box) box.scrollTop = (box.querySelector('.time-grid__columns')!.clientHeight / 24) * OPENS_AT - LABEL;
  }, []);
  return (
    <div
      className={`calendar calendar--${view} time-grid`}
      ref={scroller}
      data-scrolls=""
      tabIndex={0}
      role="region"
      aria-label={t('studio:calendar.hours')}
    >
      <div className="time-grid__head">
        <span />
        {shown.map((one) => (
          <div
            key={one}
            className={`time-grid__day ${one === today ? 'calendar__today' : ''}`}
            aria-current={one === today ? 'date' : undefined}
          >
            <h3 className="time-grid__name">{formatDay(one, variant, 'weekday')}</h3>
            <DayNotes day={one} most={view === 'day' ? 9 : 2} />
            <DayDeadlines day={one} most={view === 'day' ? 6 : 2} />
          </div>
        ))}
      </div>
      <div className="time-grid__body">
        <div className="time-grid__hours" aria-hidden="true">
          {HOURS.map((hour) => (
            <span key={hour}>{hour === 0 ? '' : `${hour}:00`}</span>
          ))}
        </div>
        <div className="time-grid__columns">
          {shown.map((one) => (
            <Column
              key={one}
              day={one}
              view={view}
              posts={days.get(one) ?? NONE}
              slots={slots.get(one) ?? NO_SLOTS}
              isToday={one === today}
              isOff={observances.get(one)?.some(({ dayOff }) => dayOff) ?? false}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

type ColumnProps = {
  day: string;
  view: 'week' | 'day';
  posts: readonly Placed[];
  slots: readonly SlotPlace[];
  isToday: boolean;
  isOff: boolean;
};

const Column = memo(function Column({ day, view, posts, slots, isToday, isOff }: ColumnProps) {
  const t = useT();
  const { mayWrite, onNew, onDay, accountName } = useStage();
  const { boxes, more } = useMemo(() => layOut(posts, view === 'week' ? 3 : 8), [posts, view]);
  const place = (minute: number, column: number, columns: number) => ({
    top: share(Math.min(minute, DAY_MINUTES - DRAWN_MINUTES)),
    height: share(DRAWN_MINUTES),
    insetInlineStart: `${(column / columns) * 100}%`,
    width: `${100 / columns}%`,
  });
  const begin = (event: MouseEvent<HTMLElement>) => {
    if (!mayWrite || event.target !== event.currentTarget) return;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    onNew(timeAt(day, Math.floor(((event.clientY - top) / height) * 48) / 48));
  };
  return (
    <div
      className={isOff ? 'time-grid__column calendar__day--off' : 'time-grid__column'}
      data-date={day}
      data-drop={day}
      data-timed=""
      onClick={begin}
      role="presentation"
    >
      {isToday && <Now />}
      {slots.map((slot) => (
        <div
          key={slot.local}
          className="time-grid__post"
          style={{ ...place(slot.minute, 0, 1), height: share(SLOT_MINUTES) }}
        >
          <SlotPlaceButton
            slot={slot}
            names={slot.accountIds.map(accountName).join(', ')}
            onNew={mayWrite ? onNew : null}
          />
        </div>
      ))}
      {boxes.map(({ placed, column, columns }) => (
        <div key={placed.post.id} className="time-grid__post" style={place(placed.minute, column, columns)}>
          <Chip placed={placed} view={view} />
        </div>
      ))}
      {more.map(({ minute, count, column, columns }) => (
        <div key={`more ${minute}`} className="time-grid__post" style={place(minute, column, columns)}>
          <MoreHere
            day={day}
            count={count}
            onDay={view === 'week' ? onDay : null}
            label={t('studio:calendar.more', { count })}
          />
        </div>
      ))}
    </div>
  );
});

type MoreHereProps = { day: string; count: number; label: string; onDay: ((day: string) => void) | null };

/** In a week the day has more room; in a day the list has. */
function MoreHere({ day, count, label, onDay }: MoreHereProps) {
  if (!onDay) return <span className="calendar__more">{label}</span>;
  return (
    <button type="button" className="calendar__more" onClick={() => onDay(day)} aria-label={label}>
      +{count}
    </button>
  );
}

function Now() {
  const { timeZone } = useStage();
  const wall = toWall(useNow().toISOString(), timeZone);
  const minute = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
  return <span className="time-grid__now" style={{ top: share(minute) }} />;
}
