import { useState } from 'react';
import { ELECTION_LEVELS, type Election, type ElectionInput, type ElectionLevel } from '#/contract/index.ts';
import { isProblem } from '../api/index.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { useChange, useDeclare, type Scope } from './use-acts.ts';

type PeriodDialogProps = {
  scope: Scope;
  /** A new one where not given. */ election?: Election;
  onClose: () => void;
};

const EMPTY: ElectionInput = {
  name: '',
  level: 'state',
  startsOn: '',
  pollingOn: '',
  endsOn: '',
  opensAt: '07:00',
  closesAt: '19:00',
  silenceFrom: null,
};

/** Name, level and days of a period. The silence is reckoned by the law where nobody sets it. */
export function PeriodDialog({ scope, election, onClose }: PeriodDialogProps) {
  const t = useT();
  const [draft, setDraft] = useState<ElectionInput>(election ?? EMPTY);
  const onSuccess = () => {
    toast({ text: t(election ? 'common:status.saved' : 'studio:elections.declared') });
    onClose();
  };
  const declare = useDeclare(scope, { onSuccess });
  const save = useChange(scope, { onSuccess });
  const act = election ? save : declare;
  const fault = (path: string) => (isProblem(act.error) ? act.error.faultAt(path) : undefined);
  const set = (change: Partial<ElectionInput>) => setDraft({ ...draft, ...change });
  const field = (
    name: 'startsOn' | 'pollingOn' | 'endsOn' | 'opensAt' | 'closesAt',
    type: 'date' | 'time',
  ) => (
    <TextField
      label={t(`studio:elections.field.${name}`)}
      type={type}
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
      error={fault(`/${name}`)}
      required
    />
  );
  return (
    <FormDialog
      title={t(
        election
          ? 'studio:elections.change'
          : scope === 'all'
            ? 'studio:elections.declare-all'
            : 'studio:elections.declare',
      )}
      action={t(election ? 'common:action.save' : 'studio:elections.declare-act')}
      size="wide"
      isPending={act.isPending}
      problem={act.error}
      onSubmit={() =>
        election
          ? save.mutate({
              params: { electionId: election.id },
              body: inputOf(draft),
              ifMatch: election.revision,
            })
          : declare.mutate({ body: inputOf(draft) })
      }
      onClose={onClose}
    >
      {!election && (
        <p>{t(scope === 'all' ? 'studio:elections.declare-all-text' : 'studio:elections.declare-text')}</p>
      )}
      <TextField
        label={t('studio:elections.field.name')}
        hint={t('studio:elections.field.name-hint')}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={fault('/name')}
        maxLength={120}
        required
      />
      <SelectField
        label={t('studio:elections.field.level')}
        value={draft.level}
        onChange={(level) => set({ level: level as ElectionLevel })}
        options={ELECTION_LEVELS.map((level) => ({
          value: level,
          label: t(`studio:elections.level.${level}`),
        }))}
      />
      <div className="field-row">
        {field('startsOn', 'date')}
        {field('pollingOn', 'date')}
        {field('endsOn', 'date')}
      </div>
      <div className="field-row">
        {field('opensAt', 'time')}
        {field('closesAt', 'time')}
        <TextField
          label={t('studio:elections.field.silenceFrom')}
          hint={t('studio:elections.field.silenceFrom-hint')}
          type="datetime-local"
          value={draft.silenceFrom ?? ''}
          onChange={(value) => set({ silenceFrom: value || null })}
          error={fault('/silenceFrom')}
          optional
        />
      </div>
    </FormDialog>
  );
}

const inputOf = ({
  name,
  level,
  startsOn,
  pollingOn,
  endsOn,
  opensAt,
  closesAt,
  silenceFrom,
}: ElectionInput) => ({
  name,
  level,
  startsOn,
  pollingOn,
  endsOn,
  opensAt,
  closesAt,
  silenceFrom,
});
