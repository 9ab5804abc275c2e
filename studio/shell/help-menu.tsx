import { useNavigate } from 'react-router';
import { useHere } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { Menu, MenuItem } from '../shared/menu.tsx';
import { useMayStart } from '../start/use-start.ts';
import { useT } from '../words/index.ts';
import { openShortcutSheet } from './shortcuts.tsx';

/** What helps on the way: the guided start, and the keys. */
export function HelpMenu() {
  const t = useT();
  const here = useHere();
  const navigate = useNavigate();
  const mayStart = useMayStart();
  return (
    <Menu
      className="button button--quiet button--icon"
      label={t('studio:shell.help')}
      trigger={<Icon name="question" />}
    >
      {mayStart && (
        <MenuItem textValue={t('studio:place.start')} onAction={() => void navigate(here('start'))}>
          <Icon name="flag" />
          {t('studio:place.start')}
        </MenuItem>
      )}
      <MenuItem onAction={openShortcutSheet} textValue={t('studio:shortcuts.title')}>
        <Icon name="key" />
        {t('studio:shortcuts.title')}
        <span className="menu__end">
          <kbd>?</kbd>
        </span>
      </MenuItem>
    </Menu>
  );
}
