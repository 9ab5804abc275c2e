import { Link } from 'react-router';
import { useHere } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { useT } from '../words/index.ts';
import { NoticeList } from './notice-list.tsx';
import { ReadAllButton } from './read-all-button.tsx';
import { useNotices } from './use-notices.ts';
import './notices.css';

/** All notices of the person in this institution. */
export function Component() {
  const t = useT();
  const here = useHere();
  const pages = useNotices();
  return (
    <Page
      title={t('studio:notices.title')}
      note={t('studio:notices.note')}
      narrow
      actions={
        <>
          <ReadAllButton notices={pages.items} />
          <Link className="button button--small" to={here('profile#notices')}>
            <Icon name="settings" />
            {t('studio:notices.choose')}
          </Link>
        </>
      }
    >
      <div className="notices-page">
        <NoticeList pages={pages} />
      </div>
    </Page>
  );
}
