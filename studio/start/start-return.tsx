import { Link, useLocation } from 'react-router';
import { useHere } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';
import { STEP_NAMES } from './steps.ts';
import { useStartKept } from './use-start.ts';

/** On the screen of a step: which one it is, and the way back. */
export function StartReturn() {
  const t = useT();
  const here = useHere();
  const { pathname } = useLocation();
  const { underway, setUnderway } = useStartKept();
  const step = STEP_NAMES.find((name) => name === underway);
  if (!step || pathname === here('start')) return null;
  return (
    <nav className="banner start-return" aria-label={t('studio:start.title')}>
      <Icon name="flag" />
      <p className="banner__body">
        {t('studio:start.at-step', {
          no: STEP_NAMES.indexOf(step) + 1,
          step: t(`studio:start.step.${step}.title`),
        })}{' '}
        <Link to={here('start')}>{t('studio:start.back')}</Link>
      </p>
      <button
        type="button"
        className="button button--quiet button--icon"
        aria-label={t('studio:start.hide')}
        onClick={() => setUnderway(null)}
      >
        <Icon name="cross" />
      </button>
    </nav>
  );
}
