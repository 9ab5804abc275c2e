import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { useT } from '../words/index.ts';
import { DirectoryOffers, startOf, useOffers } from './directory-offers.tsx';
import { knowsPasskeys } from './knows-passkeys.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { signIn } from './sign-in.ts';
import { SignInProblem } from './sign-in-problem.tsx';
import { useOfferedPasskey } from './use-offered-passkey.ts';

type SignInFormProps = {
  email?: string;
  /** The studio's page to come back to from a directory. */
  next: string | null;
  onSignedIn: () => void;
};

/** A passkey; or the institution's directory; or e-mail and password, then the second factor where the person has one. */
export function SignInForm({ email: first = '', next, onSignedIn }: SignInFormProps) {
  const t = useT();
  const [email, setEmail] = useState(first);
  const [password, setPassword] = useState('');
  const [second, setSecond] = useState(false);
  const [passkeyProblem, setPasskeyProblem] = useState<unknown>(null);
  const attempt = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: (asksSecond) => (asksSecond ? setSecond(true) : onSignedIn()),
  });
  const offers = useOffers(email);
  const [only] = offers.length === 1 && password === '' ? offers : [];
  const passkey = { onSignedIn, onProblem: setPasskeyProblem };
  useOfferedPasskey(passkey);
  if (second) return <SecondFactorForm onSignedIn={onSignedIn} onBack={() => setSecond(false)} />;
  return (
    <Form
      className="stack"
      onSubmit={() => {
        setPasskeyProblem(null);
        if (only) location.assign(startOf(only, next));
        else attempt.mutate();
      }}
    >
      <SignInProblem error={passkeyProblem ?? attempt.error} />
      <TextField
        label={t('common:field.email')}
        type="email"
        name="email"
        autoComplete="username webauthn"
        value={email}
        onChange={setEmail}
        required
      />
      <DirectoryOffers offers={offers} next={next} />
      <TextField
        label={t('common:field.password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        required={!only}
      />
      <button
        type="submit"
        className={`button button--large button--wide ${offers.length > 0 ? '' : 'button--primary'}`}
        aria-busy={attempt.isPending}
        aria-disabled={attempt.isPending}
      >
        {t('common:action.sign-in')}
      </button>
      {knowsPasskeys() && (
        <>
          <p className="sign-in__or muted">{t('studio:sign-in.or')}</p>
          <PasskeyButton {...passkey} />
        </>
      )}
    </Form>
  );
}
