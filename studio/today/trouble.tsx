import { Link } from 'react-router';
import type { Delivery } from '#/contract/index.ts';
import { DeliveryActs } from '../delivery/delivery-acts.tsx';
import { useHere } from '../session/institution.ts';
import { StateBadge } from '../shared/state-badge.tsx';
import { Time } from '../shared/time.tsx';
import { useT } from '../words/index.ts';

/** What did not go as it should, or what a person is to publish: the cause, the next step, and the buttons for it. */
export function Trouble({ deliveries }: { deliveries: Delivery[] }) {
  const isByHand = ({ state }: Delivery) => state === 'handed-over';
  const byHand = deliveries.filter(isByHand);
  const wrong = deliveries.filter((delivery) => !isByHand(delivery));
  return (
    <>
      {byHand.length > 0 && <List of="by-hand" deliveries={byHand} />}
      {wrong.length > 0 && <List of="trouble" deliveries={wrong} />}
    </>
  );
}

function List({ of, deliveries }: { of: 'trouble' | 'by-hand'; deliveries: Delivery[] }) {
  const t = useT();
  return (
    <section aria-labelledby={of}>
      <h2 id={of}>
        {t(`studio:today.${of}`)}{' '}
        <span className={`badge badge--count${of === 'trouble' ? ' today__alarm' : ''}`}>
          {deliveries.length}
        </span>
      </h2>
      <ul className={`rows card card--flush${of === 'trouble' ? ' today__trouble' : ''}`} role="list">
        {deliveries.map((delivery) => (
          <TroubleRow key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </section>
  );
}

function TroubleRow({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const here = useHere();
  const isByHand = delivery.state === 'handed-over';
  return (
    <li className="rows__row rows__row--tall stack stack--tight">
      <div className="cluster cluster--apart">
        <Link className="rows__title" to={here(`posts/${delivery.postId}`)}>
          {delivery.postTitle || t('studio:post.untitled')}
        </Link>
        <span className="cluster">
          {delivery.late && delivery.state !== 'failed' && <StateBadge state="late" />}
          <StateBadge state={delivery.state} />
        </span>
      </div>
      <p className="rows__note">
        {delivery.account.networkName} · {delivery.account.handle} · {t('studio:delivery.due')}{' '}
        <Time at={delivery.dueAt} />
      </p>
      {delivery.reasonText && <p>{delivery.reasonText}</p>}
      {delivery.nextStep && (
        <p>
          <strong>{t('studio:delivery.next-step')}</strong> {delivery.nextStep}
        </p>
      )}
      <div className="cluster">
        <DeliveryActs delivery={delivery} />
        {delivery.state === 'blocked' && (
          <Link className="button button--small" to={here('accounts')}>
            {t('studio:place.accounts')}
          </Link>
        )}
        {isByHand ? (
          <Link className="button button--small button--primary" to={here(`deliveries/${delivery.id}`)}>
            {t('studio:by-hand.open')}
          </Link>
        ) : (
          <Link className="button button--small button--quiet" to={here(`deliveries/${delivery.id}`)}>
            {t('studio:delivery.details')}
          </Link>
        )}
      </div>
    </li>
  );
}
