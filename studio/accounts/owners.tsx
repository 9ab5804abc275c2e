import { useState } from 'react';
import type { Account } from '#/contract/index.ts';
import { isProblem, useAct, useRead } from '../api/index.ts';
import { SelectField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';

/** Who answers for the account; a warning where one leaver would take the only way in along. */
export function Owners({ account: { owner, secondOwner } }: { account: Account }) {
  const t = useT();
  if (!owner)
    return (
      <p>
        <span className="badge badge--warning">
          <Icon name="warning" />
          {t('studio:account.no-owner')}
        </span>
      </p>
    );
  if (secondOwner)
    return (
      <p className="muted">{t('studio:account.owners', { first: owner.name, second: secondOwner.name })}</p>
    );
  return (
    <p className="muted">
      {t('studio:account.owner', { name: owner.name })} · {t('studio:account.one-owner')}
    </p>
  );
}

export function OwnersDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useT();
  const people = useRead('listColleagues', {}).data?.items ?? [];
  const [first, setFirst] = useState(account.owner?.id ?? '');
  const [second, setSecond] = useState(account.secondOwner?.id ?? '');
  const assign = useAct('assignOwners', {
    changes: ['listAccounts'],
    onSuccess: () => {
      toast({ text: t('common:status.saved') });
      onClose();
    },
  });
  const options = [
    { value: '', label: t('studio:account.nobody') },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <FormDialog
      title={t('studio:account.owners-title', { handle: account.handle })}
      action={t('common:action.save')}
      isPending={assign.isPending}
      problem={assign.error}
      onSubmit={() =>
        assign.mutate({
          params: { accountId: account.id },
          body: { ownerId: first || null, secondOwnerId: second || null },
        })
      }
      onClose={onClose}
    >
      <p>{t('studio:account.owners-text')}</p>
      <SelectField
        label={t('studio:account.first-owner')}
        value={first}
        onChange={setFirst}
        options={options}
      />
      <SelectField
        label={t('studio:account.second-owner')}
        value={second}
        onChange={setSecond}
        error={isProblem(assign.error) ? assign.error.faultAt('/secondOwnerId') : undefined}
        options={options}
      />
    </FormDialog>
  );
}
