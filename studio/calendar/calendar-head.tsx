import { useInstitution } from '../session/institution.ts';
import { Icon } from '../shared/index.ts';
import { formatDay, formatInstant, useT, useVariant } from '../words/index.ts';
import { CALENDAR_VIEWS, periodOf, step, today, type CalendarView } from './period.ts';
import { shiftDays } from './wall-time.ts';

type CalendarHeadProps = {
  view: CalendarView;
  day: string;
  onView: (view: CalendarView) => void;
  onDay: (day: string) => void;
  isFetching: boolean;
};

/** Which days are shown, and how. */
export function CalendarHead({ view, day, onView, onDay, isFetching }: CalendarHeadProps) {
  const t = useT();
  const { timeZone } = useInstitution();
  return (
    <div className="toolbar calendar-head">
      <div className="calendar-head__steps">
        <button
          type="button"
          className="button button--small button--icon"
          aria-label={t(`studio:calendar.before.${view}`)}
          onClick={() => onDay(step(view, day, -1))}
        >
          <Icon name="chevron-left" />
        </button>
        <button type="button" className="button button--small" onClick={() => onDay(today(timeZone))}>
          {t('studio:calendar.today')}
        </button>
        <button
          type="button"
          className="button button--small button--icon"
          aria-label={t(`studio:calendar.after.${view}`)}
          onClick={() => onDay(step(view, day, 1))}
        >
          <Icon name="chevron-right" />
        </button>
      </div>
      <h2 className="calendar__title calendar-head__title" aria-live="polite" data-busy={isFetching}>
        <PeriodName view={view} day={day} />
      </h2>
      <div className="segments toolbar__end" role="group" aria-label={t('studio:calendar.views')}>
        {CALENDAR_VIEWS.map((one) => (
          <button
            key={one}
            type="button"
            className="segments__item"
            aria-pressed={one === view}
            onClick={() => onView(one)}
          >
            {t(`studio:calendar.view.${one}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

function PeriodName({ view, day }: { view: CalendarView; day: string }) {
  const variant = useVariant();
  if (view === 'day') return formatDay(day, variant, 'weekday');
  if (view !== 'week') return formatInstant(`${day}T12:00:00Z`, 'month', variant, 'UTC');
  const { from, to } = periodOf('week', day);
  const last = shiftDays(`${to}T00:00`, -1).slice(0, 10);
  return `${formatDay(from, variant, 'day-short')} – ${formatDay(last, variant)}`;
}
