import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, OfflineProblem } from '../api/problems.ts';
import { TextField } from '../shared/field.tsx';
import { Icon } from '../shared/icon.tsx';
import { useT, type T } from '../words/index.ts';
import { SecondFactorForm } from './second-factor-form.tsx';
import { CookieLost, signIn } from './sign-in.ts';

/** The codes of better-auth that have a sentence of their own. */
const known = [
  'invalid-email-or-password',
  'invalid-code',
  'invalid-backup-code',
  'too-many',
  'invalid-email',
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

/** E-mail and password, then the second factor where the person has one. */
export function SignInForm({ email: first = '', onSignedIn }: { email?: string; onSignedIn: () => void }) {
  const t = useT();
  const [email, setEmail] = useState(first);
  const [password, setPassword] = useState('');
  const [second, setSecond] = useState(false);
  const attempt = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: (asksSecond) => (asksSecond ? setSecond(true) : onSignedIn()),
  });
  if (second) return <SecondFactorForm onSignedIn={onSignedIn} onBack={() => setSecond(false)} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        attempt.mutate();
      }}
    >
      <SignInProblem error={attempt.error} />
      <TextField
        label={t('common:field.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        required
      />
      <TextField
        label={t('common:field.password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        required
      />
      <button
        type="submit"
        className="button button--primary button--large button--wide"
        aria-busy={attempt.isPending}
        aria-disabled={attempt.isPending}
      >
        {t('common:action.sign-in')}
      </button>
    </form>
  );
}
