import { useEffect } from 'react';
import { Link } from 'react-router';
import { useHere } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';
import type { Step } from './steps.ts';
import { useMayStart, useStartKept, useSteps } from './use-start.ts';
import './start.css';

/** The steps for Today; `isReady` once it is known whether there is a card, so that nothing jumps when it comes. */
export function useStartCard(): { steps: Step[] | null; isReady: boolean } {
  const mayStart = useMayStart();
  const { kept, keep } = useStartKept();
  const wanted = mayStart && kept === null;
  const { steps, problem } = useSteps(wanted);
  const done = steps?.every(({ state }) => state === 'done') ?? false;
  useEffect(() => {
    if (wanted && done) keep('finished');
  });
  return { steps: wanted && !done ? steps : null, isReady: !wanted || steps !== null || problem !== null };
}

/** The way in, in one line: how far it is and what comes next. */
export function StartCard({ steps }: { steps: readonly Step[] }) {
  const t = useT();
  const here = useHere();
  const { keep } = useStartKept();
  const done = steps.filter(({ state }) => state === 'done').length;
  const next = steps.find(({ state }) => state === 'next');
  return (
    <section className="card start-card" aria-labelledby="start-card">
      <Icon name="flag" />
      <div className="start-card__text">
        <h2 className="start-card__title" id="start-card">
          {t('studio:place.start')}
        </h2>
        <p>
          {t('studio:start.progress', { done, all: steps.length })}{' '}
          {next && t('studio:start.next', { step: t(`studio:start.step.${next.name}.title`) })}
        </p>
      </div>
      <div className="button-group">
        <Link className="button button--primary" to={here('start')}>
          {t(done === 0 ? 'studio:start.begin' : 'studio:start.go-on')}
        </Link>
        <button type="button" className="button button--quiet" onClick={() => keep('left')}>
          {t('studio:start.not-now')}
        </button>
      </div>
    </section>
  );
}
