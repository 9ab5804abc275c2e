import type { Objective } from '#/contract/index.ts';
import { textFor, useT, useVariant } from '../words/index.ts';
import { ActsMenu } from './acts-menu.tsx';
import { Archive } from './archive.tsx';

export type PlanActs<Thing> = {
  onEdit: (thing: Thing) => void;
  onArchive: (thing: Thing, archived: boolean) => void;
};

type ObjectivesProps = {
  objectives: Objective[];
  archived: Objective[];
  /** Null for who may not change the plan. */
  acts: PlanActs<Objective> | null;
};

export function Objectives({ objectives, archived, acts }: ObjectivesProps) {
  const t = useT();
  return (
    <>
      {objectives.length === 0 && (
        <p className="muted">
          {t(archived.length > 0 ? 'studio:plan.all-objectives-archived' : 'studio:plan.no-objectives')}
        </p>
      )}
      {objectives.length > 0 && (
        <ul className="card-grid" role="list">
          {objectives.map((objective) => (
            <ObjectiveCard key={objective.id} objective={objective} acts={acts} />
          ))}
        </ul>
      )}
      <Archive
        title={t('studio:plan.archived-objectives')}
        things={archived}
        {...(acts ? { onRestore: (objective: Objective) => acts.onArchive(objective, false) } : {})}
      />
    </>
  );
}

function ObjectiveCard({ objective, acts }: Pick<ObjectivesProps, 'acts'> & { objective: Objective }) {
  const t = useT();
  const variant = useVariant();
  const title = textFor(objective.titles, variant);
  const measure = textFor(objective.measures, variant);
  const audience = textFor(objective.audiences, variant);
  return (
    <li className="card">
      <div className="objective__head">
        <h3 className="card__title">{title}</h3>
        {acts && (
          <ActsMenu
            title={title}
            onEdit={() => acts.onEdit(objective)}
            onArchive={() => acts.onArchive(objective, true)}
          />
        )}
      </div>
      <dl className="objective__facts">
        {measure && (
          <div>
            <dt>{t('studio:plan.measure')}</dt>
            <dd>{measure}</dd>
          </div>
        )}
        {audience && (
          <div>
            <dt>{t('studio:plan.audience')}</dt>
            <dd>{audience}</dd>
          </div>
        )}
      </dl>
    </li>
  );
}
