import { Link } from 'react-router';
import type { Result } from '../api/index.ts';
import { useHere } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { StateBadge, type AnyState } from '../shared/state-badge.tsx';
import { Time, useNow } from '../shared/time.tsx';
import { useT } from '../words/index.ts';

type Item = Result<'getToday'>['waiting'][number];

const stateOf: Record<Item['why'], AnyState> = {
  review: 'in-review',
  'sent-back': 'sent-back',
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
            <WaitingRow key={`${item.postId} ${item.why}`} item={item} />
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
  const late = item.dueAt !== null && new Date(item.dueAt) < now;
  return (
    <li className="rows__row">
      <div className="rows__main">
        <Link className="rows__title" to={here(`posts/${item.postId}`)}>
          {item.title || t('studio:post.untitled')}
        </Link>
        <p className="rows__note">
          {t(`studio:today.why-${item.why}`)}
          {item.author && <> · {item.author.name}</>}
          {item.dueAt && (
            <>
              {' · '}
              <Time at={item.dueAt} /> (<Time at={item.dueAt} form="distance" />)
            </>
          )}
        </p>
      </div>
      <span className="cluster">
        {late && <StateBadge state="late" />}
        <StateBadge state={stateOf[item.why]} />
      </span>
    </li>
  );
}
