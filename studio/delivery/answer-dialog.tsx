import { useId, useState } from 'react';
import type { Delivery } from '#/contract/index.ts';
import { isProblem, useAct } from '../api/index.ts';
import { Dialog } from '../shared/dialog.tsx';
import { TextField } from '../shared/field.tsx';
import { Form, useFieldFault } from '../shared/form.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';

/** The one question that a network which cannot be asked leaves to a person: is the post there? */
export function AnswerDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const t = useT();
  const choiceId = useId();
  const [there, setThere] = useState<boolean | null>(null);
  const [url, setUrl] = useState('');
  const answer = useAct('answerDelivery', {
    onSuccess: (_, { body }) => {
      toast({
        text: t(body.published ? 'studio:delivery.answered-there' : 'studio:delivery.answered-absent'),
      });
      onClose();
    },
  });
  const { account } = delivery;
  return (
    <Dialog title={t('studio:delivery.question', { network: account.networkName })} isOpen onClose={onClose}>
      <Form
        className="stack"
        onSubmit={() => {
          if (there !== null) {
            answer.mutate({
              params: { deliveryId: delivery.id },
              body: { published: there, url: there ? url.trim() : '' },
            });
          }
        }}
      >
        <p>{t('studio:delivery.question-text', { account: account.handle, title: delivery.postTitle })}</p>
        <fieldset className="choices">
          <legend className="visually-hidden">
            {t('studio:delivery.question', { network: account.networkName })}
          </legend>
          <label className="choice-card">
            <input
              id={choiceId}
              type="radio"
              name="there"
              checked={there === true}
              onChange={() => setThere(true)}
              required
            />
            <span>
              <strong>{t('studio:delivery.there')}</strong>
              <br />
              <span className="muted">{t('studio:delivery.there-note')}</span>
            </span>
          </label>
          <label className="choice-card">
            <input type="radio" name="there" checked={there === false} onChange={() => setThere(false)} />
            <span>
              <strong>{t('studio:delivery.absent')}</strong>
              <br />
              <span className="muted">{t('studio:delivery.absent-note')}</span>
            </span>
          </label>
          <ChoiceFault id={choiceId} />
        </fieldset>
        {there === true && (
          <TextField
            label={t('studio:delivery.url')}
            optional
            type="url"
            value={url}
            onChange={setUrl}
            error={isProblem(answer.error) ? answer.error.faultAt('/url') : undefined}
          />
        )}
        <ProblemNote problem={answer.error} />
        <div className="dialog__foot">
          <button
            type="submit"
            className="button button--primary"
            aria-busy={answer.isPending}
            aria-disabled={answer.isPending || there === null}
          >
            {t('studio:delivery.answer-send')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('common:action.cancel')}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}

/** Nothing is chosen yet. */
function ChoiceFault({ id }: { id: string }) {
  const fault = useFieldFault(id);
  return (
    <p className={fault ? 'field__error' : undefined} role="alert">
      {fault}
    </p>
  );
}
