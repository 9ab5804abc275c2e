import { ApiProblem, OfflineProblem } from '../api/problems.ts';
import { Icon } from '../shared/icon.tsx';
import { useT, type T } from '../words/index.ts';
import { CookieLost } from './sign-in.ts';

/** The codes of better-auth that have a sentence of their own. */
const known = [
  'invalid-email-or-password',
  'invalid-code',
  'invalid-backup-code',
  'too-many',
  'invalid-email',
  'passkey-cancelled',
  'passkey-not-found',
  'passkey-not-verified',
  'challenge-not-found',
];

export function signInWords(error: unknown, t: T): { title: string; next: string } {
  if (error instanceof CookieLost) {
    const why = location.protocol === 'http:' ? 'plain-http' : 'cookies';
    return { title: t(`studio:sign-in.${why}`), next: t(`studio:sign-in.${why}-next`) };
  }
  if (error instanceof OfflineProblem) {
    return { title: t('studio:problem.offline'), next: t('studio:sign-in.offline-next') };
  }
  const code = error instanceof ApiProblem && known.includes(error.code) ? error.code : 'unexpected';
  return { title: t(`studio:sign-in.${code}`), next: t(`studio:sign-in.${code}-next`) };
}

/** Why nobody is signed in yet, and what to do. */
export function SignInProblem({ error }: { error: unknown }) {
  const t = useT();
  if (!error) return null;
  const { title, next } = signInWords(error, t);
  return (
    <div className="banner banner--danger" role="alert">
      <Icon name="warning" />
      <div className="banner__body">
        <p className="banner__title">{title}</p>
        <p>{next}</p>
      </div>
    </div>
  );
}
