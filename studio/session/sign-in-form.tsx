import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '../shared/field.tsx';
import { useT } from '../words/index.ts';
import { SecondFactorForm } from './second-factor-form.tsx';
import { signIn } from './sign-in.ts';
import { SignInProblem } from './sign-in-problem.tsx';

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
