import { ApiProblem } from '../api/problems.ts';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useT } from '../words/index.ts';

const known = [
  'passkey-cancelled',
  'passkey-known',
  'passkey-not-verified',
  'session-not-fresh',
  'second-factor-not-used',
  'signed-in-for-one-institution',
];

/** Why a way of signing in was not added or taken away, and what to do; other faults as everywhere. */
export function PasskeyProblem({ error }: { error: unknown }) {
  const t = useT();
  if (!(error instanceof ApiProblem) || !known.includes(error.code)) return <ProblemNote problem={error} />;
  return (
    <p className="banner banner--danger" role="alert">
      <Icon name="warning" />
      {t(`studio:passkey.fault.${error.code}`)}
    </p>
  );
}
