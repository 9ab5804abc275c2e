import { offsetName, readWall, type WallTime } from '../../calendar/wall-time.ts';
import { Icon } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';

type TimeAdviceProps = { due: WallTime; timeZone: string; onChoose: (due: WallTime) => void };

/** The two nights on which the clocks change: a time that is not there, or one that comes twice. */
export function TimeAdvice({ due, timeZone, onChoose }: TimeAdviceProps) {
  const t = useT();
  const reading = readWall(due.local, timeZone);
  const time = due.local.slice(11);
  if (reading.kind === 'once') return null;
  if (reading.kind === 'gap')
    return (
      <div className="banner banner--warning" role="alert">
        <Icon name="clock-alert" />
        <div className="banner__body">
          <p className="banner__title">{t('studio:composer.time.gap', { time })}</p>
          <div className="banner__actions">
            {[reading.before, reading.after].map((local) => (
              <button
                key={local}
                type="button"
                className="button button--small"
                onClick={() => onChoose({ local })}
              >
                {local.slice(11)}
              </button>
            ))}
          </div>
        </div>
      </div>
    );
  return (
    <fieldset className="banner banner--warning time-twice">
      <Icon name="clock-alert" />
      <div className="banner__body">
        <legend className="banner__title">{t('studio:composer.time.twice', { time })}</legend>
        {(['earlier', 'later'] as const).map((hour) => (
          <label key={hour} className="radio">
            <input
              type="radio"
              name="due-hour"
              checked={due.hour === hour}
              onChange={() => onChoose({ local: due.local, hour })}
            />
            {t(`studio:composer.time.${hour}`, { time, offset: offsetName(reading[hour], timeZone) })}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
