import { useState } from 'react';
import { ENTRY_KINDS, type ElectionEntryInput } from '#/contract/index.ts';
import { isProblem } from '../api/index.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { useAddEntry, type Scope } from './use-acts.ts';

type EntryDialogProps = { electionId: string; scope: Scope; onClose: () => void };

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** One person, or one mark with what it is known by. */
export function EntryDialog({ electionId, scope, onClose }: EntryDialogProps) {
  const t = useT();
  const [kind, setKind] = useState<ElectionEntryInput['kind']>('person');
  const [name, setName] = useState('');
  const [why, setWhy] = useState('');
  const [shortForm, setShortForm] = useState('');
  const [slogans, setSlogans] = useState('');
  const [hashtags, setHashtags] = useState('');
  const [familyAlone, setFamilyAlone] = useState(true);
  const add = useAddEntry(scope, {
    onSuccess: () => {
      toast({ text: t('studio:elections.entry.added-one', { name: name || shortForm }) });
      onClose();
    },
  });
  const fault = (path: string) => (isProblem(add.error) ? add.error.faultAt(path) : undefined);
  const isMark = kind === 'mark';
  const body = {
    kind,
    name,
    why,
    shortForm: isMark ? shortForm : '',
    slogans: isMark ? linesOf(slogans) : [],
    hashtags: isMark ? linesOf(hashtags.replaceAll(/[\s,]+/g, '\n')) : [],
    familyAlone: !isMark && familyAlone,
  };
  return (
    <FormDialog
      title={t('studio:elections.entry.add')}
      action={t('studio:elections.entry.add-act')}
      isPending={add.isPending}
      problem={add.error}
      onSubmit={() => add.mutate({ params: { electionId }, body })}
      onClose={onClose}
    >
      <SelectField
        label={t('studio:elections.entry.what')}
        value={kind}
        onChange={(value) => setKind(value as typeof kind)}
        options={ENTRY_KINDS.map((one) => ({ value: one, label: t(`studio:elections.entry.kind.${one}`) }))}
      />
      <TextField
        label={t(isMark ? 'studio:elections.entry.mark-name' : 'studio:elections.entry.person-name')}
        value={name}
        onChange={setName}
        error={fault('/name')}
        maxLength={200}
        required={!isMark || shortForm === ''}
      />
      {isMark && (
        <TextField
          label={t('studio:elections.entry.short-form')}
          hint={t('studio:elections.entry.short-form-hint')}
          value={shortForm}
          onChange={setShortForm}
          error={fault('/shortForm')}
          optional
        />
      )}
      <TextField
        label={t('studio:elections.entry.why')}
        hint={t('studio:elections.entry.why-hint')}
        value={why}
        onChange={setWhy}
        error={fault('/why')}
        optional
      />
      {isMark ? (
        <>
          <TextField
            label={t('studio:elections.entry.slogans')}
            hint={t('studio:elections.entry.one-a-line')}
            value={slogans}
            onChange={setSlogans}
            error={fault('/slogans')}
            multiline
            optional
          />
          <TextField
            label={t('studio:elections.entry.hashtags')}
            value={hashtags}
            onChange={setHashtags}
            error={fault('/hashtags')}
            optional
          />
        </>
      ) : (
        <label className="check">
          <input
            type="checkbox"
            checked={familyAlone}
            onChange={(event) => setFamilyAlone(event.target.checked)}
          />
          {t('studio:elections.entry.family-alone')}
        </label>
      )}
    </FormDialog>
  );
}
