import { Link, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { queryClient } from '../api/query-client.ts';
import { Icon } from '../shared/icon.tsx';
import { useSetVariant, useT } from '../words/index.ts';
import { chosenVariant } from '../words/first-variant.ts';
import { DirectoryFault } from './directory-fault.tsx';
import { Entrance } from './entrance.tsx';
import { meQuery } from './me.ts';
import { SignInForm } from './sign-in-form.tsx';

export function Component() {
  const t = useT();
  const navigate = useNavigate();
  const setVariant = useSetVariant();
  const { demo, mails } = useLoaderData<{ demo: boolean; mails: boolean }>();
  const [search] = useSearchParams();
  const wanted = search.get('next');
  const next = wanted?.startsWith('/') && !wanted.startsWith('//') ? wanted : null;
  const fault = search.get('fault');
  const enter = async () => {
    // The person's own language, where this browser has not been told another one.
    const me = queryClient.getQueryData(meQuery.queryKey);
    if (me && !chosenVariant()) await setVariant(me.language);
    await navigate(next ?? '/', { replace: true });
  };
  return (
    <Entrance title={t('studio:sign-in.title')}>
      {fault && <DirectoryFault code={fault} />}
      <SignInForm next={next} onSignedIn={() => void enter()} />
      <p className="entrance__note">
        {mails ? (
          <Link to="/forgotten-password">{t('studio:forgotten.link')}</Link>
        ) : (
          <span className="muted">{t('studio:forgotten.ask-administrator')}</span>
        )}
      </p>
      {demo && (
        <p className="banner banner--info entrance__note">
          <Icon name="info" />
          <span>{t('studio:sign-in.demo')}</span>
        </p>
      )}
    </Entrance>
  );
}
