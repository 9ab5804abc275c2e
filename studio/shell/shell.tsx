import { lazy, Suspense, useState } from 'react';
import { Link, Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useEvents } from '../api/events.ts';
import { useKeptPush } from '../push/use-kept-push.ts';
import { SearchBox } from '../search/search-box.tsx';
import { useHere, useInstitution } from '../session/institution.ts';
import { PauseNotice } from '../pause/pause-notice.tsx';
import { Icon } from '../shared/icon.tsx';
import { later, patiently } from '../shared/later.ts';
import { Mark } from '../shared/mark.tsx';
import { Toasts } from '../shared/toasts.tsx';
import { StartReturn } from '../start/start-return.tsx';
import { useT, withWords } from '../words/index.ts';
import { ConnectionNotice } from './connection-notice.tsx';
import { PlaceBar, PlaceList } from './navigation.tsx';
import { SecondFactorBanner } from './second-factor-banner.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { TopBar } from './top-bar.tsx';
import { useFocusAfterNavigation } from './use-focus-after-navigation.ts';
import { useInstitutionColour } from './use-institution-colour.ts';
import { useSignedOut } from './use-signed-out.ts';

const ElectionNotice = lazy(
  patiently(withWords(['studio/elections'], () => import('../elections/election-notice.tsx'))),
);
const Drawer = lazy(later(() => import('./drawer.tsx')));
const SignedOutDialog = lazy(
  patiently(withWords(['studio/entrance'], () => import('../session/signed-out-dialog.tsx'))),
);

/** The frame, for a session that opens the institution; any other is led to what is missing. */
export function Component() {
  const { slug, membership } = useInstitution();
  const { pathname, search } = useLocation();
  if (membership.access === 'open') return <Frame />;
  return <Navigate to={`/access/${slug}?next=${encodeURIComponent(pathname + search)}`} replace />;
}

/** The frame around every screen of an institution. */
function Frame() {
  const t = useT();
  const here = useHere();
  const institution = useInstitution();
  const [drawer, setDrawer] = useState(false);
  const [signedOut, signedInAgain] = useSignedOut();
  useEvents(institution.id);
  useInstitutionColour(institution.colour);
  useFocusAfterNavigation();
  useKeptPush();
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('studio:shell.skip')}
      </a>
      {institution.isDemo && (
        <aside className="shell__alert banner banner--demo" aria-label={t('studio:shell.demo-name')}>
          <Icon name="academy" />
          <p className="banner__body">{t('studio:shell.demo')}</p>
        </aside>
      )}
      <nav className="shell__nav" aria-label={t('studio:shell.places')}>
        <Link className="shell__brand" to={here()}>
          <Mark />
          {t('common:app.name')}
        </Link>
        <PlaceList />
      </nav>
      <header className="shell__top">
        <TopBar />
      </header>
      <main className="shell__main" id="main" tabIndex={-1}>
        <ConnectionNotice />
        <SecondFactorBanner />
        <PauseNotice />
        <Suspense fallback={null}>
          <ElectionNotice />
        </Suspense>
        <StartReturn />
        <Outlet />
      </main>
      <PlaceBar onMore={() => setDrawer(true)} />
      {drawer && (
        <Suspense>
          <Drawer onClose={() => setDrawer(false)} />
        </Suspense>
      )}
      <Toasts />
      <Shortcuts />
      <SearchBox />
      <ScrollRestoration />
      {signedOut && (
        <Suspense fallback={null}>
          <SignedOutDialog onSignedIn={signedInAgain} />
        </Suspense>
      )}
    </div>
  );
}
