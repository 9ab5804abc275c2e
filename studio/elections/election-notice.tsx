import { Link } from 'react-router';
import { useRead } from '../api/index.ts';
import { useHere } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { Time } from '../shared/time.tsx';
import { useT } from '../words/index.ts';

/** While a period runs everybody sees that it does, and until when. */
export default function ElectionNotice() {
  const t = useT();
  const here = useHere();
  const { data } = useRead('listElections', { query: { limit: 50 } }, { staleTime: 300_000 });
  const running = data?.items.filter(({ state }) => state === 'running' || state === 'silence') ?? [];
  return running.map(({ id, name, state, moments }) => (
    <div key={id} className="banner banner--warning pause-notice" role="status">
      <Icon name="flag" />
      <p className="banner__body">
        <strong>{name}</strong>
        {': '}
        {t(state === 'silence' ? 'studio:elections.notice.silence' : 'studio:elections.notice.running')}{' '}
        <Time at={state === 'silence' ? moments.close : moments.end} />.{' '}
        <Link to={here(`elections?period=${id}`)}>{t('studio:elections.notice.show')}</Link>
      </p>
    </div>
  ));
}
