import { Link } from 'react-router';
import type { WaitingReview } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import { useHere } from '../session/institution.ts';
import { EmptyState, Icon, Page, ProblemNote, Skeleton, Time } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import './passage.css';

/** What waits for my answer: urgent first, then by the nearest of deadline and due time, as the server orders it. */
export function Component() {
  const t = useT();
  const here = useHere();
  const { data, error, refetch } = useRead('listReviews', {}, { refetchInterval: 60_000 });
  return (
    <Page title={t('studio:place.review')} note={t('review:list.note')}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton kind="cards" rows={3} />}
      {data?.items.length === 0 && (
        <EmptyState art="desk" title={t('review:list.empty')} text={t('review:list.empty-text')}>
          <Link className="button" to={here('posts')}>
            {t('studio:place.posts')}
          </Link>
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <ul className="rows card card--flush" role="list">
          {data.items.map((item) => (
            <Row key={item.postId} item={item} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Row({ item }: { item: WaitingReview }) {
  const t = useT();
  const here = useHere();
  return (
    <li className="rows__row waiting-review">
      {item.thumbnailUrl && <img className="waiting-review__picture" src={item.thumbnailUrl} alt="" />}
      <div className="rows__main">
        <Link
          className="rows__title"
          to={here(item.edits ? `posts/${item.postId}?view=write` : `review/${item.postId}`)}
        >
          {item.title || t('studio:post.untitled')}
        </Link>
        <p className="rows__note">{item.excerpt}</p>
        <p className="rows__note">
          {t('review:list.step', { step: item.step, steps: item.steps })}
          {item.stepName && <> · {item.stepName}</>}
          {item.author && <> · {item.author.name}</>}
          {item.reference && <> · {item.reference}</>}
          {item.onBehalfOf && <> · {t('review:list.for', { name: item.onBehalfOf.name })}</>}
        </p>
        <p className="rows__note">
          {item.dueAt && (
            <>
              {t('review:list.goes-out')} <Time at={item.dueAt} />
            </>
          )}
          {item.deadlineAt && (
            <>
              {' · '}
              <strong>
                {t('review:list.answer-by')} <Time at={item.deadlineAt} /> (
                <Time at={item.deadlineAt} form="distance" />)
              </strong>
            </>
          )}
        </p>
      </div>
      {item.urgent && (
        <span className="badge badge--late">
          <Icon name="clock-alert" />
          {t('review:urgent')}
        </span>
      )}
    </li>
  );
}
