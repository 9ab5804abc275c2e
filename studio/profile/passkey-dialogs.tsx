import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { auth, type Passkey } from '../api/auth.ts';
import { Dialog } from '../shared/dialog.tsx';
import { TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { Form } from '../shared/form.tsx';
import { useT } from '../words/index.ts';
import { deviceOf } from './device-of.ts';
import { PasskeyProblem } from './passkey-problem.tsx';

type AddProps = { onAdded: () => void; onClose: () => void };

/** A name first, since afterwards nobody comes back for it; then the browser asks. */
export function AddPasskeyDialog({ onAdded, onClose }: AddProps) {
  const t = useT();
  const [name, setName] = useState(() => deviceOf(navigator.userAgent) ?? '');
  const add = useMutation({
    mutationFn: async () => (await import('../session/passkey.ts')).addPasskey(name.trim()),
    onSuccess: onAdded,
  });
  return (
    <Dialog title={t('studio:passkey.add')} isOpen onClose={onClose} isDismissable={false}>
      <Form
        className="stack"
        onSubmit={() => {
          if (!add.isPending) add.mutate();
        }}
      >
        <p>{t('studio:passkey.add-text')}</p>
        <TextField
          label={t('studio:passkey.name')}
          hint={t('studio:passkey.name-hint')}
          value={name}
          onChange={setName}
          maxLength={80}
          required
        />
        <PasskeyProblem error={add.error} />
        <div className="dialog__foot">
          <button
            type="submit"
            className="button button--primary"
            aria-busy={add.isPending}
            aria-disabled={add.isPending}
          >
            {t('common:action.next')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('common:action.cancel')}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}

type RenameProps = { passkey: Passkey; onRenamed: () => void; onClose: () => void };

export function RenamePasskeyDialog({ passkey, onRenamed, onClose }: RenameProps) {
  const t = useT();
  const [name, setName] = useState(passkey.name ?? '');
  const rename = useMutation({
    mutationFn: () => auth('passkey/update-passkey', { id: passkey.id, name: name.trim() }),
    onSuccess: onRenamed,
  });
  return (
    <FormDialog
      title={t('studio:passkey.rename')}
      action={t('common:action.save')}
      isPending={rename.isPending}
      problem={null}
      onSubmit={() => rename.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('studio:passkey.name')}
        hint={t('studio:passkey.name-hint')}
        value={name}
        onChange={setName}
        maxLength={80}
        required
      />
      <PasskeyProblem error={rename.error} />
    </FormDialog>
  );
}
