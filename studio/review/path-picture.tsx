import type { PathStep, PostReview } from '#/contract/index.ts';
import { Icon } from '../shared/index.ts';
import { useT, type T } from '../words/index.ts';

type Names = { people: ReadonlyMap<string, string>; outside: ReadonlyMap<string, string> };

export const namesOf = (review: Pick<PostReview, 'people' | 'outside'>): Names => ({
  people: new Map(review.people.map(({ id, name }) => [id, name])),
  outside: new Map(review.outside.map(({ id, name }) => [id, name])),
});

/** Who is asked in a step, as a sentence would list them. */
export function whoIn(step: PathStep, names: Names, t: T): string[] {
  const gone = t('review:path.gone');
  return [
    ...step.roles.map((role) => t(`common:role.${role}`)),
    ...step.people.map((id) => names.people.get(id) ?? gone),
    ...step.outside.map((id) => names.outside.get(id) ?? gone),
  ];
}

type PathPictureProps = {
  steps: readonly PathStep[];
  names: Names;
  /** The step that a post stands at, counted from 1; steps before it are done. */
  at?: number | null;
  label: string;
};

/** The steps of a path from left to right, or one under the other where there is no room. */
export function PathPicture({ steps, names, at = null, label }: PathPictureProps) {
  const t = useT();
  return (
    <ol className="path" role="list" aria-label={label}>
      {steps.map((step, index) => {
        const phase = at === null ? 'plain' : index + 1 < at ? 'done' : index + 1 === at ? 'now' : 'next';
        const who = whoIn(step, names, t);
        return (
          <li
            key={step.id}
            className={`path__step path__step--${phase}`}
            aria-current={phase === 'now' ? 'step' : undefined}
          >
            <span className="path__no" aria-hidden="true">
              {phase === 'done' ? <Icon name="check" /> : index + 1}
            </span>
            <span className="path__body">
              <span className="path__name">{step.name || who.join(', ')}</span>
              {step.name && <span className="path__who">{who.join(', ')}</span>}
              <span className="path__who">
                {who.length > 1 && t(`review:path.need-${step.need}`)}
                {who.length > 1 && (step.edits || step.deadline) && ' · '}
                {step.edits && t('review:path.writes')}
                {step.edits && step.deadline && ' · '}
                {step.deadline &&
                  t(`review:path.deadline-${step.deadline.from}`, { count: step.deadline.hours })}
              </span>
              {phase === 'done' && <span className="visually-hidden">{t('review:path.done')}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
