import { Link } from 'react-router';
import { useHere } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';
import { STEP_NAMES, type StepName } from './steps.ts';

/** Which step the open screen belongs to, and the way back to the start. */
export default function StartNote({ step, onHide }: { step: StepName; onHide: () => void }) {
  const t = useT();
  const here = useHere();
  return (
    <nav className="banner start-return" aria-label={t('studio:place.start')}>
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
        onClick={onHide}
      >
        <Icon name="cross" />
      </button>
    </nav>
  );
}
