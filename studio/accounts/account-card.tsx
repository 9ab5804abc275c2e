import { lazy, Suspense, useState } from 'react';
import type { Account } from '#/contract/index.ts';
import { variantName } from '#/language/index.ts';
import { useAct } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { Avatar } from '../shared/avatar.tsx';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { Icon, type IconName } from '../shared/icon.tsx';
import { patiently } from '../shared/later.ts';
import { Time } from '../shared/time.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { DiagnosisDialog } from './diagnosis-dialog.tsx';
import { Owners, OwnersDialog } from './owners.tsx';

const SlotsDialog = lazy(patiently(() => import('../slots/slots-dialog.tsx')));

type AccountCardProps = { account: Account; networkName: string; onReconnect: () => void };

const looks: Record<Account['state'], { tone: string; icon: IconName }> = {
  connected: { tone: 'badge--success', icon: 'circle-check' },
  'needs-reconnection': { tone: 'badge--warning', icon: 'warning' },
  retired: { tone: '', icon: 'circle-minus' },
};

export function AccountCard({ account, networkName, onReconnect }: AccountCardProps) {
  const t = useT();
  const [open, setOpen] = useState<'diagnosis' | 'retire' | 'owners' | 'slots' | null>(null);
  const mayConnect = usePermission('account.connect');
  const mayDiagnose = usePermission('account.diagnose');
  const mayAssign = usePermission('account.assign');
  const maySetSlots = usePermission('slot.change');
  const mayRetire = usePermission('account.retire');
  const retire = useAct('retireAccount', {
    onSuccess: () => {
      setOpen(null);
      toast({ text: t('studio:account.retired-toast', { handle: account.handle }) });
    },
  });
  const { tone, icon } = looks[account.state];
  const retired = account.state === 'retired';
  return (
    <li className={retired ? 'card card--sunken' : 'card'}>
      <div className="cluster cluster--apart">
        <div className="byline">
          <Avatar name={account.displayName || account.handle} />
          <div>
            <a className="byline__name" href={account.url} target="_blank" rel="noreferrer">
              {account.displayName || account.handle} <Icon name="external" />
            </a>
            <span className="byline__note">
              {networkName} · {account.handle} · {variantName(account.variant)}
            </span>
          </div>
        </div>
        <span className={`badge ${tone}`}>
          <Icon name={icon} />
          {t(`studio:account.state-${account.state}`)}
        </span>
      </div>
      {account.reasonText && !retired && <p className="account__reason">{account.reasonText}</p>}
      {account.endsAt && account.state === 'connected' && (
        <p className="account__ends">
          {t('studio:account.ends-at')} <Time at={account.endsAt} form="day" />.{' '}
          {t('studio:account.ends-help')}
        </p>
      )}
      {!retired && <Owners account={account} />}
      <div className="card__foot cluster--apart">
        <span className="muted">
          {t('studio:account.connected-at')} <Time at={account.connectedAt} form="day" />
          {account.checkedAt && (
            <>
              {' · '}
              {t('studio:account.checked-at')} <Time at={account.checkedAt} form="distance" />
            </>
          )}
        </span>
        <div className="button-group" role="group" aria-label={account.handle}>
          {mayDiagnose && !retired && (
            <button type="button" className="button button--small" onClick={() => setOpen('diagnosis')}>
              <Icon name="shield" />
              {t('studio:account.diagnose')}
            </button>
          )}
          {maySetSlots && !retired && (
            <button type="button" className="button button--small" onClick={() => setOpen('slots')}>
              <Icon name="clock" />
              {t('studio:account.slots.open')}
            </button>
          )}
          {mayAssign && !retired && (
            <button type="button" className="button button--small" onClick={() => setOpen('owners')}>
              <Icon name="people" />
              {t('studio:account.set-owners')}
            </button>
          )}
          {mayConnect && (
            <button
              type="button"
              className={
                account.state === 'needs-reconnection'
                  ? 'button button--small button--primary'
                  : 'button button--small'
              }
              onClick={onReconnect}
            >
              <Icon name="link" />
              {t('studio:account.reconnect')}
            </button>
          )}
          {mayRetire && !retired && (
            <button
              type="button"
              className="button button--small button--quiet button--danger"
              onClick={() => setOpen('retire')}
            >
              {t('studio:account.retire')}
            </button>
          )}
        </div>
      </div>
      {open === 'owners' && <OwnersDialog account={account} onClose={() => setOpen(null)} />}
      <Suspense>
        {open === 'slots' && <SlotsDialog account={account} onClose={() => setOpen(null)} />}
      </Suspense>
      {open === 'diagnosis' && <DiagnosisDialog account={account} onClose={() => setOpen(null)} />}
      <ConfirmDialog
        title={t('studio:account.retire-title', { handle: account.handle })}
        action={t('studio:account.retire')}
        danger
        isOpen={open === 'retire'}
        isPending={retire.isPending}
        problem={retire.error}
        onConfirm={() => retire.mutate({ params: { accountId: account.id } })}
        onClose={() => setOpen(null)}
      >
        <p>{t('studio:account.retire-text')}</p>
      </ConfirmDialog>
    </li>
  );
}
