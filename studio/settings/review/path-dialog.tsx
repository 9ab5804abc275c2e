import { useState } from 'react';
import type { PathStep, ReviewSettingsInput } from '#/contract/index.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { TextField } from '../../shared/field.tsx';
import { Icon } from '../../shared/index.ts';
import { PathPicture } from '../../review/path-picture.tsx';
import { useT } from '../../words/index.ts';
import { StepFields, type Asked } from './step-fields.tsx';

type OwnPath = ReviewSettingsInput['paths'][number];

type PathDialogProps = {
  path: OwnPath;
  people: Asked;
  onDone: (path: OwnPath) => void;
  onRemove?: (() => void) | undefined;
  onClose: () => void;
};

/** A path with its steps, and its picture above them as it comes to be. */
export function PathDialog({ path, people, onDone, onRemove, onClose }: PathDialogProps) {
  const t = useT();
  const [name, setName] = useState(path.name);
  const [steps, setSteps] = useState<PathStep[]>(path.steps);
  const names = {
    people: new Map(people.colleagues.map((one) => [one.id, one.name])),
    outside: new Map(people.outside.map((one) => [one.id, one.name])),
  };
  const put = (index: number, step: PathStep) =>
    setSteps(steps.map((one, no) => (no === index ? step : one)));
  const earlier = (index: number) => {
    const [moved] = steps.slice(index, index + 1);
    if (!moved) return;
    const rest = steps.filter((_, no) => no !== index);
    setSteps([...rest.slice(0, index - 1), moved, ...rest.slice(index - 1)]);
  };
  return (
    <FormDialog
      title={name || t('review:settings.add-path')}
      action={t('review:settings.done')}
      size="wide"
      isPending={false}
      problem={null}
      onSubmit={() => onDone({ ...path, name: name.trim(), steps })}
      onClose={onClose}
    >
      <TextField
        label={t('review:settings.path-name')}
        value={name}
        onChange={setName}
        required
        maxLength={80}
      />
      <div className="path-wide">
        <PathPicture steps={steps} names={names} label={t('review:path.title')} />
      </div>
      {steps.map((step, index) => (
        <fieldset key={step.id} className="card card--sunken stack stack--tight">
          <legend>{t('review:settings.step', { number: index + 1 })}</legend>
          <StepFields step={step} people={people} onChange={(changed) => put(index, changed)} />
          <div className="cluster">
            {index > 0 && (
              <button type="button" className="button button--small" onClick={() => earlier(index)}>
                <Icon name="chevron-up" />
                {t('review:settings.earlier', { number: index + 1 })}
              </button>
            )}
            {steps.length > 1 && (
              <button
                type="button"
                className="button button--small button--quiet"
                onClick={() => setSteps(steps.filter((_, no) => no !== index))}
              >
                <Icon name="trash" />
                {t('review:settings.remove-step', { number: index + 1 })}
              </button>
            )}
          </div>
        </fieldset>
      ))}
      <div className="cluster">
        <button
          type="button"
          className="button button--small"
          onClick={() => setSteps([...steps, { ...NEW, id: crypto.randomUUID() }])}
        >
          <Icon name="plus" />
          {t('review:settings.add-step')}
        </button>
        {onRemove && (
          <button type="button" className="button button--small button--danger" onClick={onRemove}>
            <Icon name="trash" />
            {t('review:settings.remove-path')}
          </button>
        )}
      </div>
    </FormDialog>
  );
}

const NEW: Omit<PathStep, 'id'> = {
  name: '',
  roles: ['head'],
  people: [],
  outside: [],
  deputies: [],
  need: 'any',
  edits: false,
  deadline: null,
};
