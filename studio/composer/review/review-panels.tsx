import type { Post } from '#/contract/index.ts';
import { RemarksAside } from '../../remarks/remarks-aside.tsx';
import { ConditionsPart } from '../../review/conditions-part.tsx';
import { OutsidePart } from '../../review/outside-part.tsx';
import { PassagePart } from '../../review/passage-part.tsx';

/** What others say about the post, and how far it is on its path. */
export default function ReviewPanels({ post }: { post: Post }) {
  const isUnderWay = post.review.step !== null || post.review.path.id !== null;
  return (
    <>
      <ConditionsPart post={post} />
      <RemarksAside post={post} />
      {isUnderWay && <PassagePart post={post} />}
      <OutsidePart post={post} />
    </>
  );
}
