import { useState } from 'react';
import type { Texts } from '#/contract/index.ts';
import { isProblem, useAct } from '../api/index.ts';
import { TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/index.ts';
import { VariantFields } from '../shared/variant-fields.tsx';
import { useT } from '../words/index.ts';

type HoldDialogProps = {
  /** What was said the last time. */
  statement: Texts;
  /** All institutions, by their coordinator. */
  all?: boolean;
  onClose: () => void;
};

const written = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));

/** Holds everything: why, and what is said meanwhile. */
export function HoldDialog({ statement: last, all = false, onClose }: HoldDialogProps) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [statement, setStatement] = useState(last);
  const done = () => {
    toast({ text: t('studio:pause.begun') });
    onClose();
  };
  const hold = useAct('holdPosts', { onSuccess: done });
  const holdAll = useAct('holdAll', { onSuccess: done });
  const act = all ? holdAll : hold;
  const key = all ? 'studio:pause.all' : 'studio:pause';
  return (
    <FormDialog
      title={t(`${key}.hold-title`)}
      action={t(`${key}.hold`)}
      size="wide"
      isPending={act.isPending}
      problem={act.error}
      onSubmit={() => act.mutate({ body: { reason, statement: written(statement) } })}
      onClose={onClose}
    >
      <p>{t(`${key}.hold-text`)}</p>
      <TextField
        label={t('studio:pause.reason')}
        hint={t('studio:pause.reason-hint')}
        value={reason}
        onChange={setReason}
        error={isProblem(act.error) ? act.error.faultAt('/reason') : undefined}
        maxLength={500}
        required
      />
      <VariantFields
        label={t('studio:pause.statement')}
        hint={t('studio:pause.statement-hint')}
        value={statement}
        onChange={setStatement}
        multiline
      />
    </FormDialog>
  );
}
