import type { SandboxPost } from '#/contract/index.ts';
import { Avatar } from '../shared/avatar.tsx';
import { Time } from '../shared/time.tsx';
import { useT } from '../words/index.ts';

/** A post as the practice network shows it, with what people wrote under it. */
export function PracticePost({ post }: { post: SandboxPost }) {
  const t = useT();
  return (
    <article className="post-card" aria-label={`${post.displayName}, ${post.handle}`}>
      <div className="post-card__head">
        <div className="byline">
          <Avatar name={post.displayName} square />
          <div>
            <span className="byline__name">{post.displayName}</span>
            <span className="byline__note">
              {post.handle} · <Time at={post.at} form="distance" />
            </span>
          </div>
        </div>
      </div>
      <p className="post-card__text" lang={post.language}>
        {post.text}
      </p>
      {post.media.length > 0 && (
        <ul className="media-grid post-card__media" role="list">
          {post.media.map((one) => (
            <li key={one.url}>
              <img src={one.url} alt={one.alt} width={one.width} height={one.height} loading="lazy" />
            </li>
          ))}
        </ul>
      )}
      {post.comments.length > 0 && (
        <div className="card__section">
          <ul className="stack stack--tight" role="list" aria-label={t('studio:practice.comments')}>
            {post.comments.map((comment) => (
              <li key={comment.id} className="byline practice__comment">
                <Avatar name={comment.author} small />
                <div>
                  <strong>{comment.author}</strong>{' '}
                  <span className="muted">
                    <Time at={comment.at} form="distance" />
                  </span>
                  <br />
                  {comment.text}
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}
