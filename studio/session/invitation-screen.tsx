import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { call, isProblem, type Result } from '../api/index.ts';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { textFor, useT, useVariant } from '../words/index.ts';
import { Entrance } from './entrance.tsx';
import { signIn } from './sign-in.ts';

/** The page behind the link of an invitation: who invites, and a name and a password of one's own. */
export function Component() {
  const t = useT();
  const { invitationId = '', serial = '' } = useParams();
  // After the #, so that it stands in no log of any server on the way.
  const signature = useLocation().hash.slice(1);
  const link = { invitationId, serial: Number(serial), signature };
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', invitationId, serial, signature],
    queryFn: () => call('openInvitation', { body: link }),
    retry: false,
  });
  return (
    <Entrance title={t('studio:invitation.title')}>
      <ProblemNote problem={error} {...(isProblem(error) ? {} : { onRetry: () => void refetch() })} />
      {error && (
        <p>
          <Link to="/sign-in">{t('common:action.sign-in')}</Link>
        </p>
      )}
      {!data && !error && <Skeleton rows={3} />}
      {data && <AnswerForm invitation={data} link={link} />}
    </Entrance>
  );
}

type AnswerFormProps = {
  invitation: Result<'openInvitation'>;
  link: { invitationId: string; serial: number; signature: string };
};

function AnswerForm({ invitation, link }: AnswerFormProps) {
  const t = useT();
  const variant = useVariant();
  const navigate = useNavigate();
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: async () => {
      const joined = await call('acceptInvitation', { body: { ...link, name, password, language: variant } });
      if (!joined.hadAccount) await signIn(joined.email, password);
      return joined;
    },
    onSuccess: ({ hadAccount, slug }) => {
      if (!hadAccount) void navigate(`/${slug}`, { replace: true });
    },
  });
  const fault = (path: string) => (isProblem(accept.error) ? accept.error.faultAt(path) : undefined);
  if (accept.data?.hadAccount)
    return (
      <div className="stack">
        <p>{t('studio:invitation.had-account')}</p>
        <Link className="button button--primary" to="/sign-in">
          {t('common:action.sign-in')}
        </Link>
      </div>
    );
  return (
    <Form
      className="stack"
      onSubmit={() => {
        accept.mutate();
      }}
    >
      <p className="lead">
        {t('studio:invitation.lead', {
          institution: textFor(invitation.institution.names, variant),
          roles: invitation.roles.map((role) => t(`common:role.${role}`)).join(', '),
        })}
      </p>
      <p>{t('studio:invitation.sign-in-with', { email: invitation.email })}</p>
      <TextField
        label={t('studio:people.name')}
        autoComplete="name"
        error={fault('/name')}
        value={name}
        onChange={setName}
        required
      />
      <TextField
        label={t('common:field.password')}
        hint={t('studio:password.hint')}
        type="password"
        autoComplete="new-password"
        error={fault('/password')}
        value={password}
        onChange={setPassword}
        minLength={12}
        required
      />
      <ProblemNote problem={accept.error} />
      <button
        type="submit"
        className="button button--primary button--large"
        aria-busy={accept.isPending}
        aria-disabled={accept.isPending}
      >
        {t('studio:invitation.accept')}
      </button>
    </Form>
  );
}
