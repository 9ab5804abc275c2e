import type { PathStep } from '#/contract/index.ts';
import { SelectField, TextField } from '../../shared/field.tsx';
import { useT } from '../../words/index.ts';

type Named = { id: string; name: string };
export type Asked = { colleagues: readonly Named[]; outside: readonly Named[] };

/** Roles that can be asked: those of the policy that may answer. */
const ROLES = ['head', 'translator', 'adviser', 'editor', 'administrator', 'responder', 'analyst'] as const;

type StepFieldsProps = { step: PathStep; people: Asked; onChange: (step: PathStep) => void };

export function StepFields({ step, people, onChange }: StepFieldsProps) {
  const t = useT();
  const set = (change: Partial<PathStep>) => onChange({ ...step, ...change });
  const several = step.roles.length + step.people.length + step.outside.length > 1;
  return (
    <>
      <TextField
        label={t('review:settings.step-name')}
        value={step.name}
        onChange={(name) => set({ name })}
        maxLength={80}
        optional
      />
      <Choices
        label={t('review:settings.roles')}
        all={ROLES.map((role) => ({ id: role, name: t(`common:role.${role}`) }))}
        chosen={step.roles}
        onChange={(roles) => set({ roles: ROLES.filter((role) => roles.includes(role)) })}
      />
      <Choices
        label={t('review:settings.people')}
        all={people.colleagues}
        chosen={step.people}
        onChange={(ids) => set({ people: ids })}
      />
      {people.outside.length > 0 && !step.edits && (
        <Choices
          label={t('review:settings.outside')}
          all={people.outside}
          chosen={step.outside}
          onChange={(outside) => set({ outside })}
        />
      )}
      <Choices
        label={t('review:settings.deputies')}
        hint={t('review:settings.deputies-hint')}
        all={people.colleagues.filter(({ id }) => !step.people.includes(id))}
        chosen={step.deputies}
        onChange={(deputies) => set({ deputies })}
      />
      {several && (
        <SelectField
          label={t('review:settings.need')}
          value={step.need}
          onChange={(need) => set({ need: need === 'all' ? 'all' : 'any' })}
          options={[
            { value: 'any', label: t('review:settings.need-any') },
            { value: 'all', label: t('review:settings.need-all') },
          ]}
        />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={step.edits}
          onChange={(event) => set({ edits: event.target.checked, outside: [] })}
        />
        <span>{t('review:settings.edits')}</span>
      </label>
      <Deadline step={step} onChange={(deadline) => set({ deadline })} />
    </>
  );
}

type ChoicesProps = {
  label: string;
  hint?: string;
  all: readonly Named[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
};

/** Any of a few, each with its box. Long lists fold. */
function Choices({ label, hint, all, chosen, onChange }: ChoicesProps) {
  const boxes = (
    <div className="cluster">
      {all.map(({ id, name }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
  const names = all.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  return (
    <details open={chosen.length > 0 || all.length < 8}>
      <summary>
        {label}
        {names.length > 0 && <span className="muted">: {names.join(', ')}</span>}
      </summary>
      {hint && <p className="field__hint">{hint}</p>}
      <div role="group" aria-label={label}>
        {boxes}
      </div>
    </details>
  );
}

type DeadlineProps = { step: PathStep; onChange: (deadline: PathStep['deadline']) => void };

function Deadline({ step: { deadline }, onChange }: DeadlineProps) {
  const t = useT();
  const number = (text: string, least: number, most: number) =>
    Math.min(most, Math.max(least, Number.parseInt(text, 10) || least));
  return (
    <div className="field-row">
      <SelectField
        label={t('review:settings.deadline')}
        value={deadline?.from ?? ''}
        onChange={(from) =>
          onChange(
            from === 'arrival' || from === 'due' ? { ...(deadline ?? { hours: 4, remind: 2 }), from } : null,
          )
        }
        options={[
          { value: '', label: t('review:settings.deadline-none') },
          { value: 'arrival', label: t('review:settings.deadline-arrival') },
          { value: 'due', label: t('review:settings.deadline-due') },
        ]}
      />
      {deadline && (
        <>
          <TextField
            label={t('review:settings.hours')}
            inputMode="numeric"
            short
            value={String(deadline.hours)}
            onChange={(text) => onChange({ ...deadline, hours: number(text, 1, 400) })}
          />
          <TextField
            label={t('review:settings.remind')}
            inputMode="numeric"
            short
            value={String(deadline.remind)}
            onChange={(text) => onChange({ ...deadline, remind: number(text, 0, 100) })}
          />
        </>
      )}
    </div>
  );
}
