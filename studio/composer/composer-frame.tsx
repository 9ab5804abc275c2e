import { Suspense, lazy, type ReactNode } from 'react';
import type { Post, Variant } from '#/contract/index.ts';
import { Icon, Skeleton, StateBadge, useDocumentTitle, type IconName } from '../shared/index.ts';
import { patiently } from '../shared/later.ts';
import { useT, withWords } from '../words/index.ts';
import { ActBar } from './act-bar.tsx';
import { useComposer, useComposerState, useDraft, useEdit, useFrameStands } from './composer-context.tsx';
import { setTitle } from './edits.ts';
import { Notices } from './notices.tsx';
import { ChecksProvider } from './review/checks-context.tsx';
import { SealDialog } from './seal-dialog.tsx';
import { WriteView } from './write-view.tsx';

// What is not written in comes when it is looked at.
const Reading = lazy(patiently(() => import('./review/reading.tsx')));
const HistoryView = lazy(
  patiently(async () => ({
    default: (await import('./history/history-view.tsx')).HistoryView,
  })),
);
const DeliveriesView = lazy(
  patiently(
    withWords(['studio/delivery'], async () => ({
      default: (await import('./history/deliveries-view.tsx')).DeliveriesView,
    })),
  ),
);
const ClashDialog = lazy(
  patiently(async () => ({ default: (await import('./clash-dialog.tsx')).ClashDialog })),
);

export type ViewName = 'write' | 'review' | 'history' | 'deliveries';

const icons: Record<ViewName, IconName> = {
  write: 'edit',
  review: 'eye',
  history: 'history',
  deliveries: 'send',
};
const SENT: ReadonlySet<string> = new Set(['scheduled', 'publishing', 'published', 'withdrawn', 'expired']);

/** What a person came for: an approver to judge, everybody else to write, and once it is out, to see where it is. */
function firstView(post: Post | null): ViewName {
  if (post?.can.includes('approve')) return 'review';
  if (post && ['publishing', 'published'].includes(post.state)) return 'deliveries';
  return post && !post.can.includes('save') ? 'review' : 'write';
}

export type ComposerFrameProps = {
  view: ViewName | null;
  onView: (view: ViewName) => void;
  shownVariant: Variant | null;
  onShowVariant: (variant: Variant) => void;
  children?: ReactNode;
};

export function ComposerFrame({ view, onView, shownVariant, onShowVariant, children }: ComposerFrameProps) {
  const t = useT();
  const post = useComposerState((state) => state.post);
  const clashes = useComposerState(({ clash }) => clash !== null);
  const views: ViewName[] = ['write', 'review'];
  if (post) views.push('history');
  if (post && SENT.has(post.state)) views.push('deliveries');
  const wanted = view ?? firstView(post);
  const active = views.includes(wanted) ? wanted : 'write';
  return (
    <ChecksProvider>
      <div className="composer">
        <Head />
        {children}
        <Notices />
        <div className="segments composer__views" role="group" aria-label={t('studio:composer.views')}>
          {views.map((name) => (
            <button
              key={name}
              type="button"
              className="segments__item"
              aria-pressed={name === active}
              onClick={() => onView(name)}
            >
              <Icon name={icons[name]} />
              {t(`studio:composer.view.${name}`)}
            </button>
          ))}
        </div>
        {active === 'write' && <WriteView shownVariant={shownVariant} onShowVariant={onShowVariant} />}
        <Suspense fallback={<Skeleton kind="cards" rows={3} />}>
          {active === 'review' && <Reading post={post} />}
          {active === 'history' && <HistoryView />}
          {active === 'deliveries' && <DeliveriesView />}
        </Suspense>
        <ActBar />
        <SealDialog />
        <Suspense>{clashes && <ClashDialog />}</Suspense>
      </div>
    </ChecksProvider>
  );
}

/** The working title, which only colleagues see, and the state. */
function Head() {
  const t = useT();
  const edit = useEdit();
  const composer = useComposer();
  const stands = useFrameStands();
  const title = useDraft((draft) => draft.title);
  const state = useComposerState(({ post }) => post?.state ?? 'draft');
  useDocumentTitle(title || t('studio:composer.new'));
  return (
    <div className="composer__head">
      <h1 className="visually-hidden" tabIndex={-1}>
        {title || t('studio:composer.new')}
      </h1>
      <input
        className="composer__title"
        value={title}
        maxLength={200}
        readOnly={stands}
        placeholder={t('studio:composer.title-placeholder')}
        aria-label={t('studio:composer.title-label')}
        onChange={(event) => edit(setTitle(event.target.value))}
        onBlur={() => void composer.flush()}
      />
      <StateBadge state={state} />
    </div>
  );
}
