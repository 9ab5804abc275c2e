import { createBrowserRouter, type RouteObject } from 'react-router';
import { openAccess, openFirstSteps, openHome, openInstitution, openSignIn } from './session/loaders.ts';
import { ErrorPage } from './shell/error-page.tsx';
import { Loading } from './shell/loading.tsx';
import { NotFound } from './shell/not-found.tsx';
import { withWords } from './words/index.ts';

/** Every screen is a file of its own that loads when it is first opened and exports `Component`. */
const screens: RouteObject[] = [
  {
    index: true,
    lazy: withWords(
      ['studio/today', 'studio/delivery', 'studio/start'],
      () => import('./today/today-screen.tsx'),
    ),
  },
  {
    path: 'calendar',
    lazy: withWords(
      ['studio/calendar', 'studio/posts', 'studio/help'],
      () => import('./calendar/calendar-screen.tsx'),
    ),
  },
  {
    path: 'board',
    lazy: withWords(['studio/board', 'studio/posts'], () => import('./board/board-screen.tsx')),
  },
  { path: 'posts', lazy: withWords(['studio/posts'], () => import('./posts/posts-screen.tsx')) },
  {
    path: 'posts/new',
    lazy: withWords(
      ['studio/composer', 'studio/media', 'studio/help', 'review'],
      () => import('./composer/composer-screen.tsx'),
    ),
  },
  {
    path: 'posts/:postId',
    lazy: withWords(
      ['studio/composer', 'studio/media', 'studio/help', 'review'],
      () => import('./composer/composer-screen.tsx'),
    ),
  },
  { path: 'review', lazy: withWords(['review'], () => import('./review/review-list-screen.tsx')) },
  {
    path: 'review/:postId',
    lazy: withWords(['studio/composer', 'studio/help', 'review'], () => import('./review/review-screen.tsx')),
  },
  {
    path: 'deliveries/:deliveryId',
    lazy: withWords(['studio/delivery', 'studio/help'], () => import('./delivery/delivery-screen.tsx')),
  },
  { path: 'plan', lazy: withWords(['studio/plan', 'studio/help'], () => import('./plan/plan-screen.tsx')) },
  {
    path: 'plan/exchange',
    lazy: withWords(['exchange'], () => import('./exchange/exchange-screen.tsx')),
  },
  {
    path: 'accounts',
    lazy: withWords(['studio/accounts', 'studio/help'], () => import('./accounts/accounts-screen.tsx')),
  },
  {
    path: 'links',
    lazy: withWords(['studio/links'], () => import('./links/short-links-screen.tsx')),
  },
  { path: 'media', lazy: withWords(['studio/media'], () => import('./media/media-screen.tsx')) },
  {
    path: 'elections',
    lazy: withWords(['studio/elections'], () => import('./elections/elections-screen.tsx')),
  },
  { path: 'pause', lazy: withWords(['studio/pause'], () => import('./pause/pause-screen.tsx')) },
  {
    path: 'practice',
    lazy: withWords(['studio/practice', 'studio/help'], () => import('./practice/practice-screen.tsx')),
  },
  {
    path: 'record',
    lazy: withWords(['studio/record', 'studio/help'], () => import('./record/record-screen.tsx')),
  },
  { path: 'notices', lazy: withWords([], () => import('./notices/notices-screen.tsx')) },
  { path: 'start', lazy: withWords(['studio/start'], () => import('./start/start-screen.tsx')) },
  {
    path: 'profile',
    lazy: withWords(
      ['studio/profile', 'studio/people', 'studio/entrance', 'studio/help'],
      () => import('./profile/profile-screen.tsx'),
    ),
  },
  {
    path: 'settings',
    lazy: withWords([], () => import('./settings/settings-layout.tsx')),
    children: [
      {
        index: true,
        lazy: withWords(
          ['studio/settings', 'studio/media'],
          () => import('./settings/institution-screen.tsx'),
        ),
      },
      {
        path: 'calendar',
        lazy: withWords(['studio/settings'], () => import('./settings/calendar-screen.tsx')),
      },
      { path: 'writing', lazy: withWords([], () => import('./settings/writing-screen.tsx')) },
      { path: 'glossary', lazy: withWords(['studio/help'], () => import('./settings/glossary-screen.tsx')) },
      {
        path: 'people',
        lazy: withWords(['studio/people', 'studio/help'], () => import('./settings/people-screen.tsx')),
      },
      {
        path: 'delegations',
        lazy: withWords(
          ['studio/settings', 'studio/help'],
          () => import('./settings/delegations-screen.tsx'),
        ),
      },
      {
        path: 'sign-in',
        lazy: withWords(['studio/settings', 'studio/help'], () => import('./settings/sign-in-screen.tsx')),
      },
      {
        path: 'mail',
        lazy: withWords(['studio/settings', 'studio/help'], () => import('./settings/mail-screen.tsx')),
      },
      {
        path: 'links',
        lazy: withWords(['studio/links'], () => import('./settings/links/links-screen.tsx')),
      },
      { path: 'review', lazy: withWords(['review'], () => import('./settings/review-screen.tsx')) },
      {
        path: 'keys',
        lazy: withWords(['studio/settings', 'studio/help'], () => import('./settings/keys-screen.tsx')),
      },
      {
        path: 'webhooks',
        lazy: withWords(
          ['studio/webhooks', 'studio/help'],
          () => import('./settings/webhooks/webhooks-screen.tsx'),
        ),
      },
    ],
  },
  { path: '*', Component: NotFound },
];

/** Opens the address that the browser stands at. */
export const openRouter = () =>
  createBrowserRouter(
    [
      {
        ErrorBoundary: ErrorPage,
        HydrateFallback: Loading,
        children: [
          { index: true, loader: openHome, Component: Loading },
          {
            path: 'sign-in',
            loader: openSignIn,
            lazy: withWords(['studio/entrance'], () => import('./session/sign-in-screen.tsx')),
          },
          {
            path: 'forgotten-password',
            lazy: withWords(['studio/entrance'], () => import('./session/forgotten-password-screen.tsx')),
          },
          {
            path: 'password/:personId/:until/:stamp',
            lazy: withWords(['studio/entrance'], () => import('./session/new-password-screen.tsx')),
          },
          {
            path: 'setup',
            loader: openFirstSteps,
            lazy: withWords(
              ['studio/entrance', 'studio/people', 'studio/settings'],
              () => import('./session/first-steps-screen.tsx'),
            ),
          },
          {
            path: 'invitation/:invitationId/:serial',
            lazy: withWords(
              ['studio/entrance', 'studio/people'],
              () => import('./session/invitation-screen.tsx'),
            ),
          },
          {
            path: 'access/:slug',
            loader: openAccess,
            lazy: withWords(
              ['studio/entrance', 'studio/shell', 'studio/profile'],
              () => import('./session/access-screen.tsx'),
            ),
          },
          {
            path: 'no-institution',
            lazy: withWords(['studio/entrance'], () => import('./session/no-institution-screen.tsx')),
          },
          {
            path: ':slug',
            loader: openInstitution,
            lazy: withWords(['studio/shell'], () => import('./shell/shell.tsx')),
            // The frame stays when a screen breaks.
            children: [{ ErrorBoundary: ErrorPage, children: screens }],
          },
        ],
      },
    ],
    { basename: '/studio' },
  );
