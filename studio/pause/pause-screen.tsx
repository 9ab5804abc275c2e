import { useState } from 'react';
import { useRead, type Result } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { EmptyState, Icon, Page, ProblemNote, Skeleton } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { HeldPosts } from './held-posts.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { HousePart } from './house-part.tsx';
import { StandingPause } from './standing-pause.tsx';

type View = Result<'getPause'>;

/** The switch that holds everything, and what becomes of each post that it has held. */
export function Component() {
  const t = useT();
  const { data, error, refetch } = useRead('getPause', {});
  return (
    <Page title={t('studio:pause.title')} note={t('studio:pause.note')} narrow>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton kind="cards" rows={3} />}
      {data && <Switch view={data} />}
    </Page>
  );
}

function Switch({ view }: { view: View }) {
  const t = useT();
  const mayManage = usePermission('pause.manage');
  const [holding, setHolding] = useState(false);
  const own = view.pauses.find(({ scope }) => scope === 'institution');
  const all = view.pauses.find(({ scope }) => scope === 'all');
  return (
    <div className="stack stack--loose">
      {all && <StandingPause pause={all} underWay={view.underWay} note={!view.mayLetThrough} />}
      {own && <StandingPause pause={own} underWay={all ? 0 : view.underWay} mayEnd={mayManage} />}
      {!own && (
        <EmptyState
          art="desk"
          title={t(all ? 'studio:pause.own-off' : 'studio:pause.off')}
          text={t(mayManage ? 'studio:pause.off-text' : 'studio:pause.off-reader')}
        >
          {mayManage && (
            <button type="button" className="button button--danger" onClick={() => setHolding(true)}>
              <Icon name="pause" />
              {t('studio:pause.hold')}
            </button>
          )}
        </EmptyState>
      )}
      <HeldPosts view={view} />
      <HousePart />
      {holding && <HoldDialog statement={view.lastStatement} onClose={() => setHolding(false)} />}
    </div>
  );
}
