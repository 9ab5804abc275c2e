import { lazy, Suspense, useState } from 'react';
import type { Variant } from '#/contract/index.ts';
import { FilingPanel } from '../review/filing-panel.tsx';
import { patiently } from '../shared/later.ts';
import { useComposerState } from './composer-context.tsx';
import { Skeleton } from '../shared/index.ts';
import { ImagesSection } from './images/images-section.tsx';
import { ChecksPanel } from './review/checks-panel.tsx';
import { withWords } from '../words/index.ts';
import { TextSection } from './text/text-section.tsx';
import { PlanPanel } from './where/plan-panel.tsx';
import { TargetsPanel } from './where/targets-panel.tsx';
import { TimePanel } from './where/time-panel.tsx';

const DeadlinesPanel = lazy(
  patiently(withWords(['studio/plan', 'studio/posts'], () => import('./where/deadlines-panel.tsx'))),
);
const ElectionNote = lazy(
  patiently(withWords(['studio/elections'], () => import('../elections/post-note.tsx'))),
);
const LinksPanel = lazy(patiently(withWords(['studio/links'], () => import('./links/links-panel.tsx'))));
const PreviewPanel = lazy(
  patiently(async () => ({
    default: (await import('./preview/preview-panel.tsx')).PreviewPanel,
  })),
);

// The last of its side: what comes later pushes nothing down.
const LifePanel = lazy(
  patiently(async () => ({ default: (await import('./history/life-panel.tsx')).LifePanel })),
);

// A new post has none of these.
const ReviewPanels = lazy(patiently(() => import('./review/review-panels.tsx')));

type WriteViewProps = {
  shownVariant: Variant | null;
  onShowVariant: (variant: Variant) => void;
};

/** Words and pictures on the one side; where, when, what for and how it looks on the other. */
export function WriteView({ shownVariant, onShowVariant }: WriteViewProps) {
  const post = useComposerState((state) => state.post);
  // While a post is written, where and when come first; once others have it, what they say.
  const isDraft = post?.state === 'draft';
  // At its first save the panels are in use: what is fetched then must not hide them, and take the focus out of them.
  const [beganHere] = useState(post === null);
  return (
    <div className="composer__desk">
      <div className="composer__work">
        <TextSection shown={shownVariant} onShow={onShowVariant} />
        <ImagesSection />
      </div>
      <div className="composer__side">
        {/* All of it at once: what comes later would push down what is there. */}
        <Suspense fallback={<Skeleton kind="cards" rows={3} />}>
          {post && !isDraft && <ReviewPanels post={post} />}
          <TimePanel />
          <TargetsPanel />
          <PlanPanel />
          {post && <FilingPanel key={`${post.id} ${post.reference}`} post={post} />}
          <Suspense fallback={null}>{post && <DeadlinesPanel postId={post.id} />}</Suspense>
          {post && isDraft && !beganHere && <ReviewPanels post={post} />}
          {post && isDraft && beganHere && (
            <Suspense fallback={null}>
              <ReviewPanels post={post} />
            </Suspense>
          )}
          <Suspense fallback={null}>
            <LinksPanel />
          </Suspense>
          <Suspense fallback={null}>{post?.election && <ElectionNote post={post} />}</Suspense>
          <ChecksPanel />
          <Suspense fallback={<Skeleton kind="cards" rows={1} />}>
            <PreviewPanel />
          </Suspense>
          <Suspense fallback={null}>
            <LifePanel />
          </Suspense>
        </Suspense>
      </div>
    </div>
  );
}
