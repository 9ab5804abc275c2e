import { useState } from 'react';
import { ENTRY_KINDS, type ElectionEntryInput } from '#/contract/index.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { useAddList, type Scope } from './use-acts.ts';

type ListDialogProps = { electionId: string; scope: Scope; onClose: () => void };

/** A list as it comes from a register: taken in whole or not at all, each faulty line told by its number. */
export function ListDialog({ electionId, scope, onClose }: ListDialogProps) {
  const t = useT();
  const [kind, setKind] = useState<ElectionEntryInput['kind']>('person');
  const [text, setText] = useState('');
  const add = useAddList(scope, (count) => {
    toast({ text: t('studio:elections.entry.added', { count }) });
    onClose();
  });
  return (
    <FormDialog
      title={t('studio:elections.entry.paste')}
      action={t('studio:elections.entry.paste-act')}
      size="wide"
      isPending={add.isPending}
      problem={add.error}
      onSubmit={() => add.mutate({ params: { electionId }, body: { kind, text } })}
      onClose={onClose}
    >
      <SelectField
        label={t('studio:elections.entry.what')}
        value={kind}
        onChange={(value) => setKind(value as typeof kind)}
        options={ENTRY_KINDS.map((one) => ({ value: one, label: t(`studio:elections.entry.kind.${one}`) }))}
      />
      <TextField
        label={t('studio:elections.entry.list')}
        hint={t(`studio:elections.entry.list-hint.${kind}`)}
        value={text}
        onChange={setText}
        multiline
        required
      />
    </FormDialog>
  );
}
