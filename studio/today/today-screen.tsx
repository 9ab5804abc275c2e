import { Link } from 'react-router';
import { useRead, type Result } from '../api/index.ts';
import { useHere, useInstitution, usePermission } from '../session/institution.ts';
import { useMe } from '../session/me.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { StartCard, useStartCard } from '../start/start-card.tsx';
import { formatInstant, useT, useVariant } from '../words/index.ts';
import { News } from './news.tsx';
import { Outgoing } from './outgoing.tsx';
import { Trouble } from './trouble.tsx';
import { Waiting } from './waiting.tsx';

type Today = Result<'getToday'>;

/** What waits for me, what goes out, what is in trouble, what is out. */
export function Component() {
  const t = useT();
  const variant = useVariant();
  const { timeZone } = useInstitution();
  const mayRead = usePermission('post.read');
  const { data, error, refetch } = useRead('getToday', {}, { refetchInterval: 60_000 });
  const { steps, isReady } = useStartCard();
  const day = data && formatInstant(data.now, 'weekday', variant, timeZone);
  return (
    <Page title={t('studio:today.title')} note={day ?? '\u00A0'}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!(data && isReady) && !error && <Skeleton kind="cards" rows={3} />}
      {isReady && steps && <StartCard steps={steps} />}
      {data && isReady && <Day today={data} />}
      {data && isReady && mayRead && <News />}
    </Page>
  );
}

function Day({ today }: { today: Today }) {
  const t = useT();
  const { waiting, goingOut, trouble, published } = today;
  // Of what goes out, whoever is only asked about posts knows nothing, and nothing is claimed to them.
  const seesDeliveries = usePermission('delivery.read');
  if (waiting.length + goingOut.length + trouble.length + published.length === 0) return <QuietDay />;
  return (
    <div className={seesDeliveries ? 'split today' : 'today'}>
      <div className="stack stack--loose">
        {trouble.length > 0 && <Trouble deliveries={trouble} />}
        <Waiting items={waiting} />
      </div>
      {seesDeliveries && (
        <div className="stack stack--loose">
          <Outgoing
            title={t('studio:today.going-out')}
            nothing={t('studio:today.nothing-goes-out')}
            deliveries={goingOut}
          />
          <Outgoing
            title={t('studio:today.published')}
            nothing={t('studio:today.nothing-published')}
            deliveries={published}
          />
        </div>
      )}
    </div>
  );
}

function QuietDay() {
  const t = useT();
  const here = useHere();
  const me = useMe();
  const mayWrite = usePermission('post.write');
  return (
    <EmptyState
      art="desk"
      title={t('studio:today.quiet', { name: me.name.split(' ')[0] ?? me.name })}
      text={t('studio:today.quiet-text')}
    >
      {mayWrite && (
        <Link className="button button--primary" to={here('posts/new')}>
          <Icon name="plus" />
          {t('studio:shell.new-post')}
        </Link>
      )}
      <Link className="button" to={here('calendar')}>
        <Icon name="calendar" />
        {t('studio:today.see-calendar')}
      </Link>
    </EmptyState>
  );
}
