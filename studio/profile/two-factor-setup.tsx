import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { auth } from '../api/auth.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { useT } from '../words/index.ts';
import { AuthProblem } from './auth-problem.tsx';
import { PasswordStep } from './password-step.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Password, then the picture for the app and its first code, then the recovery codes. */
export function TwoFactorSetup({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: (password: string) => auth('two-factor/enable', { password }) });
  const confirm = useMutation({
    mutationFn: () => auth('two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') }),
  });
  const step = confirm.isSuccess ? 3 : begin.data ? 2 : 1;
  return (
    <Dialog title={t('studio:profile.set-up')} isOpen onClose={onClose} isDismissable={false}>
      <p className="eyebrow">{t('studio:profile.step', { step, of: 3 })}</p>
      {step === 1 && (
        <PasswordStep
          text={t('studio:profile.set-up-text')}
          action={t('common:action.next')}
          isPending={begin.isPending}
          error={begin.error}
          onPassword={(password) => begin.mutate(password)}
        />
      )}
      {step === 2 && begin.data && (
        <Form
          className="stack"
          onSubmit={() => {
            confirm.mutate();
          }}
        >
          <p>{t('studio:profile.scan')}</p>
          <QrCode text={begin.data.totpURI} label={t('studio:profile.qr')} />
          <Secret uri={begin.data.totpURI} />
          <TextField
            label={t('studio:sign-in.totp')}
            hint={t('studio:sign-in.totp-hint')}
            value={code}
            onChange={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            short
            required
          />
          <AuthProblem error={confirm.error} />
          <div className="dialog__foot">
            <button type="submit" className="button button--primary" aria-busy={confirm.isPending}>
              {t('common:action.confirm')}
            </button>
          </div>
        </Form>
      )}
      {step === 3 && begin.data && <RecoveryCodes codes={begin.data.backupCodes} onDone={onClose} />}
    </Dialog>
  );
}

/** The same as text, for who cannot point a camera at the screen. */
function Secret({ uri }: { uri: string }) {
  const t = useT();
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <div className="stack stack--tight">
      <p className="muted">{t('studio:profile.secret')}</p>
      <p className="cluster">
        <code className="secret">{secret.replaceAll(/(.{4})/g, '$1 ').trim()}</code>
        <CopyButton text={secret} />
      </p>
    </div>
  );
}
