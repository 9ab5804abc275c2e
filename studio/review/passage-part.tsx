import type { Post, ReviewAnswer } from '#/contract/index.ts';
import { Icon, Time } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { namesOf, PathPicture } from './path-picture.tsx';

/** Where a post stands on its path: who was asked, who said what, until when the step has time. */
export function PassagePart({ post }: { post: Post }) {
  const t = useT();
  const { review } = post;
  const answers = review.answers.filter(({ reviewId }) => reviewId === review.id);
  const at = review.step ?? (review.outcome === 'approved' ? review.path.steps.length + 1 : null);
  return (
    <section className="panel" aria-labelledby="passage">
      <h2 className="panel__title" id="passage">
        <Icon name="seal" />
        {review.path.name || t('review:path.house')}
      </h2>
      {review.urgent && (
        <p className="banner banner--warning passage__urgent">
          <Icon name="clock-alert" />
          <span className="banner__body">
            <strong>{t('review:urgent')}:</strong> {review.urgent}
          </span>
        </p>
      )}
      <PathPicture steps={review.path.steps} names={namesOf(review)} at={at} label={t('review:path.title')} />
      {review.deadlineAt && (
        <p className="panel__note">
          {t('review:list.answer-by')} <Time at={review.deadlineAt} /> (
          <Time at={review.deadlineAt} form="distance" />)
        </p>
      )}
      {review.turn?.onBehalfOf && (
        <p className="panel__note">
          {t('review:screen.you-sign-for', { name: review.turn.onBehalfOf.name })}
        </p>
      )}
      {answers.length > 0 && (
        <ul role="list" className="passage__answers">
          {answers.map((answer) => (
            <AnswerLine key={answer.id} answer={answer} />
          ))}
        </ul>
      )}
    </section>
  );
}

function AnswerLine({ answer }: { answer: ReviewAnswer }) {
  const t = useT();
  const who = answer.outside?.name ?? answer.by?.name ?? t('studio:composer.somebody');
  return (
    <li>
      <p className="passage__who">
        <Icon name={answer.answer === 'sent-back' ? 'undo' : 'check'} />
        <span>
          <strong>{who}</strong>
          {answer.onBehalfOf && <> {t('review:answer.for', { name: answer.onBehalfOf.name })}</>}
          {answer.outside && <> ({answer.outside.email})</>} {t(`review:answer.${answer.answer}`)},{' '}
          <Time at={answer.at} />
        </span>
      </p>
      {answer.text && <p className="passage__said">{answer.text}</p>}
    </li>
  );
}
