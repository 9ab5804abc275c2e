import { useState } from 'react';
import type { Objective, Texts, Variant } from '#/contract/index.ts';
import { OFFICIAL_VARIANTS, variantName, VARIANTS } from '#/language/index.ts';
import { isProblem, useAct } from '../api/index.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toasts.tsx';
import { VariantFields } from '../shared/variant-fields.tsx';
import { textFor, useT, useVariant } from '../words/index.ts';

export function PlanItemDialog({ objectives, onClose }: { objectives: Objective[]; onClose: () => void }) {
  const t = useT();
  const variant = useVariant();
  const [titles, setTitles] = useState<Texts>({});
  const [objectiveId, setObjectiveId] = useState(objectives[0]?.id ?? '');
  const [theme, setTheme] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [variants, setVariants] = useState<readonly Variant[]>(OFFICIAL_VARIANTS);
  const create = useAct('createPlanItem', {
    changes: ['listPlanItems'],
    onSuccess: () => {
      toast({ text: t('studio:plan.item-added') });
      onClose();
    },
  });
  const fault = (path: string) => (isProblem(create.error) ? create.error.faultAt(path) : undefined);
  const toggle = (one: Variant) =>
    setVariants(
      VARIANTS.filter((each) => (each === one ? !variants.includes(one) : variants.includes(each))),
    );
  const submit = () =>
    create.mutate({
      body: { titles, objectiveId: objectiveId || null, theme, dueOn, variants: [...variants] },
    });
  return (
    <FormDialog
      title={t('studio:plan.add-item')}
      action={t('common:action.add')}
      size="wide"
      isPending={create.isPending}
      problem={create.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <VariantFields label={t('studio:plan.item')} value={titles} onChange={setTitles} />
      <div className="field-row">
        <TextField
          label={t('studio:plan.due')}
          type="date"
          value={dueOn}
          onChange={setDueOn}
          error={fault('/dueOn')}
          required
        />
        <TextField
          label={t('studio:plan.theme')}
          value={theme}
          onChange={setTheme}
          error={fault('/theme')}
          maxLength={80}
          optional
        />
      </div>
      <SelectField
        label={t('studio:plan.objective')}
        value={objectiveId}
        onChange={setObjectiveId}
        options={[
          { value: '', label: t('studio:plan.no-objective') },
          ...objectives.map(({ id, titles: names }) => ({ value: id, label: textFor(names, variant) })),
        ]}
      />
      <fieldset className="choices choices--inline">
        <legend className="choices__legend">{t('studio:plan.variants-asked')}</legend>
        {VARIANTS.map((one) => (
          <label key={one} className="check">
            <input type="checkbox" checked={variants.includes(one)} onChange={() => toggle(one)} />
            {variantName(one)}
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}
