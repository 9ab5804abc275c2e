import { useState } from 'react';
import type { Texts } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toasts.tsx';
import { VariantFields } from '../shared/variant-fields.tsx';
import { useT } from '../words/index.ts';

export function ObjectiveDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [titles, setTitles] = useState<Texts>({});
  const [measures, setMeasures] = useState<Texts>({});
  const [audiences, setAudiences] = useState<Texts>({});
  const create = useAct('createObjective', {
    changes: ['listObjectives'],
    onSuccess: () => {
      toast({ text: t('studio:plan.objective-added') });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('studio:plan.add-objective')}
      action={t('common:action.add')}
      size="wide"
      isPending={create.isPending}
      problem={create.error}
      onSubmit={() => create.mutate({ body: { titles, measures, audiences } })}
      onClose={onClose}
    >
      <VariantFields
        label={t('studio:plan.objective')}
        hint={t('studio:plan.objective-hint')}
        value={titles}
        onChange={setTitles}
      />
      <VariantFields
        label={t('studio:plan.measure')}
        hint={t('studio:plan.measure-hint')}
        value={measures}
        onChange={setMeasures}
      />
      <VariantFields label={t('studio:plan.audience')} value={audiences} onChange={setAudiences} />
    </FormDialog>
  );
}
