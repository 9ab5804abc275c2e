import type { Post } from '#/contract/index.ts';
import { useReadPages } from '../../api/index.ts';
import { Icon, Skeleton, Time } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { changesBetween } from '../changes.ts';
import { ChangeList } from '../history/change-list.tsx';
import { signerOf } from '../signer.ts';

/** For whoever approves again: what is not as it was when it was approved last. */
export function ChangesSinceApproval({ post }: { post: Post }) {
  const t = useT();
  const last = post.approvals.toSorted((a, b) => b.at.localeCompare(a.at))[0];
  const versions = useReadPages('listPostVersions', { params: { postId: post.id }, query: { limit: 100 } });
  if (!last || last.version === post.version) return null;
  const before = versions.items.find(({ no }) => no === last.version);
  return (
    <section className="card card--sunken" aria-labelledby="changes-since">
      <h2 className="card__title" id="changes-since">
        <Icon name="history" /> {t('studio:composer.review.changes')}
      </h2>
      <p className="muted">
        {t('studio:composer.seal.approved-by', { person: signerOf(last, t) })} <Time at={last.at} />
      </p>
      {before && <ChangeList changes={changesBetween(before.content, post.content)} />}
      {!before && versions.isPending && <Skeleton rows={2} />}
      {!before && versions.hasNextPage && (
        <button type="button" className="button button--small" onClick={() => void versions.fetchNextPage()}>
          {t('studio:composer.review.load-older')}
        </button>
      )}
    </section>
  );
}
