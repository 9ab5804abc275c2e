import { useEffect } from 'react';
import type { Account, Diagnosis } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { Dialog } from '../shared/dialog.tsx';
import { Icon, type IconName } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { useT } from '../words/index.ts';

type State = Diagnosis['checks'][number]['state'];
const icons: Record<State, IconName> = { good: 'circle-check', warning: 'warning', bad: 'octagon' };
const tones: Record<State, string> = {
  good: 'badge--success',
  warning: 'badge--warning',
  bad: 'badge--danger',
};

/** Asks the network at once whether all is well with an account. */
export function DiagnosisDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useT();
  const { mutate, data, error, isPending } = useAct('diagnoseAccount', { changes: ['listAccounts'] });
  const params = { accountId: account.id };
  const ask = () => mutate({ params });
  useEffect(() => mutate({ params: { accountId: account.id } }), [mutate, account.id]);
  return (
    <Dialog title={t('studio:account.diagnosis', { handle: account.handle })} isOpen onClose={onClose}>
      <ProblemNote problem={error} onRetry={ask} />
      {isPending && <Skeleton rows={3} />}
      {data && !isPending && (
        <ul className="stack" role="list">
          {data.checks.map((check) => (
            <li key={check.label} className="check-line">
              <span className={`badge ${tones[check.state]}`}>
                <Icon name={icons[check.state]} />
                {t(`studio:account.check-${check.state}`)}
              </span>
              <span>
                {check.label}
                {check.reason && <span className="byline__note">{check.reason}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
