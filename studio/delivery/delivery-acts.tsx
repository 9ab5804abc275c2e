import { useState } from 'react';
import type { Delivery } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';

/** What a person can do about a delivery now: try again, say whether or where it is, give it up. */
export function DeliveryActs({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const [asking, setAsking] = useState<'answer' | 'give-up' | null>(null);
  const params = { deliveryId: delivery.id };
  const retry = useAct('retryDelivery', {
    onSuccess: () => toast({ text: t('studio:delivery.retrying') }),
  });
  const end = useAct('giveUpDelivery', {
    onSuccess: () => {
      setAsking(null);
      toast({ text: t('studio:delivery.given-up') });
    },
  });
  const can = (act: string) => delivery.can.includes(act);
  const isByHand = delivery.state === 'handed-over';
  if (delivery.can.length === 0) return null;
  return (
    <>
      <ProblemNote problem={retry.error} />
      <div className="button-group">
        {can('answer') && (
          <button type="button" className="button button--small" onClick={() => setAsking('answer')}>
            <Icon name={isByHand ? 'check' : 'question'} />
            {t(isByHand ? 'studio:by-hand.done' : 'studio:delivery.answer')}
          </button>
        )}
        {can('answer') && isByHand && <AgainButton delivery={delivery} />}
        {can('retry') && (
          <button
            type="button"
            className="button button--small"
            aria-busy={retry.isPending}
            aria-disabled={retry.isPending}
            onClick={() => !retry.isPending && retry.mutate({ params })}
          >
            <Icon name="retry" />
            {t('common:action.retry')}
          </button>
        )}
        {can('give-up') && (
          <button
            type="button"
            className="button button--small button--quiet button--danger"
            onClick={() => setAsking('give-up')}
          >
            {t('studio:delivery.give-up')}
          </button>
        )}
      </div>
      {asking === 'answer' && !isByHand && (
        <AnswerDialog delivery={delivery} onClose={() => setAsking(null)} />
      )}
      {asking === 'answer' && isByHand && (
        <ReportDialog delivery={delivery} onClose={() => setAsking(null)} />
      )}
      <ConfirmDialog
        title={t('studio:delivery.give-up-title')}
        action={t('studio:delivery.give-up')}
        danger
        isOpen={asking === 'give-up'}
        isPending={end.isPending}
        problem={end.error}
        onConfirm={() => end.mutate({ params })}
        onClose={() => setAsking(null)}
      >
        <p>{t('studio:delivery.give-up-text', { account: delivery.account.handle })}</p>
      </ConfirmDialog>
    </>
  );
}

/** The draft at the network is gone, or the task has to begin anew. */
function AgainButton({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const again = useAct('answerDelivery', {
    onSuccess: () => toast({ text: t('studio:by-hand.again-done') }),
  });
  const send = () =>
    again.mutate({ params: { deliveryId: delivery.id }, body: { published: false, url: '' } });
  return (
    <button
      type="button"
      className="button button--small button--quiet"
      aria-busy={again.isPending}
      aria-disabled={again.isPending}
      onClick={() => !again.isPending && send()}
    >
      <Icon name="retry" />
      {t('studio:by-hand.again')}
    </button>
  );
}
