import { useState } from 'react';
import { isProblem, useAct, useRead } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { useMe } from '../session/me.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { spanOfDays } from './span-of-days.ts';

const today = (timeZone: string) => Temporal.Now.plainDateISO(timeZone);

/** Lends a signature for some days. A head lends their own, an administrator anybody's. */
export function DelegationDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const me = useMe();
  const { timeZone, membership } = useInstitution();
  const anybody = membership.roles.includes('administrator');
  const people = useRead('listColleagues', {}).data?.items ?? [];
  const [principalId, setPrincipalId] = useState(anybody ? '' : me.id);
  const [delegateId, setDelegateId] = useState('');
  const [from, setFrom] = useState(() => today(timeZone).toString());
  const [to, setTo] = useState(() => today(timeZone).add({ days: 7 }).toString());
  const [reason, setReason] = useState('');
  const add = useAct('addDelegation', {
    changes: ['listDelegations'],
    onSuccess: ({ delegate, principal }) => {
      toast({ text: t('studio:delegation.added', { delegate: delegate.name, principal: principal.name }) });
      onClose();
    },
  });
  const fault = (path: string) => (isProblem(add.error) ? add.error.faultAt(path) : undefined);
  const options = (except: string) => [
    { value: '', label: t('studio:list.choose-person') },
    ...people.filter(({ id }) => id !== except).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <FormDialog
      title={t('studio:delegation.add')}
      action={t('common:action.add')}
      isPending={add.isPending}
      problem={add.error}
      onSubmit={() =>
        add.mutate({ body: { principalId, delegateId, reason, ...spanOfDays(from, to, timeZone) } })
      }
      onClose={onClose}
    >
      {anybody && (
        <SelectField
          label={t('studio:delegation.principal')}
          value={principalId}
          onChange={setPrincipalId}
          error={fault('/principalId')}
          options={options('')}
        />
      )}
      <SelectField
        label={t('studio:delegation.delegate')}
        value={delegateId}
        onChange={setDelegateId}
        error={fault('/delegateId')}
        options={options(principalId)}
      />
      <div className="field-row">
        <TextField label={t('studio:delegation.from')} type="date" value={from} onChange={setFrom} required />
        <TextField
          label={t('studio:delegation.to')}
          type="date"
          value={to}
          onChange={setTo}
          error={fault('/endsAt')}
          required
        />
      </div>
      <TextField
        label={t('studio:delegation.reason')}
        hint={t('studio:delegation.reason-hint')}
        value={reason}
        onChange={setReason}
        error={fault('/reason')}
        maxLength={500}
        required
      />
    </FormDialog>
  );
}
