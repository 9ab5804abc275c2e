import { useRead, useReadPages } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { MoreButton } from '../shared/more-button.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { useT } from '../words/index.ts';
import { FaultSwitches } from './fault-switches.tsx';
import { PracticePost } from './practice-post.tsx';

/** The network that is ours: what posts look like once they are out, and what happens when a network misbehaves. */
export function Component() {
  const t = useT();
  const mayBreak = usePermission('sandbox.faults');
  const mayConnect = usePermission('account.connect');
  const pages = useReadPages('listSandboxPosts', { query: { limit: 20 } });
  const { items, error, isPending, refetch } = pages;
  return (
    <Page title={t('studio:place.practice')} help="practice" note={t('studio:practice.note')}>
      <div className="split">
        <section aria-labelledby="feed">
          <h2 id="feed">{t('studio:practice.feed')}</h2>
          <ProblemNote problem={error} onRetry={() => void refetch()} />
          {isPending && <Skeleton kind="cards" rows={3} />}
          {!isPending && !error && items.length === 0 && (
            <EmptyState title={t('studio:practice.none')} text={t('studio:practice.none-text')} />
          )}
          {items.map((post) => (
            <PracticePost key={post.id} post={post} />
          ))}
          <MoreButton pages={pages} />
        </section>
        <div className="stack stack--loose split__aside">
          {mayBreak && <FaultSwitches />}
          {mayConnect && <ClaimCode />}
        </div>
      </div>
    </Page>
  );
}

function ClaimCode() {
  const t = useT();
  const { data, error } = useRead('getSandboxCode', {}, { staleTime: Infinity });
  return (
    <section className="card stack stack--tight" aria-labelledby="claim">
      <h2 id="claim" className="card__title">
        {t('studio:practice.claim')}
      </h2>
      <p>{t('studio:practice.claim-text')}</p>
      <ProblemNote problem={error} />
      {data && (
        <p className="cluster">
          <code>{data.code}</code> <CopyButton text={data.code} />
        </p>
      )}
    </section>
  );
}
