import type { Objective, ObjectiveInput } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toasts.tsx';
import { VariantFields } from '../shared/variant-fields.tsx';
import { useT } from '../words/index.ts';
import { Overtaken } from './overtaken.tsx';
import { useEdited } from './use-edited.ts';

type ObjectiveDialogProps = { /** A new one where not given. */ objective?: Objective; onClose: () => void };

const draftOf = ({ titles, measures, audiences }: Objective): ObjectiveInput => ({
  titles,
  measures,
  audiences,
});
const EMPTY: ObjectiveInput = { titles: {}, measures: {}, audiences: {} };

export function ObjectiveDialog({ objective, onClose }: ObjectiveDialogProps) {
  const t = useT();
  const { draft, revision, change, meet, ...overtaken } = useEdited(objective, draftOf, EMPTY);
  const onSuccess = () => {
    toast({ text: t(objective ? 'common:status.saved' : 'studio:plan.objective-added') });
    onClose();
  };
  const create = useAct('createObjective', { changes: ['listObjectives'], onSuccess });
  const save = useAct('changeObjective', { changes: ['listObjectives'], onSuccess, onError: meet });
  const { isPending, error } = objective ? save : create;
  const submit = () =>
    objective
      ? save.mutate({ params: { objectiveId: objective.id }, body: draft, ifMatch: revision })
      : create.mutate({ body: draft });
  return (
    <FormDialog
      title={t(objective ? 'studio:plan.edit-objective' : 'studio:plan.add-objective')}
      action={t(objective ? 'common:action.save' : 'common:action.add')}
      size="wide"
      isPending={isPending}
      problem={error}
      wayOut={<Overtaken problem={error} showsTheirs={overtaken.showsTheirs} onSwap={overtaken.swap} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <VariantFields
        label={t('studio:plan.objective')}
        hint={t('studio:plan.objective-hint')}
        value={draft.titles}
        onChange={(titles) => change({ titles })}
      />
      <VariantFields
        label={t('studio:plan.measure')}
        hint={t('studio:plan.measure-hint')}
        value={draft.measures}
        onChange={(measures) => change({ measures })}
      />
      <VariantFields
        label={t('studio:plan.audience')}
        value={draft.audiences}
        onChange={(audiences) => change({ audiences })}
      />
    </FormDialog>
  );
}
