import { lazy, Suspense } from 'react';
import { useLocation } from 'react-router';
import { useHere } from '../session/institution.ts';
import { patiently } from '../shared/later.ts';
import { withWords } from '../words/index.ts';
import { STEP_NAMES } from './steps.ts';
import { useStartKept } from './use-start.ts';

const StartNote = lazy(patiently(withWords(['studio/start'], () => import('./start-note.tsx'))));

/** On the screen of a step: which one it is, and the way back. */
export function StartReturn() {
  const here = useHere();
  const { pathname } = useLocation();
  const { underway, setUnderway } = useStartKept();
  const step = STEP_NAMES.find((name) => name === underway);
  if (!step || pathname === here('start')) return null;
  return (
    <Suspense fallback={null}>
      <StartNote step={step} onHide={() => setUnderway(null)} />
    </Suspense>
  );
}
