import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import type { Delivery } from '#/contract/index.ts';
import { useRead } from '../../api/index.ts';
import { DeliveryActs } from '../../delivery/delivery-acts.tsx';
import { useHere, usePermission } from '../../session/institution.ts';
import { EmptyState, Icon, ProblemNote, Skeleton, StateBadge, Time } from '../../shared/index.ts';
import { patiently } from '../../shared/later.ts';
import { useT, withWords } from '../../words/index.ts';
import { useComposerState } from '../composer-context.tsx';

const ClicksPart = lazy(patiently(withWords(['studio/links'], () => import('../links/clicks-part.tsx'))));

/** The post on its way to each account: where it is, why it is not, and the proof that it arrived. */
export function DeliveriesView() {
  const t = useT();
  const postId = useComposerState((state) => state.post?.id ?? '');
  const hasShort = useComposerState(
    ({ post }) => post?.content.links?.out.some(({ target }) => target !== null) ?? false,
  );
  const mayRead = usePermission('link.read');
  const { data, error, isPending, refetch } = useRead('listPostDeliveries', { params: { postId } });
  return (
    <div className="stack">
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {isPending && <Skeleton kind="cards" rows={2} />}
      {data?.items.length === 0 && (
        <EmptyState
          art="desk"
          title={t('studio:composer.deliveries.none')}
          text={t('studio:composer.deliveries.none-text')}
        />
      )}
      {data?.items.map((delivery) => (
        <DeliveryCard key={delivery.id} delivery={delivery} />
      ))}
      {hasShort && mayRead && (
        <Suspense fallback={null}>
          <ClicksPart postId={postId} />
        </Suspense>
      )}
    </div>
  );
}

function DeliveryCard({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const here = useHere();
  const { account } = delivery;
  return (
    <article className="card stack stack--tight">
      <div className="cluster cluster--apart">
        <h2 className="card__title">
          {account.networkName} · {account.handle} <span className="muted">({delivery.variant})</span>
        </h2>
        <span className="cluster">
          {delivery.late && <StateBadge state="late" />}
          {delivery.held && <StateBadge state="held" />}
          <StateBadge state={delivery.state} />
        </span>
      </div>
      <p className="card__meta">
        <span>
          {t('studio:delivery.due')} <Time at={delivery.dueAt} />
        </span>
        {delivery.publishedAt && (
          <span>
            {t('studio:composer.deliveries.out')} <Time at={delivery.publishedAt} />
          </span>
        )}
        <span>{t('studio:composer.history.version', { no: delivery.version })}</span>
      </p>
      {delivery.reasonText && <p>{delivery.reasonText}</p>}
      {delivery.nextStep && (
        <p>
          <strong>{t('studio:delivery.next-step')}</strong> {delivery.nextStep}
        </p>
      )}
      <div className="cluster">
        {delivery.url && (
          <a className="button button--small" href={delivery.url} target="_blank" rel="noreferrer">
            <Icon name="external" />
            {t('studio:delivery.see', { network: account.networkName })}
          </a>
        )}
        <DeliveryActs delivery={delivery} />
        <Link className="button button--small button--quiet" to={here(`deliveries/${delivery.id}`)}>
          {t(delivery.state === 'handed-over' ? 'studio:by-hand.open' : 'studio:delivery.proof')}
        </Link>
      </div>
    </article>
  );
}
