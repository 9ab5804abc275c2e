import { Link } from 'react-router';
import { SearchButton } from '../search/search-box.tsx';
import { useHere, usePermission } from '../session/institution.ts';
import { Bell } from '../notices/bell.tsx';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';
import { HelpMenu } from './help-menu.tsx';
import { InstitutionSwitch } from './institution-switch.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { KEYS } from './keys/registry.ts';
import { useLetterKeys } from './letter-keys.ts';
import { ProfileMenu } from './profile-menu.tsx';

export function TopBar() {
  const t = useT();
  const here = useHere();
  const mayWrite = usePermission('post.write');
  const letterKeys = useLetterKeys();
  return (
    <>
      <InstitutionSwitch />
      <div className="shell__top-end">
        <SearchButton />
        {mayWrite && (
          <Link
            className="button button--primary shell__new"
            to={here('posts/new')}
            aria-keyshortcuts={letterKeys ? KEYS.everywhere['new-post'].join('+') : undefined}
          >
            <Icon name="plus" />
            <span className="shell__new-word">{t('studio:shell.new-post')}</span>
          </Link>
        )}
        <Bell />
        <LanguageMenu />
        <HelpMenu />
        <ProfileMenu />
      </div>
    </>
  );
}
