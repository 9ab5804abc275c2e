import { Link } from 'react-router';
import type { Delivery } from '#/contract/index.ts';
import { useRead } from '../../api/index.ts';
import { DeliveryActs } from '../../delivery/delivery-acts.tsx';
import { useHere } from '../../session/institution.ts';
import { EmptyState, Icon, ProblemNote, Skeleton, StateBadge, Time } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { useComposerState } from '../composer-context.tsx';

/** The post on its way to each account: where it is, why it is not, and the proof that it arrived. */
export function DeliveriesView() {
  const t = useT();
  const postId = useComposerState((state) => state.post?.id ?? '');
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
          {t('studio:delivery.proof')}
        </Link>
      </div>
    </article>
  );
}
