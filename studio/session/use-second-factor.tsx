import { useState } from 'react';
import { useT } from '../words/index.ts';
import { knowsPasskeys } from './knows-passkeys.ts';
import { PasskeyButton } from './passkey-button.tsx';
import type { DemandProps } from './set-up-second-factor.tsx';
import { SignInProblem } from './sign-in-problem.tsx';

type UseProps = DemandProps & { onSignedIn: () => Promise<void>; onLeave: () => Promise<void> };

/** Somebody has a second step and came in without it. */
export function UseSecondFactor({ name, date, due, onSignedIn, onLeave }: UseProps) {
  const t = useT();
  const [problem, setProblem] = useState<unknown>(null);
  return (
    <>
      <p>{t(due ? 'studio:access.use-due' : 'studio:access.use-soon', { institution: name, date })}</p>
      <SignInProblem error={problem} />
      {knowsPasskeys() && <PasskeyButton onSignedIn={() => void onSignedIn()} onProblem={setProblem} />}
      <button type="button" className="button button--large button--wide" onClick={() => void onLeave()}>
        {t('studio:access.again')}
      </button>
    </>
  );
}
