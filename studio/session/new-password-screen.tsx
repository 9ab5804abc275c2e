import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { call, isProblem } from '../api/index.ts';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { useT } from '../words/index.ts';
import { Entrance } from './entrance.tsx';

type PasswordLink = { personId: string; until: number; stamp: string; signature: string };

/** The page behind the mailed link: a password of one's own, and on to sign in with it. */
export function Component() {
  const t = useT();
  const { personId = '', until = '', stamp = '' } = useParams();
  // After the #, so that it stands in no log of any server on the way.
  const signature = useLocation().hash.slice(1);
  const link = { personId, until: Number(until), stamp, signature };
  const { data, error, refetch } = useQuery({
    queryKey: ['password-link', personId, until, stamp, signature],
    queryFn: () => call('openPasswordLink', { body: link }),
    retry: false,
    // Once it is used it is over, which is no news for whoever has just used it.
    staleTime: Infinity,
  });
  return (
    <Entrance title={t('studio:new-password.title')}>
      <ProblemNote problem={error} {...(isProblem(error) ? {} : { onRetry: () => void refetch() })} />
      {error && (
        <p className="entrance__note">
          <Link to="/forgotten-password">{t('studio:new-password.ask-again')}</Link>
        </p>
      )}
      {!data && !error && <Skeleton rows={2} />}
      {data && <PasswordForm email={data.email} link={link} />}
    </Entrance>
  );
}

function PasswordForm({ email, link }: { email: string; link: PasswordLink }) {
  const t = useT();
  const [password, setPassword] = useState('');
  const choose = useMutation({ mutationFn: () => call('choosePassword', { body: { ...link, password } }) });
  if (choose.isSuccess)
    return (
      <div className="stack" role="status">
        <p>{t('studio:new-password.done')}</p>
        <Link className="button button--primary button--large" to="/sign-in">
          {t('common:action.sign-in')}
        </Link>
      </div>
    );
  return (
    <Form
      className="stack"
      onSubmit={() => {
        choose.mutate();
      }}
    >
      <p>{t('studio:new-password.lead')}</p>
      {/* Password managers keep the new password under this address. */}
      <TextField
        label={t('common:field.email')}
        type="email"
        autoComplete="username"
        value={email}
        onChange={() => undefined}
        readOnly
      />
      <TextField
        label={t('studio:new-password.field')}
        hint={t('studio:password.hint')}
        type="password"
        autoComplete="new-password"
        error={isProblem(choose.error) ? choose.error.faultAt('/password') : undefined}
        value={password}
        onChange={setPassword}
        minLength={12}
        required
      />
      <ProblemNote problem={choose.error} />
      <button
        type="submit"
        className="button button--primary button--large button--wide"
        aria-busy={choose.isPending}
        aria-disabled={choose.isPending}
      >
        {t('studio:new-password.save')}
      </button>
    </Form>
  );
}
