import { useState } from 'react';
import type { Webhook } from '#/contract/index.ts';
import { useAct } from '../../api/index.ts';
import { ConfirmDialog } from '../../shared/confirm-dialog.tsx';
import { toast } from '../../shared/toast.ts';
import { useT } from '../../words/index.ts';
import { SecretDialog } from './secret-dialog.tsx';

type ActProps = { webhook: Webhook; onClose: () => void };

/** A new secret, with or without a day in which the old one holds too. */
export function RotateDialog({ webhook, onClose }: ActProps) {
  const t = useT();
  const [keepOld, setKeepOld] = useState(true);
  const rotate = useAct('rotateWebhookSecret', { changes: ['listWebhooks'] });
  if (rotate.data) return <SecretDialog secret={rotate.data.secret} onClose={onClose} />;
  return (
    <ConfirmDialog
      title={t('studio:webhook.rotate-title')}
      action={t('studio:webhook.rotate-do')}
      isOpen
      isPending={rotate.isPending}
      problem={rotate.error}
      onConfirm={() =>
        rotate.mutate({
          params: { webhookId: webhook.id },
          body: { keepOld },
          ifMatch: webhook.revision,
        })
      }
      // The answer holds the only copy of the new secret.
      onClose={() => !rotate.isPending && onClose()}
    >
      <div className="stack">
        <p>{t('studio:webhook.rotate-text')}</p>
        <label className="choice-card">
          <span className="check">
            <input type="checkbox" checked={keepOld} onChange={({ target }) => setKeepOld(target.checked)} />
          </span>
          <span>
            <strong>{t('studio:webhook.keep-old')}</strong>
            <br />
            <span className="muted">{t('studio:webhook.keep-old-hint')}</span>
          </span>
        </label>
      </div>
    </ConfirmDialog>
  );
}

export function OffDialog({ webhook, onClose }: ActProps) {
  const t = useT();
  const { id, url, events, revision } = webhook;
  const change = useAct('changeWebhook', {
    changes: ['listWebhooks'],
    onSuccess: () => {
      toast({ text: t('studio:webhook.switched-off') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:webhook.off-title')}
      action={t('studio:webhook.switch-off')}
      danger
      isOpen
      isPending={change.isPending}
      problem={change.error}
      onConfirm={() =>
        change.mutate({ params: { webhookId: id }, body: { url, events, on: false }, ifMatch: revision })
      }
      onClose={onClose}
    >
      <p className="webhook__address">{t('studio:webhook.off-text', { address: url })}</p>
    </ConfirmDialog>
  );
}

export function RemoveDialog({ webhook, onClose }: ActProps) {
  const t = useT();
  const remove = useAct('removeWebhook', {
    changes: ['listWebhooks'],
    onSuccess: () => {
      toast({ text: t('studio:webhook.removed') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:webhook.remove-title')}
      action={t('studio:webhook.remove')}
      danger
      isOpen
      isPending={remove.isPending}
      problem={remove.error}
      onConfirm={() => remove.mutate({ params: { webhookId: webhook.id } })}
      onClose={onClose}
    >
      <p className="webhook__address">{t('studio:webhook.remove-text', { address: webhook.url })}</p>
    </ConfirmDialog>
  );
}
