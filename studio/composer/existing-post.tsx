import { useMemo } from 'react';
import { useRead } from '../api/index.ts';
import { useInstitution, usePermission } from '../session/institution.ts';
import { Page, ProblemNote, Skeleton } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import type { House } from './composer-context.tsx';
import { networkFacts } from './limits.ts';
import { OpenPost, type Frame } from './open-post.tsx';

type ExistingPostProps = { postId: string; house: House; frame: Frame };

/** A post that the server knows, in one frame or another. */
export function ExistingPost({ postId, house, frame }: ExistingPostProps) {
  const t = useT();
  const { data, error, refetch } = useRead('getPost', { params: { postId } });
  if (data) return <OpenPost post={data} house={house} frame={frame} />;
  if (!error) return <Waiting />;
  return (
    <Page title={t('studio:composer.title')}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
    </Page>
  );
}

export function Waiting() {
  return (
    <div className="composer composer--waiting">
      <Skeleton kind="cards" rows={3} />
    </div>
  );
}

/** What the composer needs of the institution: its glossary, accounts, networks and plan. */
export function useHouseQuery() {
  const { timeZone } = useInstitution();
  const institution = useRead('getInstitution', {}, { staleTime: 60_000 });
  const accounts = useRead('listAccounts', {}, { staleTime: 60_000 });
  const networks = useRead('listNetworks', {}, { staleTime: 600_000 });
  // Whoever is only asked about a post does not see the plan.
  const seesPlan = usePermission('plan.read');
  const plan = useRead('listPlanItems', { query: { limit: 200 } }, { staleTime: 60_000, enabled: seesPlan });
  const all = [institution, accounts, networks, plan];
  const glossary = institution.data?.glossary;
  const house = useMemo<House | null>(() => {
    if (!glossary || !accounts.data || !networks.data) return null;
    if (seesPlan && !plan.data) return null;
    return {
      timeZone,
      glossary,
      facts: networkFacts(accounts.data.items, networks.data.items),
      planItems: plan.data?.items ?? [],
    };
  }, [timeZone, glossary, accounts.data, networks.data, plan.data, seesPlan]);
  return {
    house,
    error: house ? null : (all.find(({ error }) => error)?.error ?? null),
    retry: () => all.forEach((query) => query.error && void query.refetch()),
  };
}
