import { useState } from 'react';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { useT } from '../words/index.ts';
import { AuthProblem } from './auth-problem.tsx';

type PasswordStepProps = {
  text: string;
  action: string;
  danger?: boolean;
  isPending: boolean;
  error: unknown;
  onPassword: (password: string) => void;
};

/** Asks for the password before something that guards the account is changed. */
export function PasswordStep({ text, action, danger, isPending, error, onPassword }: PasswordStepProps) {
  const t = useT();
  const [password, setPassword] = useState('');
  return (
    <Form
      className="stack"
      onSubmit={() => {
        onPassword(password);
      }}
    >
      <p>{text}</p>
      <TextField
        label={t('common:field.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        required
      />
      <AuthProblem error={error} />
      <div className="dialog__foot">
        <button
          type="submit"
          className={danger ? 'button button--primary button--danger' : 'button button--primary'}
          aria-busy={isPending}
          aria-disabled={isPending}
        >
          {action}
        </button>
      </div>
    </Form>
  );
}
