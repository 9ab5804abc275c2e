import { auth } from '../api/auth.ts';
import { useT } from '../words/index.ts';
import { Entrance } from './entrance.tsx';

async function leave(): Promise<void> {
  await auth('sign-out');
  location.assign('/studio/sign-in');
}

/** Signed in, and nowhere a member yet. */
export function Component() {
  const t = useT();
  return (
    <Entrance title={t('studio:no-institution.title')}>
      <p>{t('studio:no-institution.text')}</p>
      <button type="button" className="button" onClick={() => void leave()}>
        {t('common:action.sign-out')}
      </button>
    </Entrance>
  );
}
