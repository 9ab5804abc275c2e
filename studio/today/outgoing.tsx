import { useId } from 'react';
import { Link } from 'react-router';
import type { Delivery } from '#/contract/index.ts';
import { useHere } from '../session/institution.ts';
import { StateBadge } from '../shared/state-badge.tsx';
import { Time } from '../shared/time.tsx';
import { useT } from '../words/index.ts';

type OutgoingProps = { title: string; nothing: string; deliveries: Delivery[] };

/** Deliveries by the clock; a post that goes to several accounts at one time is one line. */
export function Outgoing({ title, nothing, deliveries }: OutgoingProps) {
  const id = useId();
  const groups = Map.groupBy(
    deliveries,
    (one) => `${one.postId} ${one.publishedAt ? '' : one.dueAt} ${one.state}`,
  );
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {deliveries.length === 0 ? (
        <p className="muted">{nothing}</p>
      ) : (
        <ul className="rows card card--flush" role="list">
          {[...groups].map(([key, group]) => (
            <OutgoingRow key={key} deliveries={group} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OutgoingRow({ deliveries }: { deliveries: Delivery[] }) {
  const t = useT();
  const here = useHere();
  const first = deliveries[0];
  if (!first) return null;
  return (
    <li className="rows__row">
      <span className="rows__time">
        <Time at={first.publishedAt ?? first.dueAt} form="time" />
      </span>
      <div className="rows__main">
        <Link className="rows__title" to={here(`posts/${first.postId}`)}>
          {first.postTitle || t('studio:post.untitled')}
        </Link>
        <ul className="rows__note rows__accounts" role="list">
          {deliveries.map((delivery) => (
            <li key={delivery.id}>
              <Link to={here(`deliveries/${delivery.id}`)}>
                {delivery.account.networkName} {delivery.account.handle}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <StateBadge state={first.held ? 'held' : first.late ? 'late' : first.state} />
    </li>
  );
}
