import { useState } from 'react';
import type { Delivery } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { AnswerDialog } from './answer-dialog.tsx';

/** What a person can do about a delivery now: try again, say whether it is there, give it up. */
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
  if (delivery.can.length === 0) return null;
  return (
    <>
      <ProblemNote problem={retry.error} />
      <div className="button-group">
        {can('answer') && (
          <button type="button" className="button button--small" onClick={() => setAsking('answer')}>
            <Icon name="question" />
            {t('studio:delivery.answer')}
          </button>
        )}
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
      {asking === 'answer' && <AnswerDialog delivery={delivery} onClose={() => setAsking(null)} />}
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
