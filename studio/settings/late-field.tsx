import { SelectField } from '../shared/field.tsx';
import { useT } from '../words/index.ts';

const NEVER = 'never';
const HOURS = [0, 1, 3, 6, 12, 24];

type LateFieldProps = { value: number | null; onChange: (hours: number | null) => void };

/** From when on a late post asks before it goes out. */
export function LateField({ value, onChange }: LateFieldProps) {
  const t = useT();
  const labelOf = (hours: number) =>
    hours === 0 ? t('studio:institution.late-always') : t('studio:institution.late-hours', { count: hours });
  const hours = value === null || HOURS.includes(value) ? HOURS : [...HOURS, value];
  return (
    <SelectField
      label={t('studio:institution.late')}
      hint={t('studio:institution.late-hint')}
      value={value === null ? NEVER : String(value)}
      onChange={(chosen) => onChange(chosen === NEVER ? null : Number(chosen))}
      options={[
        ...hours.map((count) => ({ value: String(count), label: labelOf(count) })),
        { value: NEVER, label: t('studio:institution.late-never') },
      ]}
    />
  );
}
