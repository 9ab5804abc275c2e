import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { auth } from '../api/auth.ts';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { AuthProblem } from './auth-problem.tsx';

export function PasswordForm() {
  const t = useT();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [others, setOthers] = useState(true);
  const change = useMutation({
    mutationFn: () =>
      auth('change-password', { currentPassword: current, newPassword: next, revokeOtherSessions: others }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      toast({ text: t('studio:profile.password-changed') });
    },
  });
  return (
    <section className="card" aria-labelledby="password">
      <h2 id="password" className="card__title">
        {t('studio:profile.password')}
      </h2>
      <Form
        className="stack"
        onSubmit={() => {
          change.mutate();
        }}
      >
        <TextField
          label={t('studio:profile.current-password')}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          required
        />
        <TextField
          label={t('studio:profile.new-password')}
          hint={t('studio:password.hint')}
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          minLength={12}
          required
        />
        <label className="check">
          <input type="checkbox" checked={others} onChange={(event) => setOthers(event.target.checked)} />
          {t('studio:profile.end-others')}
        </label>
        <AuthProblem error={change.error} />
        <div>
          <button
            type="submit"
            className="button"
            aria-busy={change.isPending}
            aria-disabled={change.isPending}
          >
            {t('studio:profile.change-password')}
          </button>
        </div>
      </Form>
    </section>
  );
}
