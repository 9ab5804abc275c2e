import { useState } from 'react';
import { ROLES, type Role, type Scope } from '#/contract/index.ts';
import { isProblem, useAct } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { useT } from '../words/index.ts';
import { ScopeChoices } from './scope-choices.tsx';

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { timeZone } = useInstitution();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('auditor');
  const [scopes, setScopes] = useState<Scope[] | null>([]);
  const [lastDay, setLastDay] = useState(() =>
    Temporal.Now.plainDateISO(timeZone).add({ years: 1 }).toString(),
  );
  const [asked, setAsked] = useState(false);
  const create = useAct('createApiKey', { changes: ['listApiKeys'] });
  if (create.data) return <SecretDialog secret={create.data.secret} onClose={onClose} />;
  const fault = (path: string) => (isProblem(create.error) ? create.error.faultAt(path) : undefined);
  const submit = () => {
    setAsked(true);
    if (scopes?.length === 0) return;
    create.mutate({ body: { name, role, scopes, endsAt: endOf(lastDay, timeZone) } });
  };
  return (
    <FormDialog
      title={t('studio:key.add')}
      action={t('common:action.add')}
      isPending={create.isPending}
      problem={create.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('studio:key.name')}
        hint={t('studio:key.name-hint')}
        value={name}
        onChange={setName}
        error={fault('/name')}
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
      <ScopeChoices
        scopes={scopes}
        onChange={setScopes}
        error={asked && scopes?.length === 0 ? t('studio:key.scopes-missing') : fault('/scopes')}
      />
      <TextField
        label={t('studio:key.last-day')}
        hint={t('studio:key.last-day-hint')}
        type="date"
        value={lastDay}
        onChange={setLastDay}
        error={fault('/endsAt')}
        short
        optional
      />
    </FormDialog>
  );
}

/** The last day is a whole one, on the institution's clock. */
const endOf = (lastDay: string, timeZone: string): string | null =>
  lastDay === ''
    ? null
    : Temporal.PlainDate.from(lastDay).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString();

function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t('studio:key.secret-title')} isOpen onClose={onClose} isDismissable={false}>
      <div className="stack">
        <p>{t('studio:key.secret-text')}</p>
        <code className="secret">{secret}</code>
        <div className="dialog__foot">
          <button type="button" className="button button--primary" onClick={onClose}>
            {t('studio:done')}
          </button>
          <CopyButton text={secret} />
        </div>
      </div>
    </Dialog>
  );
}
