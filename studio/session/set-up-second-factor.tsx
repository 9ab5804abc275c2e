import { useState } from 'react';
import { AddPasskeyDialog } from '../profile/passkey-dialogs.tsx';
import { TwoFactorSetup } from '../profile/two-factor-setup.tsx';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';
import { knowsPasskeys } from './knows-passkeys.ts';

export type DemandProps = {
  /** Of the institution. */
  name: string;
  /** From when it asks. */
  date: string;
  due: boolean;
};

/** Somebody has no second step yet: the two ways to one. */
export function SetUpSecondFactor({
  name,
  date,
  due,
  onSetUp,
}: DemandProps & { onSetUp: () => Promise<void> }) {
  const t = useT();
  const [open, setOpen] = useState<'passkey' | 'app' | null>(null);
  const close = () => {
    setOpen(null);
    void onSetUp();
  };
  return (
    <>
      <p>{t(due ? 'studio:access.set-up-due' : 'studio:access.set-up-soon', { institution: name, date })}</p>
      {knowsPasskeys() && (
        <section className="card stack stack--tight" aria-labelledby="by-passkey">
          <h2 id="by-passkey" className="card__title">
            {t('studio:access.passkey')}
          </h2>
          <p>{t('studio:passkey.text')}</p>
          <div>
            <button type="button" className="button button--primary" onClick={() => setOpen('passkey')}>
              <Icon name="key" />
              {t('studio:passkey.add')}
            </button>
          </div>
        </section>
      )}
      <section className="card stack stack--tight" aria-labelledby="by-app">
        <h2 id="by-app" className="card__title">
          {t('studio:access.app')}
        </h2>
        <p>{t('studio:access.app-text')}</p>
        <div>
          <button type="button" className="button" onClick={() => setOpen('app')}>
            <Icon name="shield" />
            {t('studio:profile.set-up')}
          </button>
        </div>
      </section>
      {open === 'passkey' && <AddPasskeyDialog onAdded={close} onClose={() => setOpen(null)} />}
      {open === 'app' && <TwoFactorSetup onClose={close} />}
    </>
  );
}
