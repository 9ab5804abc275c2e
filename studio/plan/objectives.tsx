import type { Objective } from '#/contract/index.ts';
import { textFor, useT, useVariant } from '../words/index.ts';

export function Objectives({ objectives }: { objectives: Objective[] }) {
  const t = useT();
  const variant = useVariant();
  if (objectives.length === 0) return <p className="muted">{t('studio:plan.no-objectives')}</p>;
  return (
    <ul className="card-grid" role="list">
      {objectives.map((objective) => {
        const measure = textFor(objective.measures, variant);
        const audience = textFor(objective.audiences, variant);
        return (
          <li key={objective.id} className="card">
            <h3 className="card__title">{textFor(objective.titles, variant)}</h3>
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
      })}
    </ul>
  );
}
