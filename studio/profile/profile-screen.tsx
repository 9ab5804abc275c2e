import { Page } from '../shared/page.tsx';
import { useT } from '../words/index.ts';
import { LetterKeys } from './letter-keys.tsx';
import { NameForm } from './name-form.tsx';
import { Passkeys } from './passkeys.tsx';
import { NoticeChoices } from './notice-choices.tsx';
import { PasswordForm } from './password-form.tsx';
import { Sessions } from './sessions.tsx';
import { TwoFactor } from './two-factor.tsx';

/** The person's own: name, password, second step, passkeys, notices, keys, where they are signed in. */
export function Component() {
  const t = useT();
  return (
    <Page title={t('studio:place.profile')} narrow>
      <div className="stack stack--loose">
        <NameForm />
        <PasswordForm />
        <TwoFactor />
        <Passkeys />
        <NoticeChoices />
        <LetterKeys />
        <Sessions />
      </div>
    </Page>
  );
}
