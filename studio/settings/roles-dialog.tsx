import { useState } from 'react';
import type { Colleague } from '#/contract/index.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useAct, useRead } from '../api/index.ts';
import { meQuery } from '../session/me.ts';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { limitsOf, RoleChoices } from './role-choices.tsx';

/** What a person may do here; without a role the membership ends. */
export function RolesDialog({ person, onClose }: { person: Colleague; onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const [roles, setRoles] = useState(person.roles);
  const [limits, setLimits] = useState(person.limits);
  const accounts = useRead('listAccounts', {}).data?.items.filter(({ state }) => state !== 'retired');
  const [leaving, setLeaving] = useState(false);
  const set = useAct('setColleagueRoles', {
    onSuccess: () => {
      toast({ text: t('common:status.saved') });
      void client.invalidateQueries(meQuery);
      onClose();
    },
  });
  const send = (next: Colleague['roles']) =>
    set.mutate({ params: { personId: person.id }, body: { roles: next, limits: limitsOf(next, limits) } });
  if (leaving) return <HandOverDialog person={person} leaving onClose={onClose} />;
  return (
    <FormDialog
      title={person.name}
      action={t('common:action.save')}
      isPending={set.isPending}
      problem={set.error}
      onSubmit={() => (roles.length === 0 ? setLeaving(true) : send(roles))}
      onClose={onClose}
    >
      <RoleChoices
        roles={roles}
        onChange={setRoles}
        reach={{ limits, accounts: accounts ?? [], onChange: setLimits }}
      />
      <button type="button" className="button button--quiet button--danger" onClick={() => setLeaving(true)}>
        {t('studio:people.remove')}
      </button>
    </FormDialog>
  );
}
