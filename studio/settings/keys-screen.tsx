import { useState } from 'react';
import type { ApiKey } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { Time } from '../shared/time.tsx';
import { toast } from '../shared/toasts.tsx';
import { useT } from '../words/index.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';

/** Keys with which other programs use the API. */
export function Component() {
  const t = useT();
  const { data, error, refetch } = useRead('listApiKeys', {});
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revoke = useAct('revokeApiKey', {
    changes: ['listApiKeys'],
    onSuccess: () => {
      toast({ text: t('studio:key.revoked-toast', { name: revoking?.name ?? '' }) });
      setRevoking(null);
    },
  });
  const add = (
    <button type="button" className="button button--primary" onClick={() => setAdding(true)}>
      <Icon name="plus" />
      {t('studio:key.add')}
    </button>
  );
  return (
    <Page
      title={t('studio:settings.keys')}
      help="api-key"
      note={
        <>
          {t('studio:key.note')} <a href="/api/docs">{t('studio:key.docs')}</a>
        </>
      }
      actions={data && data.items.length > 0 && add}
    >
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={3} />}
      {data?.items.length === 0 && (
        <EmptyState art="link" title={t('studio:key.none')} text={t('studio:key.none-text')}>
          {add}
        </EmptyState>
      )}
      {data && data.items.length > 0 && <KeyTable keys={data.items} onRevoke={setRevoking} />}
      {adding && <NewKeyDialog onClose={() => setAdding(false)} />}
      <ConfirmDialog
        title={t('studio:key.revoke-title', { name: revoking?.name ?? '' })}
        action={t('studio:key.revoke')}
        danger
        isOpen={revoking !== null}
        isPending={revoke.isPending}
        problem={revoke.error}
        onConfirm={() => revoking && revoke.mutate({ params: { keyId: revoking.id } })}
        onClose={() => setRevoking(null)}
      >
        <p>{t('studio:key.revoke-text')}</p>
      </ConfirmDialog>
    </Page>
  );
}

function KeyTable({ keys, onRevoke }: { keys: ApiKey[]; onRevoke: (key: ApiKey) => void }) {
  const t = useT();
  return (
    <div className="card card--flush table--cards">
      <table className="table">
        <caption className="visually-hidden">{t('studio:settings.keys')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio:key.name')}</th>
            <th scope="col">{t('studio:key.role')}</th>
            <th scope="col">{t('studio:key.made')}</th>
            <th scope="col">{t('studio:key.used')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('studio:key.revoke')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td data-label={t('studio:key.role')}>{t(`common:role.${key.role}`)}</td>
              <td data-label={t('studio:key.made')}>
                <Time at={key.createdAt} form="day" />
              </td>
              <td data-label={t('studio:key.used')}>
                {key.lastUsedAt ? <Time at={key.lastUsedAt} form="distance" /> : t('studio:key.never')}
              </td>
              <td className="table__number">
                {key.revokedAt ? (
                  <span className="badge">
                    <Icon name="circle-minus" />
                    {t('studio:key.revoked')}
                  </span>
                ) : (
                  <button
                    type="button"
                    className="button button--small button--danger"
                    aria-label={t('studio:key.revoke-of', { name: key.name })}
                    onClick={() => onRevoke(key)}
                  >
                    {t('studio:key.revoke')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
