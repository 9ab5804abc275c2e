import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ApiProblem, OfflineProblem } from '../api/problems.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { EmptyArt } from '../shared/empty-art.tsx';
import { Icon } from '../shared/icon.tsx';
import { useDocumentTitle } from '../shared/page.tsx';
import { wordsOf } from '../shared/problem-note.tsx';
import { useT } from '../words/index.ts';
import { NotFound } from './not-found.tsx';

/** A screen that broke: what happened, what to do, and a number for whoever is asked for help. */
export function ErrorPage() {
  const error = useRouteError();
  const lost = isRouteErrorResponse(error) && error.status === 404;
  return lost ? <NotFound /> : <Broken error={error} />;
}

/** A part of the program that is no longer on the server: a new version came while the page was open. */
const isOldVersion = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

function Broken({ error }: { error: unknown }) {
  const t = useT();
  const old = isOldVersion(error);
  const { cause, next } = old
    ? { cause: t('studio:problem.old-version'), next: t('studio:problem.old-version-next') }
    : wordsOf(error, t);
  useDocumentTitle(cause);
  const number = error instanceof ApiProblem ? error.requestId : undefined;
  const detail =
    error instanceof Error && !old && !(error instanceof OfflineProblem) ? error.message : undefined;
  return (
    <div className="page empty-state" role="alert">
      <EmptyArt name="paper" />
      <h1 className="empty-state__title" tabIndex={-1}>
        {cause}
      </h1>
      <p className="empty-state__text">{next}</p>
      <div className="empty-state__actions">
        <button type="button" className="button button--primary" onClick={() => location.reload()}>
          <Icon name="retry" />
          {t('studio:problem.reload')}
        </button>
        <a className="button" href="/studio/">
          {t('studio:not-found.home')}
        </a>
        {(number ?? detail) && (
          <CopyButton
            text={[number, detail].filter(Boolean).join(' · ')}
            label={t('studio:problem.copy-number')}
          />
        )}
      </div>
      {number && (
        <p className="muted">
          {t('studio:problem.number')} <code>{number}</code>
        </p>
      )}
    </div>
  );
}
