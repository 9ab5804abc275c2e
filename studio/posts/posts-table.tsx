import { Link } from 'react-router';
import type { PostSummary } from '#/contract/index.ts';
import { variantName } from '#/language/index.ts';
import { useRead } from '../api/index.ts';
import { useHere, usePermission } from '../session/institution.ts';
import { Icon, StateBadge, Time } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { RowMenu } from './row-menu.tsx';

/** Posts to compare: a table where there is room, cards on a telephone. */
export function PostsTable({ posts }: { posts: readonly PostSummary[] }) {
  const t = useT();
  const networks = useRead('listNetworks', {}, { staleTime: 600_000 });
  const mayWrite = usePermission('post.write');
  const names = new Map(networks.data?.items.map(({ network, name }) => [network, name]));
  return (
    <div className="card card--flush posts">
      <table className="table posts__table">
        <caption className="visually-hidden">{t('studio:posts.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio:posts.column.post')}</th>
            <th scope="col">{t('studio:posts.column.state')}</th>
            <th scope="col">{t('studio:posts.column.due')}</th>
            <th scope="col">{t('studio:posts.column.variants')}</th>
            <th scope="col">{t('studio:posts.column.changed')}</th>
            {mayWrite && (
              <th scope="col">
                <span className="visually-hidden">{t('studio:posts.column.acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <PostRow key={post.id} post={post} names={names} mayWrite={mayWrite} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type PostRowProps = { post: PostSummary; names: ReadonlyMap<string, string>; mayWrite: boolean };

function PostRow({ post, names, mayWrite }: PostRowProps) {
  const t = useT();
  const here = useHere();
  return (
    <tr>
      <th scope="row" className="posts__post">
        <div className="posts__main">
          <span className="posts__thumb" aria-hidden="true">
            {post.thumbnailUrl ? (
              <img src={post.thumbnailUrl} alt="" loading="lazy" />
            ) : (
              <Icon name="posts" />
            )}
          </span>
          <span className="posts__words">
            <Link className="posts__title" to={here(`posts/${post.id}`)}>
              {post.title || post.excerpt || t('studio:post.untitled')}
            </Link>
            {post.title && (
              <span className="posts__excerpt">
                {post.reference && <>{post.reference} · </>}
                {post.excerpt}
              </span>
            )}
          </span>
        </div>
      </th>
      <td className="posts__state">
        <StateBadge state={post.state} />
        <Trouble post={post} />
      </td>
      <td className="posts__due">
        {post.dueAt ? <Time at={post.dueAt} /> : <span className="muted">{t('studio:posts.no-time')}</span>}
      </td>
      <td className="posts__variants">
        <span className="posts__tags">
          {post.variants.map((variant) => (
            <abbr key={variant} className="tag" title={variantName(variant)}>
              {variant}
            </abbr>
          ))}
        </span>
        <span className="posts__tags">
          {post.networks.map((network) => (
            <span key={network} className="tag tag--plain">
              {names.get(network) ?? network}
            </span>
          ))}
        </span>
      </td>
      <td className="posts__changed">
        <Time at={post.updatedAt} form="distance" />
        {post.author && <span className="posts__author">{post.author.name}</span>}
      </td>
      {mayWrite && (
        <td className="posts__menu">
          <RowMenu post={post} />
        </td>
      )}
    </tr>
  );
}

/** What went wrong on the way, or a seal that no longer holds. */
function Trouble({ post }: { post: PostSummary }) {
  const t = useT();
  return (
    <>
      {post.trouble && <StateBadge state={post.trouble} />}
      {post.sealBroken && (
        <span className="badge badge--warning">
          <Icon name="seal" />
          {t('studio:posts.seal-broken')}
        </span>
      )}
    </>
  );
}
