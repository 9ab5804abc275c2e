import { useState } from 'react';
import { ROLES, type Role } from '#/contract/index.ts';
import { isProblem, useAct } from '../api/index.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { useT } from '../words/index.ts';

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('auditor');
  const create = useAct('createApiKey', { changes: ['listApiKeys'] });
  if (create.data) {
    return (
      <Dialog title={t('studio:key.secret-title')} isOpen onClose={onClose} isDismissable={false}>
        <div className="stack">
          <p>{t('studio:key.secret-text')}</p>
          <code className="secret">{create.data.secret}</code>
          <div className="dialog__foot">
            <button type="button" className="button button--primary" onClick={onClose}>
              {t('studio:done')}
            </button>
            <CopyButton text={create.data.secret} />
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t('studio:key.add')}
      action={t('common:action.add')}
      isPending={create.isPending}
      problem={create.error}
      onSubmit={() => create.mutate({ body: { name, role } })}
      onClose={onClose}
    >
      <TextField
        label={t('studio:key.name')}
        hint={t('studio:key.name-hint')}
        value={name}
        onChange={setName}
        error={isProblem(create.error) ? create.error.faultAt('/name') : undefined}
        maxLength={80}
        required
      />
      <SelectField
        label={t('studio:key.role')}
        hint={t('studio:key.role-hint')}
        value={role}
        onChange={(value) => setRole(ROLES.find((one) => one === value) ?? role)}
        options={ROLES.map((one) => ({ value: one, label: t(`common:role.${one}`) }))}
      />
    </FormDialog>
  );
}
