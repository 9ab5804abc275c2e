import { useState } from 'react';
import { useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { useT } from '../words/index.ts';
import { ObjectiveDialog } from './objective-dialog.tsx';
import { Objectives } from './objectives.tsx';
import { PlanItemDialog } from './plan-item-dialog.tsx';
import { PlanItems } from './plan-items.tsx';

/** Objectives, and what will be said for each of them and when. */
export function Component() {
  const t = useT();
  const mayChange = usePermission('plan.change');
  const [adding, setAdding] = useState<'objective' | 'item' | null>(null);
  const objectives = useRead('listObjectives', {});
  const list = objectives.data?.items ?? [];
  const close = () => setAdding(null);
  return (
    <Page
      title={t('studio:place.plan')}
      note={t('studio:plan.note')}
      actions={
        mayChange && (
          <>
            <button type="button" className="button" onClick={() => setAdding('objective')}>
              <Icon name="objective" />
              {t('studio:plan.add-objective')}
            </button>
            <button type="button" className="button" onClick={() => setAdding('item')}>
              <Icon name="plus" />
              {t('studio:plan.add-item')}
            </button>
          </>
        )
      }
    >
      <div className="stack stack--loose">
        <section aria-labelledby="objectives">
          <h2 id="objectives">{t('studio:plan.objectives')}</h2>
          <ProblemNote problem={objectives.error} onRetry={() => void objectives.refetch()} />
          {objectives.isPending ? <Skeleton kind="cards" rows={1} /> : <Objectives objectives={list} />}
        </section>
        <section aria-labelledby="items">
          <h2 id="items">{t('studio:plan.items')}</h2>
          <PlanItems objectives={list} />
        </section>
      </div>
      {adding === 'objective' && <ObjectiveDialog onClose={close} />}
      {adding === 'item' && <PlanItemDialog objectives={list} onClose={close} />}
    </Page>
  );
}
