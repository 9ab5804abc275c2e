import { useState } from 'react';
import type { Delivery } from '#/contract/index.ts';
import { isProblem, useAct } from '../api/index.ts';
import { Dialog } from '../shared/dialog.tsx';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';

/** Whoever has published by hand says where it is: their word is the proof. */
export function ReportDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const t = useT();
  const [url, setUrl] = useState('');
  const answer = useAct('answerDelivery', {
    onSuccess: () => {
      toast({ text: t('studio:delivery.answered-there') });
      onClose();
    },
  });
  const params = { deliveryId: delivery.id };
  return (
    <Dialog title={t('studio:by-hand.done-title')} isOpen onClose={onClose}>
      <Form
        className="stack"
        onSubmit={() => answer.mutate({ params, body: { published: true, url: url.trim() } })}
      >
        <p>{t('studio:by-hand.done-text', { network: delivery.account.networkName })}</p>
        <TextField
          label={t('studio:delivery.url')}
          type="url"
          value={url}
          onChange={setUrl}
          error={isProblem(answer.error) ? answer.error.faultAt('/url') : undefined}
        />
        <ProblemNote problem={answer.error} />
        <div className="dialog__foot">
          <button
            type="submit"
            className="button button--primary"
            aria-busy={answer.isPending}
            aria-disabled={answer.isPending}
          >
            {t('studio:by-hand.done-send')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('common:action.cancel')}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
