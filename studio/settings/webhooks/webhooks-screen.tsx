import { useState } from 'react';
import type { Webhook } from '#/contract/index.ts';
import { useAct, useRead } from '../../api/index.ts';
import { usePermission } from '../../session/institution.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Icon } from '../../shared/icon.tsx';
import { Page } from '../../shared/page.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { Skeleton } from '../../shared/skeleton.tsx';
import { toast } from '../../shared/toast.ts';
import { useT } from '../../words/index.ts';
import { LogDialog } from './log-dialog.tsx';
import { OffDialog, RemoveDialog, RotateDialog } from './webhook-acts.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookRow, type Deed } from './webhook-row.tsx';
import './webhooks.css';

/** Addresses of other programs that are told as soon as something happens. */
export function Component() {
  const t = useT();
  const { data, error, refetch } = useRead('listWebhooks', {});
  const mayManage = usePermission('webhook.manage');
  const [adding, setAdding] = useState(false);
  const [deed, setDeed] = useState<{ deed: Deed; webhook: Webhook } | null>(null);
  const trial = useAct('tryWebhook', {
    changes: ['listWebhookDeliveries'],
    onSuccess: () => toast({ text: t('studio:webhook.tried') }),
  });
  const switchOn = useAct('changeWebhook', {
    changes: ['listWebhooks'],
    onSuccess: () => toast({ text: t('studio:webhook.switched-on') }),
  });
  const begin = (next: Deed, webhook: Webhook) => {
    const { id, url, events, revision } = webhook;
    const params = { webhookId: id };
    if (next === 'try') trial.mutate({ params });
    else if (next === 'switch-on')
      switchOn.mutate({ params, body: { url, events, on: true }, ifMatch: revision });
    else setDeed({ deed: next, webhook });
  };
  const add = mayManage && (
    <button type="button" className="button button--primary" onClick={() => setAdding(true)}>
      <Icon name="plus" />
      {t('studio:webhook.add')}
    </button>
  );
  return (
    <Page
      title={t('studio:settings.webhooks')}
      help="webhook"
      note={t('studio:webhook.note')}
      actions={data && data.items.length > 0 && add}
    >
      <ProblemNote problem={error ?? trial.error ?? switchOn.error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={3} />}
      {data?.items.length === 0 && (
        <EmptyState art="link" title={t('studio:webhook.none')} text={t('studio:webhook.none-text')}>
          {add}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <ul className="rows card card--flush" role="list">
          {data.items.map((webhook) => (
            <WebhookRow
              key={webhook.id}
              webhook={webhook}
              mayManage={mayManage}
              onDeed={(next) => begin(next, webhook)}
            />
          ))}
        </ul>
      )}
      {adding && <WebhookDialog webhook={null} onClose={() => setAdding(false)} />}
      {deed && <DeedDialog {...deed} mayManage={mayManage} onClose={() => setDeed(null)} />}
    </Page>
  );
}

type DeedDialogProps = { deed: Deed; webhook: Webhook; mayManage: boolean; onClose: () => void };

function DeedDialog({ deed, mayManage, ...rest }: DeedDialogProps) {
  if (deed === 'edit') return <WebhookDialog {...rest} />;
  if (deed === 'rotate') return <RotateDialog {...rest} />;
  if (deed === 'switch-off') return <OffDialog {...rest} />;
  if (deed === 'remove') return <RemoveDialog {...rest} />;
  return <LogDialog {...rest} mayManage={mayManage} />;
}
