import { useState } from 'react';
import type { AccountLimits, Role } from '#/contract/index.ts';
import { isVariant, variantName, VARIANTS, type Variant } from '#/language/index.ts';
import { isProblem, useAct, useRead } from '../api/index.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toast.ts';
import { useT, useVariant } from '../words/index.ts';
import { LinkDialog } from './link-dialog.tsx';
import { limitsOf, RoleChoices } from './role-choices.tsx';

/** Invites a person. Where no e-mail is sent, the link is shown in place of it. */
export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [language, setLanguage] = useState<Variant>(useVariant());
  const [roles, setRoles] = useState<Role[]>(['editor']);
  const [limits, setLimits] = useState<AccountLimits>({});
  const accounts = useRead('listAccounts', {}).data?.items.filter(({ state }) => state !== 'retired') ?? [];
  const invite = useAct('invitePerson', {
    changes: ['listColleagues', 'listInvitations'],
    onSuccess: ({ joined, link }) => {
      if (link !== null) return;
      toast({ text: t(joined ? 'studio:invitation.joined' : 'studio:invitation.sent', { name, email }) });
      onClose();
    },
  });
  const fault = (path: string) => (isProblem(invite.error) ? invite.error.faultAt(path) : undefined);
  if (invite.data?.link) return <LinkDialog link={invite.data.link} onClose={onClose} />;
  return (
    <FormDialog
      title={t('studio:people.add')}
      action={t('studio:invitation.invite')}
      isPending={invite.isPending}
      problem={invite.error}
      onSubmit={() =>
        invite.mutate({
          body: { name, email: email.trim(), language, roles, limits: limitsOf(roles, limits) },
        })
      }
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
      <SelectField
        label={t('studio:invitation.language')}
        value={language}
        onChange={(one) => isVariant(one) && setLanguage(one)}
        options={VARIANTS.map((one) => ({ value: one, label: variantName(one) }))}
      />
      <RoleChoices roles={roles} onChange={setRoles} reach={{ limits, accounts, onChange: setLimits }} />
    </FormDialog>
  );
}
