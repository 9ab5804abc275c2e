import { Icon } from '../shared/icon.tsx';
import { useMoreWords, useT } from '../words/index.ts';

/** What the way through a directory can end in; the address may say anything else. */
const known = [
  'unreachable',
  'secret-refused',
  'refused-there',
  'answer-invalid',
  'email-unverified',
  'no-email',
  'foreign-domain',
  'no-role',
  'expired',
  'provider-not-found',
];

/** Why the directory's way did not end in a session, and what to do. */
export function DirectoryFault({ code }: { code: string }) {
  const t = useT();
  const there = useMoreWords('errors');
  const words = known.includes(code)
    ? there && t(`errors:sign-in.${code}`)
    : t('studio:sign-in.unexpected-next');
  return (
    <div className="banner banner--danger shell__offline" role="alert">
      <Icon name="warning" />
      <div className="banner__body">
        <p className="banner__title">{t('studio:sign-in.directory-failed')}</p>
        {words && <p>{words}</p>}
      </div>
    </div>
  );
}
