import { lazy, Suspense, useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useAct } from '../api/index.ts';
import { ActBar } from '../composer/act-bar.tsx';
import { useComposerState } from '../composer/composer-context.tsx';
import { ExistingPost, useHouseQuery, Waiting } from '../composer/existing-post.tsx';
import { ReviewView } from '../composer/review/review-view.tsx';
import { ChecksProvider } from '../composer/review/checks-context.tsx';
import { useHere } from '../session/institution.ts';
import { Icon, Page, ProblemNote, StateBadge, useDocumentTitle } from '../shared/index.ts';
import { patiently } from '../shared/later.ts';
import { useT, withWords } from '../words/index.ts';
import { ChangesSinceSeen } from './changes-since-seen.tsx';
import { ConditionsPart } from './conditions-part.tsx';
import { OutsidePart } from './outside-part.tsx';
import { PassagePart } from './passage-part.tsx';
import '../composer/composer.css';
import '../composer/text/text.css';
import '../composer/review/review.css';
import './passage.css';

// The last of its side: what comes later pushes nothing down.
const RemarksAside = lazy(
  patiently(async () => ({ default: (await import('../remarks/remarks-aside.tsx')).RemarksAside })),
);
const ElectionNote = lazy(
  patiently(withWords(['studio/elections'], () => import('../elections/post-note.tsx'))),
);

/** `/review/:postId`: one post before whoever judges it, on a telephone as well as at a desk. */
export function Component() {
  const t = useT();
  const { postId = '' } = useParams();
  const { house, error, retry } = useHouseQuery();
  if (error)
    return (
      <Page title={t('studio:place.review')}>
        <ProblemNote problem={error} onRetry={retry} />
      </Page>
    );
  if (!house) return <Waiting />;
  return <ExistingPost key={postId} postId={postId} house={house} frame={ReviewFrame} />;
}

/** Exactly what goes out, where and when; what changed since they last looked; what was said; and the answer. */
function ReviewFrame() {
  const t = useT();
  const here = useHere();
  const post = useComposerState((state) => state.post);
  useDocumentTitle(post?.title || t('studio:post.untitled'));
  if (!post) return null;
  return (
    <div className="composer judge">
      <MarkSeen key={post.version} postId={post.id} />
      <div className="composer__head">
        <h1 className="judge__title" tabIndex={-1}>
          {post.title || t('studio:post.untitled')}
        </h1>
        <StateBadge state={post.state} />
        <Link className="button button--small button--quiet" to={here(`posts/${post.id}`)}>
          <Icon name="edit" />
          {t('review:screen.open-post')}
        </Link>
        {post.reference && (
          <p className="judge__number">
            {t('review:filing.reference')}: {post.reference}
          </p>
        )}
      </div>
      <div className="composer__desk">
        <div className="composer__work">
          <ChangesSinceSeen post={post} />
          <ReviewView />
        </div>
        <div className="composer__side">
          <Suspense fallback={null}>{post.election && <ElectionNote post={post} />}</Suspense>
          <PassagePart post={post} />
          <ConditionsPart post={post} />
          <OutsidePart post={post} />
          <Suspense fallback={null}>
            <RemarksAside post={post} />
          </Suspense>
        </div>
      </div>
      <ChecksProvider>
        <ActBar />
      </ChecksProvider>
    </div>
  );
}

/** What has stood before their eyes for a moment counts as looked at. */
function MarkSeen({ postId }: { postId: string }) {
  const { mutate } = useAct('markPostSeen', { changes: [] });
  useEffect(() => {
    const timer = window.setTimeout(() => mutate({ params: { postId } }), 1500);
    return () => window.clearTimeout(timer);
  }, [mutate, postId]);
  return null;
}
