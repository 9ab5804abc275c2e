import { ApiProblem } from '../api/problems.ts';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';
import { PasskeyProblem } from './passkey-problem.tsx';

const known = ['invalid-password', 'invalid-code', 'password-too-short', 'too-many'];

/** A fault of sign-in matters in our words; anything else as everywhere. */
export function AuthProblem({ error }: { error: unknown }) {
  const t = useT();
  if (!(error instanceof ApiProblem) || !known.includes(error.code)) return <PasskeyProblem error={error} />;
  return (
    <p className="banner banner--danger" role="alert">
      <Icon name="warning" />
      {t(`studio:profile.${error.code}`)}
    </p>
  );
}
