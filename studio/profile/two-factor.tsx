import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { auth } from '../api/auth.ts';
import { meQuery, useMe } from '../session/me.ts';
import { Dialog } from '../shared/dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { toast } from '../shared/toast.ts';
import { Help } from '../shared/help.tsx';
import { useT } from '../words/index.ts';
import { PasswordStep } from './password-step.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TwoFactorSetup } from './two-factor-setup.tsx';

/** The second step at sign-in: set up, new recovery codes, switch off. */
export function TwoFactor() {
  const t = useT();
  const { twoFactor } = useMe();
  const client = useQueryClient();
  const [open, setOpen] = useState<'set-up' | 'codes' | 'off' | null>(null);
  const close = () => {
    setOpen(null);
    void client.invalidateQueries(meQuery);
  };
  return (
    <section className="card stack stack--tight" aria-labelledby="two-factor">
      <div className="cluster cluster--apart">
        <div className="help-line">
          <h2 id="two-factor" className="card__title">
            {t('studio:people.two-factor')}
          </h2>
          <Help topic="two-factor" />
        </div>
        <span className={twoFactor ? 'badge badge--success' : 'badge badge--warning'}>
          <Icon name={twoFactor ? 'shield' : 'warning'} />
          {t(twoFactor ? 'studio:people.two-factor-on' : 'studio:people.two-factor-off')}
        </span>
      </div>
      <p>{t('studio:profile.two-factor-text')}</p>
      <div className="button-group">
        {!twoFactor && (
          <button type="button" className="button button--primary" onClick={() => setOpen('set-up')}>
            {t('studio:profile.set-up')}
          </button>
        )}
        {twoFactor && (
          <>
            <button type="button" className="button" onClick={() => setOpen('codes')}>
              {t('studio:profile.new-codes')}
            </button>
            <button
              type="button"
              className="button button--quiet button--danger"
              onClick={() => setOpen('off')}
            >
              {t('studio:profile.switch-off')}
            </button>
          </>
        )}
      </div>
      {open === 'set-up' && <TwoFactorSetup onClose={close} />}
      {open === 'codes' && <NewCodes onClose={close} />}
      {open === 'off' && <SwitchOff onClose={close} />}
    </section>
  );
}

function NewCodes({ onClose }: { onClose: () => void }) {
  const t = useT();
  const make = useMutation({
    mutationFn: (password: string) => auth('two-factor/generate-backup-codes', { password }),
  });
  return (
    <Dialog title={t('studio:profile.new-codes')} isOpen onClose={onClose} isDismissable={false}>
      {make.data ? (
        <RecoveryCodes codes={make.data.backupCodes} onDone={onClose} />
      ) : (
        <PasswordStep
          text={t('studio:profile.new-codes-text')}
          action={t('studio:profile.new-codes')}
          isPending={make.isPending}
          error={make.error}
          onPassword={(password) => make.mutate(password)}
        />
      )}
    </Dialog>
  );
}

function SwitchOff({ onClose }: { onClose: () => void }) {
  const t = useT();
  const off = useMutation({
    mutationFn: (password: string) => auth('two-factor/disable', { password }),
    onSuccess: () => {
      toast({ text: t('studio:profile.switched-off') });
      onClose();
    },
  });
  return (
    <Dialog title={t('studio:profile.switch-off')} isOpen onClose={onClose}>
      <PasswordStep
        text={t('studio:profile.switch-off-text')}
        action={t('studio:profile.switch-off')}
        danger
        isPending={off.isPending}
        error={off.error}
        onPassword={(password) => off.mutate(password)}
      />
    </Dialog>
  );
}
