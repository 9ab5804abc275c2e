import { useLocation, useParams, useSearchParams } from 'react-router';
import { Page, ProblemNote } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { ComposerFrame } from './composer-frame.tsx';
import { ExistingPost, useHouseQuery, Waiting } from './existing-post.tsx';
import { NewPost } from './open-post.tsx';
import './composer.css';
import './text/text.css';
import './images/images.css';
import './review/review.css';
import '../review/passage.css';

/** `/posts/new` and `/posts/:postId`: where a post is written, judged and followed. */
export function Component() {
  const t = useT();
  const { postId } = useParams();
  const location = useLocation();
  const [search] = useSearchParams();
  const { house, error, retry } = useHouseQuery();
  if (error)
    return (
      <Page title={t('studio:composer.title')}>
        <ProblemNote problem={error} onRetry={retry} />
      </Page>
    );
  if (!house) return <Waiting />;
  if (postId) return <ExistingPost key={postId} postId={postId} house={house} frame={ComposerFrame} />;
  return (
    <NewPost
      key={location.key}
      house={house}
      frame={ComposerFrame}
      planItemId={search.get('planItem')}
      due={search.get('due')}
    />
  );
}
