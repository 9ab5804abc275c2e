import { Link } from 'react-router';
import { useHere } from '../session/institution.ts';
import { Dialog } from '../shared/dialog.tsx';
import { useT } from '../words/index.ts';
import { NoticeList } from './notice-list.tsx';
import { ReadAllButton } from './read-all-button.tsx';
import { useNotices } from './use-notices.ts';
import './notices.css';

/** The newest notices beside the work that is open. */
export default function NoticePanel({ onClose }: { onClose: () => void }) {
  const t = useT();
  const here = useHere();
  const pages = useNotices();
  return (
    <Dialog title={t('studio:notices.title')} isOpen onClose={onClose} size="side">
      <div className="cluster cluster--apart">
        <Link to={here('notices')} onClick={onClose}>
          {t('studio:notices.all')}
        </Link>
        <ReadAllButton notices={pages.items} />
      </div>
      <NoticeList pages={pages} onGo={onClose} />
      <p className="notices__choose">
        <Link to={here('profile#notices')} onClick={onClose}>
          {t('studio:notices.choose')}
        </Link>
      </p>
    </Dialog>
  );
}
