import { useState } from 'react';
import type { Colleague } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { useT } from '../words/index.ts';
import { FirstPasswordDialog } from './first-password-dialog.tsx';

/** A new first password for somebody who forgot theirs, and who may have lost the phone too. */
export function RenewPasswordDialog({ person, onClose }: { person: Colleague; onClose: () => void }) {
  const t = useT();
  const [endTwoFactor, setEndTwoFactor] = useState(false);
  const renew = useAct('renewColleaguePassword', { changes: ['listColleagues'] });
  if (renew.data) {
    const title = t('studio:people.renewed', { name: person.name });
    return <FirstPasswordDialog title={title} password={renew.data.firstPassword} onClose={onClose} />;
  }
  return (
    <ConfirmDialog
      title={t('studio:people.renew-title', { name: person.name })}
      action={t('studio:people.renew')}
      danger
      isOpen
      isPending={renew.isPending}
      problem={renew.error}
      onConfirm={() => renew.mutate({ params: { personId: person.id }, body: { endTwoFactor } })}
      onClose={onClose}
    >
      <div className="stack">
        <p>{t('studio:people.renew-text')}</p>
        {person.twoFactor && (
          <label className="choice-card">
            <span className="check">
              <input
                type="checkbox"
                checked={endTwoFactor}
                onChange={(event) => setEndTwoFactor(event.target.checked)}
              />
            </span>
            <span>
              <strong>{t('studio:people.renew-two-factor')}</strong>
              <br />
              <span className="muted">{t('studio:people.renew-two-factor-note')}</span>
            </span>
          </label>
        )}
      </div>
    </ConfirmDialog>
  );
}
