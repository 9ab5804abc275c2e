import { useEffect, useEffectEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { useHere } from '../session/institution.ts';
import { Icon, Page, ProblemNote, Skeleton } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import type { Step } from './steps.ts';
import { useStartKept, useSteps } from './use-start.ts';
import './start.css';

/** From an empty institution to its first post on the practice network. */
export function Component() {
  const t = useT();
  const here = useHere();
  const navigate = useNavigate();
  const { steps, problem, retry } = useSteps();
  const { kept, keep, underway, setUnderway } = useStartKept();
  const finished = steps?.every(({ state }) => state === 'done') ?? false;
  // Only when the screen is come to: a step that is set out for is set just before it is left.
  const arrive = useEffectEvent(() => {
    if (underway !== null) setUnderway(null);
    if (kept === 'left') keep(null); // taken up again
  });
  useEffect(() => arrive(), []);
  const leave = () => {
    keep('left');
    void navigate(here());
  };
  return (
    <Page title={t('studio:place.start')} note={t('studio:start.note')} narrow>
      <ProblemNote problem={problem} onRetry={retry} />
      {!steps && !problem && <Skeleton kind="cards" rows={4} />}
      {finished && (
        <div className="banner banner--success start-finished" role="status">
          <Icon name="check" />
          <div className="banner__body">
            <strong>{t('studio:start.finished')}</strong>
            <p>
              {t('studio:start.finished-text')} <Link to={here('practice')}>{t('studio:start.see')}</Link>
            </p>
          </div>
        </div>
      )}
      <ol className="start-steps" role="list">
        {steps?.map((step, index) => (
          <StepCard key={step.name} step={step} no={index + 1} />
        ))}
      </ol>
      {steps && !finished && (
        <button type="button" className="button button--quiet" onClick={leave}>
          {t('studio:start.not-now')}
        </button>
      )}
    </Page>
  );
}

function StepCard({ step, no }: { step: Step; no: number }) {
  const t = useT();
  const here = useHere();
  const { setUnderway } = useStartKept();
  const { name, state, left, path } = step;
  return (
    <li className="card start-step" data-state={state} aria-current={state === 'next' ? 'step' : undefined}>
      <span className="start-step__no" aria-hidden="true">
        {state === 'done' ? <Icon name="check" /> : no}
      </span>
      <div className="start-step__text">
        <h2 className="start-step__title">{t(`studio:start.step.${name}.title`)}</h2>
        <p>{t(`studio:start.step.${name}.text`)}</p>
        {left.length > 0 ? (
          <p className="start-step__left">
            {t('studio:start.lacks')} {left.map((one) => t(`studio:start.left.${one}`)).join('; ')}
          </p>
        ) : (
          <p className="start-step__done">{t('studio:start.done')}</p>
        )}
      </div>
      <Link
        className={state === 'next' ? 'button button--primary' : 'button'}
        to={here(path)}
        onClick={() => state !== 'done' && setUnderway(name)}
      >
        {t(`studio:start.step.${name}.${state === 'done' ? 'see' : 'act'}`)}
      </Link>
    </li>
  );
}
