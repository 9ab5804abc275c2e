import type { Post } from '#/contract/index.ts';
import { RemarksAside } from '../../remarks/remarks-aside.tsx';
import { ReviewView } from './review-view.tsx';

/** What goes out, and beside it what is said about it. */
export default function Reading({ post }: { post: Post | null }) {
  if (!post) return <ReviewView />;
  return (
    <div className="composer__desk">
      <div className="composer__work">
        <ReviewView />
      </div>
      <div className="composer__side">
        <RemarksAside post={post} />
      </div>
    </div>
  );
}
