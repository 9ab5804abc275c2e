import type { Post } from '#/contract/index.ts';
import { useReadPages } from '../api/index.ts';
import { changesBetween } from '../composer/changes.ts';
import { ChangeList } from '../composer/history/change-list.tsx';
import { Icon, Skeleton, Time } from '../shared/index.ts';
import { useT } from '../words/index.ts';

/** What is not as it was when this person last looked. Nothing for whoever sees the post for the first time. */
export function ChangesSinceSeen({ post }: { post: Post }) {
  const t = useT();
  const { seen } = post.review;
  const versions = useReadPages('listPostVersions', { params: { postId: post.id }, query: { limit: 100 } });
  if (!seen || seen.version === post.version) return null;
  const before = versions.items.find(({ no }) => no === seen.version);
  return (
    <section className="card card--sunken" aria-labelledby="changes-seen">
      <h2 className="card__title" id="changes-seen">
        <Icon name="eye" /> {t('review:screen.since-seen')}
      </h2>
      <p className="muted">
        {t('review:screen.seen-version', { version: seen.version })} <Time at={seen.at} />
      </p>
      {before ? (
        <ChangeList
          changes={changesBetween(before.content, post.content)}
          before={before.content}
          after={post.content}
        />
      ) : versions.hasNextPage ? (
        <button type="button" className="button button--small" onClick={() => void versions.fetchNextPage()}>
          {t('studio:composer.review.load-older')}
        </button>
      ) : (
        <Skeleton rows={2} />
      )}
    </section>
  );
}
