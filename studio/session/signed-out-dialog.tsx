import { Dialog } from '../shared/dialog.tsx';
import { useT } from '../words/index.ts';
import { useMe } from './me.ts';
import { SignInForm } from './sign-in-form.tsx';

const pageHere = () => location.pathname.replace(/^\/studio/, '') + location.search;

/** Over the open page, so that what was typed is still there afterwards. */
export default function SignedOutDialog({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useT();
  const me = useMe();
  return (
    <Dialog
      title={t('studio:session.ended')}
      isOpen
      onClose={() => location.assign('/studio/')}
      isDismissable={false}
    >
      <p>{t('studio:session.ended-text')}</p>
      <SignInForm email={me.email} next={pageHere()} onSignedIn={onSignedIn} />
    </Dialog>
  );
}
