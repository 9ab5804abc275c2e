import { useState } from 'react';
import { Link } from 'react-router';
import type { Campaign, Objective, PlanItem } from '#/contract/index.ts';
import { useRead, useReadPages } from '../api/index.ts';
import { useHere, usePermission } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { Help } from '../shared/help.tsx';
import { textFor, useT, useVariant } from '../words/index.ts';
import { CampaignDialog } from './campaign-dialog.tsx';
import { Campaigns } from './campaigns.tsx';
import { ObjectiveDialog } from './objective-dialog.tsx';
import { Objectives, type PlanActs } from './objectives.tsx';
import { PlanItemDialog } from './plan-item-dialog.tsx';
import { PlanItems } from './plan-items.tsx';
import { useArchive, type PlanThing } from './use-archive.ts';

/** An open form: a new thing where none is given. */
type Form =
  | { kind: 'objective'; objective?: Objective }
  | { kind: 'plan-item'; item?: PlanItem }
  | { kind: 'campaign'; campaign?: Campaign };

/** Objectives, and what will be said for each of them and when. */
export function Component() {
  const t = useT();
  const here = useHere();
  const variant = useVariant();
  const mayChange = usePermission('plan.change');
  const [form, setForm] = useState<Form | null>(null);
  const objectives = useRead('listObjectives', {});
  const archive = useRead('listObjectives', { query: { archived: 'yes' } });
  const [offered, archived] = [objectives.data?.items ?? [], archive.data?.items ?? []];
  // Three lists, one under the other: shown when all are there, so that none pushes another down.
  const campaigns = useRead('listCampaigns', { query: {} });
  const items = useReadPages('listPlanItems', { query: { limit: 100 } });
  const [ready, setReady] = useState(false);
  // Once: a list that failed is asked for again when it is drawn, and would take all of them away.
  if (!ready && !objectives.isPending && !campaigns.isPending && !items.isPending) setReady(true);
  const setArchived = useArchive();
  const close = () => setForm(null);
  const actsOf = <Thing extends Objective | PlanItem>(
    kind: PlanThing['kind'],
    onEdit: (thing: Thing) => void,
  ): PlanActs<Thing> | null =>
    mayChange
      ? {
          onEdit,
          onArchive: ({ id, titles }, away) =>
            void setArchived({ kind, id, title: textFor(titles, variant) }, away),
        }
      : null;
  return (
    <Page
      title={t('studio:place.plan')}
      note={t('studio:plan.note')}
      actions={
        <>
          <Link className="button" to={here('plan/exchange')}>
            <Icon name="download" />
            {t('studio:plan.exchange')}
          </Link>
          {mayChange && (
            <>
              <button type="button" className="button" onClick={() => setForm({ kind: 'objective' })}>
                <Icon name="objective" />
                {t('studio:plan.add-objective')}
              </button>
              <button type="button" className="button" onClick={() => setForm({ kind: 'campaign' })}>
                <Icon name="flag" />
                {t('studio:campaign.add')}
              </button>
              <button type="button" className="button" onClick={() => setForm({ kind: 'plan-item' })}>
                <Icon name="plus" />
                {t('studio:plan.add-item')}
              </button>
            </>
          )}
        </>
      }
    >
      {!ready && <Skeleton kind="cards" rows={4} />}
      {ready && (
        <div className="stack stack--loose">
          <section aria-labelledby="objectives">
            <div className="help-line">
              <h2 id="objectives">{t('studio:plan.objectives')}</h2>
              <Help topic="objective" />
            </div>
            <ProblemNote problem={objectives.error} onRetry={() => void objectives.refetch()} />
            <Objectives
              objectives={offered}
              archived={archived}
              acts={actsOf<Objective>('objective', (objective) => setForm({ kind: 'objective', objective }))}
            />
          </section>
          <section aria-labelledby="campaigns">
            <h2 id="campaigns">{t('studio:campaign.title')}</h2>
            <Campaigns
              acts={
                mayChange
                  ? {
                      onEdit: (campaign) => setForm({ kind: 'campaign', campaign }),
                      onArchive: ({ id, names }, away) =>
                        void setArchived({ kind: 'campaign', id, title: textFor(names, variant) }, away),
                    }
                  : null
              }
            />
          </section>
          <section aria-labelledby="items">
            <div className="help-line">
              <h2 id="items">{t('studio:plan.items')}</h2>
              <Help topic="plan-item" />
            </div>
            <PlanItems
              objectives={[...offered, ...archived]}
              acts={actsOf<PlanItem>('plan-item', (item) => setForm({ kind: 'plan-item', item }))}
            />
          </section>
        </div>
      )}
      {form?.kind === 'objective' && <ObjectiveDialog {...form} onClose={close} />}
      {form?.kind === 'campaign' && <CampaignDialog {...form} onClose={close} />}
      {form?.kind === 'plan-item' && (
        <PlanItemDialog {...form} objectives={offered} archivedObjectives={archived} onClose={close} />
      )}
    </Page>
  );
}
