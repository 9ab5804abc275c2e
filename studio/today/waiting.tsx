import { Link } from 'react-router';
import type { Result } from '../api/index.ts';
import { useHere } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { StateBadge, type AnyState } from '../shared/state-badge.tsx';
import { Time, useNow } from '../shared/time.tsx';
import { useT } from '../words/index.ts';

type Item = Result<'getToday'>['waiting'][number];

const stateOf: Record<Exclude<Item['why'], 'step'>, AnyState> = {
  review: 'in-review',
  'sent-back': 'sent-back',
  expired: 'expired',
  'approved-unscheduled': 'approved',
  'seal-broken': 'in-review',
  'my-draft': 'draft',
  asked: 'in-review',
};

/** What this person alone can move on, the most urgent first as the server orders it. */
export function Waiting({ items }: { items: Item[] }) {
  const t = useT();
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">
        {t('studio:today.waiting')}{' '}
        {items.length > 0 && <span className="badge badge--count">{items.length}</span>}
      </h2>
      {items.length === 0 ? (
        <p className="card card--sunken today__none">
          <Icon name="circle-check" />
          {t('studio:today.nothing-waits')}
        </p>
      ) : (
        <ul className="rows card card--flush today__waiting" role="list">
          {items.map((item) => (
            <WaitingRow key={`${item.postId} ${item.why} ${item.step ?? ''}`} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function WaitingRow({ item }: { item: Item }) {
  const t = useT();
  const here = useHere();
  const now = useNow();
  const until = item.untilAt ?? item.dueAt;
  const late = until !== null && new Date(until) < now;
  return (
    <li className="rows__row">
      <div className="rows__main">
        <Link className="rows__title" to={here(placeOf(item))}>
          {item.title || t('studio:post.untitled')}
        </Link>
        <p className="rows__note">
          {item.step
            ? t('studio:today.why-step', { step: t(`common:deadline.${item.step}`) })
            : t(`studio:today.why-${item.why as Exclude<Item['why'], 'step'>}`)}
          {item.author && <> · {item.author.name}</>}
          {item.untilAt && (
            <>
              {' · '}
              <strong>
                {t('studio:today.until')} <Time at={item.untilAt} /> (
                <Time at={item.untilAt} form="distance" />)
              </strong>
            </>
          )}
          {item.dueAt && (
            <>
              {' · '}
              {t('studio:today.goes-out')} <Time at={item.dueAt} />
              {!item.untilAt && (
                <>
                  {' '}
                  (<Time at={item.dueAt} form="distance" />)
                </>
              )}
            </>
          )}
        </p>
      </div>
      <span className="cluster">
        {late && <StateBadge state="late" />}
        {item.why !== 'step' && <StateBadge state={stateOf[item.why]} />}
      </span>
    </li>
  );
}

/** An answer is given on the page that shows exactly what goes out. */
const placeOf = ({ why, postId }: Item): string => `${why === 'review' ? 'review' : 'posts'}/${postId}`;
