import { useState } from 'react';
import type { ApiKey } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { KeyTable } from './key-table.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';
import './keys.css';

/** Keys with which other programs use the API. */
export function Component() {
  const t = useT();
  const { data, error, refetch } = useRead('listApiKeys', {});
  const mayManage = usePermission('api-key.manage');
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revoke = useAct('revokeApiKey', {
    changes: ['listApiKeys'],
    onSuccess: () => {
      toast({ text: t('studio:key.revoked-toast', { name: revoking?.name ?? '' }) });
      setRevoking(null);
    },
  });
  const add = mayManage && (
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
      {data && data.items.length > 0 && (
        <KeyTable keys={data.items} onRevoke={mayManage ? setRevoking : undefined} />
      )}
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
