import { splitLocal, type WallTime } from '../calendar/wall-time.ts';
import { useT } from '../words/index.ts';

const MORNING = '09:00';

type Props = { due: WallTime | null; onChange: (due: WallTime | null) => void };

/** Day and hour on the institution's clock; no day, no time. */
export function WhenFields({ due, onChange }: Props) {
  const t = useT();
  const { date, time } = due ? splitLocal(due.local) : { date: '', time: '' };
  return (
    <div className="field-row">
      <label className="field">
        <span className="field__label">{t('common:field.date')}</span>
        <input
          type="date"
          className="input"
          value={date}
          onChange={({ target: { value } }) =>
            onChange(value === '' ? null : { local: `${value}T${time || MORNING}` })
          }
        />
      </label>
      <label className="field">
        <span className="field__label">{t('common:field.time')}</span>
        <input
          type="time"
          className="input"
          value={time}
          readOnly={date === ''}
          onChange={({ target: { value } }) => value && date && onChange({ local: `${date}T${value}` })}
        />
      </label>
    </div>
  );
}
