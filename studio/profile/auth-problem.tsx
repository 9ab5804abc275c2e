import { ApiProblem } from '../api/problems.ts';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useT } from '../words/index.ts';

const known = ['invalid-password', 'invalid-code', 'password-too-short', 'too-many'];

/** A fault of sign-in matters in our words; anything else as everywhere. */
export function AuthProblem({ error }: { error: unknown }) {
  const t = useT();
  if (!(error instanceof ApiProblem) || !known.includes(error.code)) return <ProblemNote problem={error} />;
  return (
    <p className="banner banner--danger" role="alert">
      <Icon name="warning" />
      {t(`studio:profile.${error.code}`)}
    </p>
  );
}
