import { memo } from 'react';
import { formatDay, useT, useVariant } from '../words/index.ts';
import { Icon } from '../shared/index.ts';
import { useStage } from './calendar-context.ts';
import { Chip } from './chip.tsx';
import { DayDeadlines, DayNotes } from './day-notes.tsx';
import { daysOf, periodOf } from './period.ts';
import type { Placed } from './posts.ts';

/** So many posts of a day are drawn; the rest is a click away. It is what keeps a month of thousands light. */
const DRAWN = 4;
const NONE: readonly Placed[] = [];

/** Six weeks, Monday first, with the ISO number of each week. */
export function MonthView({ day }: { day: string }) {
  const t = useT();
  const variant = useVariant();
  const { conflicts, days } = useStage();
  const all = daysOf(periodOf('month', day));
  const weeks = Array.from({ length: 6 }, (_, week) => all.slice(week * 7, week * 7 + 7));
  return (
    <table className="calendar calendar--month" aria-label={t('studio:calendar.view.month')}>
      <thead>
        <tr>
          <th scope="col" className="calendar__week">
            <abbr title={t('studio:calendar.week-number')}>{t('studio:calendar.week-short')}</abbr>
          </th>
          {weeks[0]!.map((one) => (
            <th key={one} scope="col" className="calendar__weekday">
              <WeekdayName day={one} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            <th scope="row" className="calendar__week">
              {Temporal.PlainDate.from(week[0]!).weekOfYear}
              {conflicts.quiet.includes(week[0]!) && (
                <span className="calendar__quiet" title={t('studio:calendar.quiet')}>
                  <Icon name="warning" />
                  <span className="visually-hidden">{t('studio:calendar.quiet')}</span>
                </span>
              )}
            </th>
            {week.map((one) => (
              <DayCell
                key={one}
                day={one}
                label={formatDay(one, variant)}
                inMonth={one.slice(0, 7) === day.slice(0, 7)}
                posts={days.get(one) ?? NONE}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function WeekdayName({ day }: { day: string }) {
  const variant = useVariant();
  const name = formatDay(day, variant, 'weekday').split(',')[0]!;
  return (
    <>
      <span className="calendar__long">{name}</span>
      <span className="calendar__short" aria-hidden="true">
        {name.slice(0, 3)}
      </span>
    </>
  );
}

type DayCellProps = { day: string; label: string; inMonth: boolean; posts: readonly Placed[] };

const DayCell = memo(function DayCell({ day, label, inMonth, posts }: DayCellProps) {
  const t = useT();
  const { observances, today, mayWrite, onNew, onDay } = useStage();
  const isOff = observances.get(day)?.some(({ dayOff }) => dayOff);
  const names = [
    'calendar__day',
    ...(inMonth ? [] : ['calendar__day--other']),
    ...(day === today ? ['calendar__today'] : []),
    ...(isOff ? ['calendar__day--off'] : []),
  ];
  // One place more is used for the rest than it would cost to draw the last one itself.
  const drawn = posts.length > DRAWN ? posts.slice(0, DRAWN - 1) : posts;
  return (
    <td
      className={names.join(' ')}
      data-date={day}
      data-drop={day}
      aria-current={day === today ? 'date' : undefined}
      onClick={(event) => {
        if (mayWrite && event.target === event.currentTarget) onNew(`${day}T09:00`);
      }}
    >
      <button type="button" className="calendar__number" aria-label={label} onClick={() => onDay(day)}>
        {Number(day.slice(8))}
      </button>
      <DayNotes day={day} />
      {posts.length > 0 && (
        <ul role="list" className="calendar__posts">
          {drawn.map((placed) => (
            <li key={placed.post.id}>
              <Chip placed={placed} view="month" />
            </li>
          ))}
        </ul>
      )}
      {posts.length > drawn.length && (
        <button type="button" className="calendar__more" onClick={() => onDay(day)}>
          {t('studio:calendar.more', { count: posts.length - drawn.length })}
          <span className="visually-hidden">, {label}</span>
        </button>
      )}
      {posts.length > 0 && (
        <button type="button" className="calendar__count" onClick={() => onDay(day)}>
          {posts.length}
          <span className="visually-hidden"> {t('studio:calendar.posts-on', { day: label })}</span>
        </button>
      )}
      <DayDeadlines day={day} most={2} />
    </td>
  );
});
