import { useState } from 'react';
import type { Role } from '#/contract/index.ts';
import { isProblem, useAct } from '../api/index.ts';
import { TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { useT } from '../words/index.ts';
import { FirstPasswordDialog } from './first-password-dialog.tsx';
import { RoleChoices } from './role-choices.tsx';

export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['editor']);
  const add = useAct('addColleague', { changes: ['listColleagues'] });
  const fault = (path: string) => (isProblem(add.error) ? add.error.faultAt(path) : undefined);
  if (add.data) {
    const title = t('studio:people.added', { name: add.data.name });
    return <FirstPasswordDialog title={title} password={add.data.firstPassword} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={t('studio:people.add')}
      action={t('common:action.add')}
      isPending={add.isPending}
      problem={add.error}
      onSubmit={() => add.mutate({ body: { name, email: email.trim(), roles } })}
      onClose={onClose}
    >
      <TextField
        label={t('studio:people.name')}
        value={name}
        onChange={setName}
        error={fault('/name')}
        autoComplete="off"
        required
      />
      <TextField
        label={t('common:field.email')}
        type="email"
        value={email}
        onChange={setEmail}
        error={fault('/email')}
        autoComplete="off"
        required
      />
      <RoleChoices roles={roles} onChange={setRoles} />
    </FormDialog>
  );
}
