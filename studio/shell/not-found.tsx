import { Link } from 'react-router';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { useDocumentTitle } from '../shared/page.tsx';
import { useT } from '../words/index.ts';

export function NotFound() {
  const t = useT();
  useDocumentTitle(t('studio:not-found.title'));
  return (
    <div className="page">
      <h1 className="visually-hidden" tabIndex={-1}>
        {t('studio:not-found.title')}
      </h1>
      <EmptyState art="search" title={t('studio:not-found.title')} text={t('studio:not-found.text')}>
        <Link className="button button--primary" to="/">
          <Icon name="today" />
          {t('studio:not-found.home')}
        </Link>
      </EmptyState>
    </div>
  );
}
