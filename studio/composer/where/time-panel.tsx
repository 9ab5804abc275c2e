import { Icon } from '../../shared/index.ts';
import { formatInstant, useT, useVariant } from '../../words/index.ts';
import { offsetName, shiftDays, splitLocal, toInstant, toWall } from '../../calendar/wall-time.ts';
import { useDraft, useEdit, useHouse, useFrameStands } from '../composer-context.tsx';
import { NextSlot } from '../../slots/next-slot.tsx';
import { setDue } from '../edits.ts';
import { TimeAdvice } from './time-advice.tsx';

const MORNING = '09:00';

/** When the post goes out, on the institution's clock. */
export function TimePanel() {
  const t = useT();
  const variant = useVariant();
  const edit = useEdit();
  const stands = useFrameStands();
  const { timeZone } = useHouse();
  const due = useDraft((draft) => draft.due);
  const { date, time } = due ? splitLocal(due.local) : { date: '', time: '' };
  const instant = due && toInstant(due, timeZone);
  const now = Temporal.Now.instant().toString();
  const set = (day: string, hour: string) =>
    edit(setDue(day === '' ? null : { local: `${day}T${hour || MORNING}` }));
  return (
    <section className="panel" aria-labelledby="composer-time">
      <h2 className="panel__title" id="composer-time">
        <Icon name="clock" />
        {t('studio:composer.time.title')}
      </h2>
      <div className="time-fields" id="at-content-due" tabIndex={-1}>
        <label className="time-field">
          <span className="visually-hidden">{t('common:field.date')}</span>
          <input
            type="date"
            className="input"
            value={date}
            readOnly={stands}
            onChange={(event) => set(event.target.value, time)}
          />
        </label>
        <label className="time-field time-field--hour">
          <span className="visually-hidden">{t('common:field.time')}</span>
          <input
            type="time"
            className="input"
            value={time}
            readOnly={stands || date === ''}
            onChange={(event) => event.target.value && set(date, event.target.value)}
          />
        </label>
      </div>
      {due && <TimeAdvice due={due} timeZone={timeZone} onChoose={(choice) => edit(setDue(choice))} />}
      {instant && (
        <p className="panel__note">
          <strong>{formatInstant(instant, 'moment-full', variant, timeZone)}</strong>
          <br />
          {t('studio:composer.time.zone', { zone: timeZone, offset: offsetName(instant, timeZone) })}
        </p>
      )}
      {!due && <p className="panel__note">{t('studio:composer.time.none', { zone: timeZone })}</p>}
      {!stands && (
        <div className="time-picks">
          {quickPicks(toWall(now, timeZone)).map(({ name, local }) => (
            <button key={name} type="button" className="chip" onClick={() => edit(setDue({ local }))}>
              {t(`studio:composer.time.pick.${name}`)}
            </button>
          ))}
          {due && (
            <button type="button" className="chip" onClick={() => edit(setDue(null))}>
              {t('studio:composer.time.clear')}
            </button>
          )}
          <NextSlot />
        </div>
      )}
    </section>
  );
}

/** Times that people choose most: this afternoon while it is before, tomorrow morning, Monday morning. */
function quickPicks(now: string): { name: string; local: string }[] {
  const today = now.slice(0, 10);
  const weekday = Temporal.PlainDate.from(today).dayOfWeek;
  return [
    ...(now.slice(11) < '14:30' ? [{ name: 'afternoon', local: `${today}T15:00` }] : []),
    { name: 'tomorrow', local: shiftDays(`${today}T${MORNING}`, 1) },
    { name: 'monday', local: shiftDays(`${today}T${MORNING}`, 8 - weekday) },
  ];
}
