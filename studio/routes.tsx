import { createBrowserRouter, type RouteObject } from 'react-router';
import { openFirstSteps, openHome, openInstitution, openSignIn } from './session/loaders.ts';
import { ErrorPage } from './shell/error-page.tsx';
import { Loading } from './shell/loading.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';

/** Every screen is a file of its own that loads when it is first opened and exports `Component`. */
const screens: RouteObject[] = [
  { index: true, lazy: () => import('./today/today-screen.tsx') },
  { path: 'calendar', lazy: () => import('./calendar/calendar-screen.tsx') },
  { path: 'board', lazy: () => import('./board/board-screen.tsx') },
  { path: 'posts', lazy: () => import('./posts/posts-screen.tsx') },
  { path: 'posts/new', lazy: () => import('./composer/composer-screen.tsx') },
  { path: 'posts/:postId', lazy: () => import('./composer/composer-screen.tsx') },
  { path: 'review', lazy: () => import('./review/review-list-screen.tsx') },
  { path: 'review/:postId', lazy: () => import('./review/review-screen.tsx') },
  { path: 'deliveries/:deliveryId', lazy: () => import('./delivery/delivery-screen.tsx') },
  { path: 'plan', lazy: () => import('./plan/plan-screen.tsx') },
  { path: 'accounts', lazy: () => import('./accounts/accounts-screen.tsx') },
  { path: 'media', lazy: () => import('./media/media-screen.tsx') },
  { path: 'practice', lazy: () => import('./practice/practice-screen.tsx') },
  { path: 'record', lazy: () => import('./record/record-screen.tsx') },
  { path: 'notices', lazy: () => import('./notices/notices-screen.tsx') },
  { path: 'start', lazy: () => import('./start/start-screen.tsx') },
  { path: 'profile', lazy: () => import('./profile/profile-screen.tsx') },
  {
    path: 'settings',
    lazy: () => import('./settings/settings-layout.tsx'),
    children: [
      { index: true, lazy: () => import('./settings/institution-screen.tsx') },
      { path: 'calendar', lazy: () => import('./settings/calendar-screen.tsx') },
      { path: 'writing', lazy: () => import('./settings/writing-screen.tsx') },
      { path: 'glossary', lazy: () => import('./settings/glossary-screen.tsx') },
      { path: 'people', lazy: () => import('./settings/people-screen.tsx') },
      { path: 'delegations', lazy: () => import('./settings/delegations-screen.tsx') },
      { path: 'mail', lazy: () => import('./settings/mail-screen.tsx') },
      { path: 'review', lazy: () => import('./settings/review-screen.tsx') },
      { path: 'keys', lazy: () => import('./settings/keys-screen.tsx') },
    ],
  },
  { path: '*', Component: NotFound },
];

export const router = createBrowserRouter(
  [
    {
      ErrorBoundary: ErrorPage,
      HydrateFallback: Loading,
      children: [
        { index: true, loader: openHome, Component: Loading },
        { path: 'sign-in', loader: openSignIn, lazy: () => import('./session/sign-in-screen.tsx') },
        { path: 'forgotten-password', lazy: () => import('./session/forgotten-password-screen.tsx') },
        {
          path: 'password/:personId/:until/:stamp',
          lazy: () => import('./session/new-password-screen.tsx'),
        },
        {
          path: 'setup',
          loader: openFirstSteps,
          lazy: () => import('./session/first-steps-screen.tsx'),
        },
        {
          path: 'invitation/:invitationId/:serial',
          lazy: () => import('./session/invitation-screen.tsx'),
        },
        { path: 'no-institution', lazy: () => import('./session/no-institution-screen.tsx') },
        {
          path: ':slug',
          loader: openInstitution,
          Component: Shell,
          // The frame stays when a screen breaks.
          children: [{ ErrorBoundary: ErrorPage, children: screens }],
        },
      ],
    },
  ],
  { basename: '/studio' },
);
