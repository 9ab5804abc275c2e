import { useMemo } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { Page, ProblemNote, Skeleton } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import type { House } from './composer-context.tsx';
import { networkFacts } from './limits.ts';
import { NewPost, OpenPost } from './open-post.tsx';
import './composer.css';
import './text/text.css';
import './images/images.css';
import './review/review.css';

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
  if (postId) return <ExistingPost key={postId} postId={postId} house={house} />;
  return (
    <NewPost key={location.key} house={house} planItemId={search.get('planItem')} due={search.get('due')} />
  );
}

function ExistingPost({ postId, house }: { postId: string; house: House }) {
  const t = useT();
  const { data, error, refetch } = useRead('getPost', { params: { postId } });
  if (data) return <OpenPost post={data} house={house} />;
  if (!error) return <Waiting />;
  return (
    <Page title={t('studio:composer.title')}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
    </Page>
  );
}

function Waiting() {
  return (
    <div className="composer composer--waiting">
      <Skeleton kind="cards" rows={3} />
    </div>
  );
}

/** What the composer needs of the institution: its glossary, accounts, networks and plan. */
function useHouseQuery() {
  const { timeZone } = useInstitution();
  const institution = useRead('getInstitution', {}, { staleTime: 60_000 });
  const accounts = useRead('listAccounts', {}, { staleTime: 60_000 });
  const networks = useRead('listNetworks', {}, { staleTime: 600_000 });
  const plan = useRead('listPlanItems', { query: { limit: 200 } }, { staleTime: 60_000 });
  const all = [institution, accounts, networks, plan];
  const glossary = institution.data?.glossary;
  const house = useMemo<House | null>(() => {
    if (!glossary || !accounts.data || !networks.data || !plan.data) return null;
    return {
      timeZone,
      glossary,
      facts: networkFacts(accounts.data.items, networks.data.items),
      planItems: plan.data.items,
    };
  }, [timeZone, glossary, accounts.data, networks.data, plan.data]);
  return {
    house,
    error: house ? null : (all.find(({ error }) => error)?.error ?? null),
    retry: () => all.forEach((query) => query.error && void query.refetch()),
  };
}
