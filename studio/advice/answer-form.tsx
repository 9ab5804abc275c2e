import { useState } from 'react';
import type { Consultation } from '#/contract/index.ts';
import { isProblem, useAct } from '../api/index.ts';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { ProblemNote, toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';

/** Where an adviser says what they were asked for; until the question is closed they can say it anew. */
export function AnswerForm({ consultation }: { consultation: Consultation }) {
  const t = useT();
  const [answer, setAnswer] = useState(consultation.answer ?? '');
  const send = useAct('answerConsultation', {
    changes: ['getPost', 'getToday'],
    onSuccess: () => toast({ text: t('studio:advice.answered-toast') }),
  });
  return (
    <Form
      className="stack"
      onSubmit={() => {
        send.mutate({ params: { consultationId: consultation.id }, body: { answer } });
      }}
    >
      <TextField
        label={t('studio:advice.answer')}
        value={answer}
        onChange={setAnswer}
        error={isProblem(send.error) ? send.error.faultAt('/answer') : undefined}
        maxLength={5000}
        multiline
        required
      />
      <ProblemNote problem={send.error} />
      <div>
        <button type="submit" className="button button--primary" aria-busy={send.isPending}>
          {t(consultation.answer === null ? 'studio:advice.send' : 'studio:advice.send-again')}
        </button>
      </div>
    </Form>
  );
}
