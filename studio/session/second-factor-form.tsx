import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { useT } from '../words/index.ts';
import { giveSecondFactor, type SecondFactor } from './sign-in.ts';
import { SignInProblem } from './sign-in-problem.tsx';

type SecondFactorFormProps = { onSignedIn: () => void; onBack: () => void };

/** The six digits of the authenticator, or one of the recovery codes. */
export function SecondFactorForm({ onSignedIn, onBack }: SecondFactorFormProps) {
  const t = useT();
  const [kind, setKind] = useState<SecondFactor>('totp');
  const [code, setCode] = useState('');
  const [trust, setTrust] = useState(false);
  const attempt = useMutation({
    mutationFn: () => giveSecondFactor(kind, code, trust),
    onSuccess: onSignedIn,
  });
  const swap = () => {
    setKind(kind === 'totp' ? 'recovery' : 'totp');
    setCode('');
    attempt.reset();
  };
  return (
    <Form
      className="stack"
      onSubmit={() => {
        attempt.mutate();
      }}
    >
      <SignInProblem error={attempt.error} />
      <TextField
        key={kind}
        label={t(`studio:sign-in.${kind}`)}
        hint={t(`studio:sign-in.${kind}-hint`)}
        value={code}
        onChange={setCode}
        inputMode={kind === 'totp' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        short
        required
      />
      {kind === 'totp' && (
        <label className="check">
          <input type="checkbox" checked={trust} onChange={(event) => setTrust(event.target.checked)} />
          {t('studio:sign-in.trust')}
        </label>
      )}
      <button
        type="submit"
        className="button button--primary button--large button--wide"
        aria-busy={attempt.isPending}
        aria-disabled={attempt.isPending}
      >
        {t('common:action.sign-in')}
      </button>
      <div className="button-group">
        <button type="button" className="button button--quiet" onClick={swap}>
          {t(kind === 'totp' ? 'studio:sign-in.use-recovery' : 'studio:sign-in.use-totp')}
        </button>
        <button type="button" className="button button--quiet" onClick={onBack}>
          {t('common:action.back')}
        </button>
      </div>
    </Form>
  );
}
