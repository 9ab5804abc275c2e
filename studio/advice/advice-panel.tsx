import { useState } from 'react';
import type { Consultation } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { useMe } from '../session/me.ts';
import { ConfirmDialog, Icon, Time, toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { AnswerForm } from './answer-form.tsx';
import { AskDialog } from './ask-dialog.tsx';

/** What advisers were asked about a post, and what they said. For an adviser: their own question, and where to answer. */
export function AdvicePanel({ postId }: { postId: string }) {
  const t = useT();
  const mayAsk = usePermission('post.consult');
  const [asking, setAsking] = useState(false);
  const consultations = useRead('getPost', { params: { postId } }).data?.consultations ?? [];
  if (consultations.length === 0 && !mayAsk) return null;
  return (
    <section className="panel" aria-labelledby="advice">
      <div className="cluster cluster--apart">
        <h2 className="panel__title" id="advice">
          <Icon name="people" />
          {t('studio:advice.title')}
        </h2>
        {mayAsk && (
          <button type="button" className="button button--small" onClick={() => setAsking(true)}>
            <Icon name="plus" />
            {t('studio:advice.ask')}
          </button>
        )}
      </div>
      {consultations.length === 0 && <p className="muted">{t('studio:advice.none')}</p>}
      <ul className="rows" role="list">
        {consultations.map((consultation) => (
          <Question key={consultation.id} consultation={consultation} />
        ))}
      </ul>
      {asking && <AskDialog postId={postId} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Question({ consultation }: { consultation: Consultation }) {
  const t = useT();
  const me = useMe();
  const { person, askedBy, question, answer, answerBy, answeredAt, endedAt } = consultation;
  const mine = person.id === me.id;
  return (
    <li className="rows__row">
      <div className="rows__main">
        <p className="rows__note">
          {t('studio:advice.asked', { asker: askedBy?.name ?? '', person: person.name })}{' '}
          <Time at={consultation.askedAt} />
          {answerBy && answer === null && !endedAt && (
            <>
              {' · '}
              {t('studio:advice.by')} <Time at={answerBy} />
            </>
          )}
        </p>
        <p className="composer__remark">{question}</p>
        {answer !== null && (
          <div className="card card--sunken">
            <p className="composer__remark">{answer}</p>
            <p className="muted">
              {person.name}
              {answeredAt && (
                <>
                  {' · '}
                  <Time at={answeredAt} />
                </>
              )}
            </p>
          </div>
        )}
        {mine && !endedAt && <AnswerForm consultation={consultation} />}
      </div>
      {endedAt ? (
        <span className="badge">
          <Icon name="circle-minus" />
          {t('studio:advice.closed')}
        </span>
      ) : (
        !mine && <CloseButton consultation={consultation} />
      )}
    </li>
  );
}

function CloseButton({ consultation: { id, person } }: { consultation: Consultation }) {
  const t = useT();
  const mayAsk = usePermission('post.consult');
  const [asks, setAsks] = useState(false);
  const end = useAct('endConsultation', {
    changes: ['getPost'],
    onSuccess: () => {
      toast({ text: t('studio:advice.closed-toast', { person: person.name }) });
      setAsks(false);
    },
  });
  if (!mayAsk) return null;
  return (
    <>
      <button
        type="button"
        className="button button--small"
        aria-label={t('studio:advice.close-of', { person: person.name })}
        onClick={() => setAsks(true)}
      >
        {t('studio:advice.close')}
      </button>
      <ConfirmDialog
        title={t('studio:advice.close-title', { person: person.name })}
        action={t('studio:advice.close')}
        isOpen={asks}
        isPending={end.isPending}
        problem={end.error}
        onConfirm={() => end.mutate({ params: { consultationId: id } })}
        onClose={() => setAsks(false)}
      >
        <p>{t('studio:advice.close-text')}</p>
      </ConfirmDialog>
    </>
  );
}
