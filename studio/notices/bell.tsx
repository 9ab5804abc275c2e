import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/index.ts';
import { useHere } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { patiently } from '../shared/later.ts';
import { useT } from '../words/index.ts';

const NoticePanel = lazy(patiently(() => import('./notice-panel.tsx')));
/** Higher numbers say no more, and would make the bell jump. */
const MOST = 99;

/** The bell with the number of unread notices. Wide screens open a panel over the work, narrow ones a screen. */
export function Bell() {
  const t = useT();
  const here = useHere();
  const [open, setOpen] = useState(false);
  const { data } = useRead('countUnreadNotices', {}, { refetchInterval: 60_000 });
  const count = data?.unread ?? 0;
  const name = count > 0 ? t('studio:notices.bell', { count }) : t('studio:notices.title');
  const face = (
    <>
      <Icon name="bell" />
      {count > 0 && (
        <span className="bell__count" aria-hidden="true">
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </>
  );
  const look = 'button button--quiet button--icon bell';
  return (
    <>
      <button
        type="button"
        className={`${look} bell--wide`}
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {face}
      </button>
      <Link className={`${look} bell--narrow`} to={here('notices')} aria-label={name}>
        {face}
      </Link>
      {open && (
        <Suspense fallback={null}>
          <NoticePanel onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
