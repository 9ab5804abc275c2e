import { Link, useSearchParams } from 'react-router';
import type { PostState } from '#/contract/index.ts';
import { useReadPages } from '../api/index.ts';
import { useHere, usePermission } from '../session/institution.ts';
import { EmptyState, Icon, Page, ProblemNote, Skeleton } from '../shared/index.ts';
import { SearchField, useSearchedFor } from '../shared/search-field.tsx';
import { useT } from '../words/index.ts';
import { PostsTable } from './posts-table.tsx';
import './posts.css';

/** In the order of a post's life; what is over comes last. */
const STATES: readonly PostState[] = [
  'draft',
  'in-review',
  'sent-back',
  'approved',
  'scheduled',
  'publishing',
  'published',
  'expired',
  'withdrawn',
];

/** All posts, by state and by what is in them; the search finds across both scripts. */
export function Component() {
  const t = useT();
  const mayWrite = usePermission('post.write');
  const [search] = useSearchParams();
  const state = STATES.find((one) => one === search.get('state'));
  const [words, setWords] = useSearchedFor();
  const posts = useReadPages('listPosts', {
    query: { ...(state ? { state } : {}), ...(words ? { search: words } : {}) },
  });
  return (
    <Page title={t('studio:posts.title')}>
      <div className="toolbar">
        <SearchField label={t('studio:posts.search')} value={words} onChange={setWords} />
      </div>
      <nav className="tabs posts__tabs" aria-label={t('studio:posts.by-state')}>
        <ul className="tabs__list">
          {[undefined, ...STATES].map((one) => (
            <li key={one ?? 'all'}>
              <Link
                className="tabs__tab"
                to={{ search: addressOf(one, words) }}
                aria-current={one === state ? 'page' : undefined}
                preventScrollReset
              >
                {one ? t(`studio:state.${one}`) : t('studio:posts.all')}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ProblemNote problem={posts.error} onRetry={() => void posts.refetch()} />
      {posts.isPending && <Skeleton rows={8} />}
      {posts.data && posts.items.length > 0 && <PostsTable posts={posts.items} />}
      {posts.data && posts.items.length === 0 && <Nothing state={state} words={words} mayWrite={mayWrite} />}
      {posts.hasNextPage && (
        <div className="posts__more">
          <button
            type="button"
            className="button"
            aria-busy={posts.isFetchingNextPage}
            onClick={() => !posts.isFetchingNextPage && void posts.fetchNextPage()}
          >
            {t('studio:posts.more')}
          </button>
        </div>
      )}
    </Page>
  );
}

function addressOf(state: PostState | undefined, words: string): string {
  const address = new URLSearchParams();
  if (state) address.set('state', state);
  if (words) address.set('q', words);
  return address.toString();
}

type NothingProps = { state: PostState | undefined; words: string; mayWrite: boolean };

/** Why there is nothing, and the way on. */
function Nothing({ state, words, mayWrite }: NothingProps) {
  const t = useT();
  const here = useHere();
  if (words)
    return (
      <EmptyState
        art="search"
        title={t('studio:posts.not-found', { words })}
        text={t('studio:posts.not-found-text')}
      >
        <Link className="button" to={here('posts')}>
          {t('studio:posts.show-all')}
        </Link>
      </EmptyState>
    );
  return (
    <EmptyState
      art="paper"
      title={state ? t('studio:posts.none-in-state') : t('studio:posts.none')}
      text={t(state ? 'studio:posts.none-in-state-text' : 'studio:posts.none-text')}
    >
      {mayWrite && (
        <Link className="button button--primary" to={here('posts/new')}>
          <Icon name="plus" />
          {t('studio:posts.new')}
        </Link>
      )}
      {state && (
        <Link className="button" to={here('posts')}>
          {t('studio:posts.show-all')}
        </Link>
      )}
    </EmptyState>
  );
}
