import { useState } from 'react';
import type { Deadline } from '#/contract/index.ts';
import { toWall } from '../../calendar/wall-time.ts';
import { isProblem, useAct, useRead } from '../../api/index.ts';
import { useInstitution } from '../../session/institution.ts';
import { SelectField, TextField } from '../../shared/field.tsx';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { useT } from '../../words/index.ts';

type StepDialogProps = { postId: string; step: Deadline; onClose: () => void };

/** Who has a step, by when where that is not simply counted back, and whether it is needed. */
export function StepDialog({ postId, step, onClose }: StepDialogProps) {
  const t = useT();
  const { timeZone } = useInstitution();
  const colleagues = useRead('listColleagues', {}).data?.items ?? [];
  const [personId, setPersonId] = useState(step.person?.id ?? '');
  const [local, setLocal] = useState(step.byHand && step.dueAt ? toWall(step.dueAt, timeZone) : '');
  const [needed, setNeeded] = useState(step.needed);
  const plan = useAct('planDeadline', {
    changes: ['listPostDeadlines', 'listCalendar', 'listPosts', 'listDeadlines'],
    onSuccess: onClose,
  });
  const due = local ? { local } : null;
  return (
    <FormDialog
      title={t('studio:deadline.edit', { step: t(`common:deadline.${step.kind}`) })}
      action={t('common:action.save')}
      isPending={plan.isPending}
      problem={plan.error}
      onSubmit={() =>
        plan.mutate({
          params: { postId },
          body: { kind: step.kind, personId: personId || null, due, needed },
        })
      }
      onClose={onClose}
    >
      <SelectField
        label={t('studio:deadline.person')}
        value={personId}
        onChange={setPersonId}
        options={[
          { value: '', label: t('studio:deadline.nobody') },
          ...colleagues
            .filter(({ roles, id }) => roles.length > 0 || id === personId)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField
        label={t('studio:deadline.own-day')}
        hint={t('studio:deadline.own-day-hint')}
        type="datetime-local"
        value={local}
        onChange={setLocal}
        error={isProblem(plan.error) ? plan.error.faultAt('/content/due') : undefined}
      />
      <label className="check">
        <input type="checkbox" checked={needed} onChange={({ target }) => setNeeded(target.checked)} />
        {t('studio:deadline.needed')}
      </label>
    </FormDialog>
  );
}
