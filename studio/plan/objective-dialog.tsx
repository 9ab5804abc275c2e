import type { Objective, ObjectiveInput } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { toast } from '../shared/toast.ts';
import { VariantFields } from '../shared/variant-fields.tsx';
import { useT } from '../words/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { useEdited } from '../shared/use-edited.ts';

type ObjectiveDialogProps = { /** A new one where not given. */ objective?: Objective; onClose: () => void };

const draftOf = ({ titles, measures, audiences }: Objective): ObjectiveInput => ({
  titles,
  measures,
  audiences,
});
const EMPTY: ObjectiveInput = { titles: {}, measures: {}, audiences: {} };

export function ObjectiveDialog({ objective, onClose }: ObjectiveDialogProps) {
  const t = useT();
  const { draft, revision, change, meet, ...edited } = useEdited(objective, draftOf, EMPTY);
  const onSuccess = () => {
    toast({ text: t(objective ? 'common:status.saved' : 'studio:plan.objective-added') });
    onClose();
  };
  const create = useAct('createObjective', { changes: ['listObjectives'], onSuccess });
  const save = useAct('changeObjective', { changes: ['listObjectives'], onSuccess, onError: meet });
  const act = objective ? save : create;
  const submit = () =>
    objective
      ? save.mutate({ params: { objectiveId: objective.id }, body: draft, ifMatch: revision })
      : create.mutate({ body: draft });
  return (
    <EditDialog
      edited={edited}
      isThere={objective !== undefined}
      titles={{ add: t('studio:plan.add-objective'), edit: t('studio:plan.edit-objective') }}
      act={act}
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
    </EditDialog>
  );
}
