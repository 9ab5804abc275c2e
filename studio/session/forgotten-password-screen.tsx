import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { call, isProblem } from '../api/index.ts';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useT } from '../words/index.ts';
import { Entrance } from './entrance.tsx';

/** Asks for a link by e-mail. What it answers is the same whoever asks. */
export function Component() {
  const t = useT();
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => call('askForPassword', { body: { email: email.trim() } }) });
  return (
    <Entrance title={t('studio:forgotten.title')}>
      {ask.isSuccess ? (
        <div role="status" className="stack">
          <p>{t('studio:forgotten.sent', { email: email.trim() })}</p>
          <p className="muted">{t('studio:forgotten.sent-next')}</p>
        </div>
      ) : (
        <Form
          className="stack"
          onSubmit={() => {
            ask.mutate();
          }}
        >
          <p>{t('studio:forgotten.lead')}</p>
          <TextField
            label={t('common:field.email')}
            type="email"
            autoComplete="username"
            error={isProblem(ask.error) ? ask.error.faultAt('/email') : undefined}
            value={email}
            onChange={setEmail}
            required
          />
          <ProblemNote problem={ask.error} />
          <button
            type="submit"
            className="button button--primary button--large button--wide"
            aria-busy={ask.isPending}
            aria-disabled={ask.isPending}
          >
            {t('studio:forgotten.send')}
          </button>
        </Form>
      )}
      <p className="entrance__note">
        <Link to="/sign-in">{t('studio:forgotten.back')}</Link>
      </p>
    </Entrance>
  );
}
