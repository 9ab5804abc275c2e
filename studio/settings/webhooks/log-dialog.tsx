import type { Webhook, WebhookDelivery } from '#/contract/index.ts';
import { useAct, useReadPages } from '../../api/index.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Icon, type IconName } from '../../shared/icon.tsx';
import { MoreButton } from '../../shared/more-button.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { Skeleton } from '../../shared/skeleton.tsx';
import { Time } from '../../shared/time.tsx';
import { toast } from '../../shared/toast.ts';
import { useT } from '../../words/index.ts';

const marks: Record<WebhookDelivery['state'], { icon: IconName; tone: string }> = {
  waiting: { icon: 'clock', tone: 'badge' },
  sending: { icon: 'send', tone: 'badge' },
  delivered: { icon: 'check', tone: 'badge badge--success' },
  failed: { icon: 'octagon', tone: 'badge badge--danger' },
};

type LogDialogProps = { webhook: Webhook; mayManage: boolean; onClose: () => void };

/** What was sent to one address, and what it answered. */
export function LogDialog({ webhook, mayManage, onClose }: LogDialogProps) {
  const t = useT();
  const params = { webhookId: webhook.id };
  const pages = useReadPages('listWebhookDeliveries', { params });
  const trial = useAct('tryWebhook', { changes: ['listWebhookDeliveries'] });
  const again = useAct('resendWebhookDelivery', {
    changes: ['listWebhookDeliveries'],
    onSuccess: () => toast({ text: t('studio:webhook.on-its-way') }),
  });
  const test = mayManage && (
    <button
      type="button"
      className="button"
      aria-busy={trial.isPending}
      onClick={() => trial.mutate({ params })}
    >
      <Icon name="send" />
      {t('studio:webhook.try')}
    </button>
  );
  return (
    <Dialog title={t('studio:webhook.log')} size="wide" isOpen onClose={onClose}>
      <div className="stack">
        <p className="webhook__address">{webhook.url}</p>
        <ProblemNote
          problem={pages.error ?? trial.error ?? again.error}
          onRetry={() => void pages.refetch()}
        />
        {pages.isPending && <Skeleton rows={3} />}
        {pages.data && pages.items.length === 0 && (
          <EmptyState title={t('studio:webhook.log-none')} text={t('studio:webhook.log-none-text')}>
            {test}
          </EmptyState>
        )}
        {pages.items.length > 0 && (
          <>
            <div className="cluster">{test}</div>
            <ul className="rows card card--flush" role="list">
              {pages.items.map((message) => (
                <MessageRow
                  key={message.id}
                  message={message}
                  busy={again.isPending && again.variables.params.messageId === message.id}
                  onAgain={
                    mayManage && webhook.state === 'on'
                      ? () => again.mutate({ params: { ...params, messageId: message.id } })
                      : undefined
                  }
                />
              ))}
            </ul>
          </>
        )}
        <MoreButton pages={pages} />
      </div>
    </Dialog>
  );
}

type MessageRowProps = { message: WebhookDelivery; busy: boolean; onAgain: (() => void) | undefined };

function MessageRow({ message, busy, onAgain }: MessageRowProps) {
  const t = useT();
  const { state, eventText, attempts, nextAttemptAt, status, answer, troubleText } = message;
  return (
    <li className="rows__row">
      <div className="rows__main">
        <strong>{eventText}</strong>
        <p className="rows__note">
          <Time at={message.at} />
          {attempts > 0 && ` · ${t('studio:webhook.attempts', { count: attempts })}`}
          {nextAttemptAt && (
            <>
              {' · '}
              {t('studio:webhook.next')} <Time at={nextAttemptAt} form="distance" />
            </>
          )}
        </p>
        {troubleText && <p className="rows__note">{troubleText}</p>}
        {status !== null && (
          <p className="rows__note">
            {t('studio:webhook.answer')}{' '}
            <code className="webhook__address">{`${status} ${answer}`.trim()}</code>
          </p>
        )}
      </div>
      <span className="cluster">
        <span className={marks[state].tone}>
          <Icon name={marks[state].icon} />
          {t(`studio:webhook.message.${state}`)}
        </span>
        {onAgain && state !== 'sending' && (
          <button
            type="button"
            className="button button--small"
            aria-busy={busy}
            aria-label={t('studio:webhook.again-of', { event: eventText })}
            onClick={onAgain}
          >
            <Icon name="retry" />
            {t('studio:webhook.again')}
          </button>
        )}
      </span>
    </li>
  );
}
