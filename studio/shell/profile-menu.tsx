import { useNavigate } from 'react-router';
import { auth } from '../api/auth.ts';
import { useHere } from '../session/institution.ts';
import { useMe } from '../session/me.ts';
import { Avatar } from '../shared/avatar.tsx';
import { Icon, type IconName } from '../shared/icon.tsx';
import { Menu, MenuItem } from '../shared/menu.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { setTheme, THEMES, useTheme } from './theme.ts';

const themeIcons: Record<(typeof THEMES)[number], IconName> = {
  auto: 'circle-half',
  light: 'sun',
  dark: 'moon',
};

export function ProfileMenu() {
  const t = useT();
  const me = useMe();
  const here = useHere();
  const navigate = useNavigate();
  const theme = useTheme();
  const signOut = async () => {
    try {
      await auth('sign-out');
      // A fresh page: nothing of this person stays in the browser's memory.
      location.assign('/studio/sign-in');
    } catch {
      toast({ text: t('studio:session.sign-out-failed'), tone: 'danger' });
    }
  };
  return (
    <Menu
      className="button button--quiet button--icon"
      label={t('studio:shell.profile-of', { name: me.name })}
      trigger={<Avatar name={me.name} />}
    >
      <MenuItem textValue={me.name} onAction={() => void navigate(here('profile'))}>
        <Avatar name={me.name} small />
        <span>
          {me.name}
          <span className="menu__note">{me.email}</span>
        </span>
      </MenuItem>
      {THEMES.map((one) => (
        <MenuItem
          key={one}
          textValue={t(`studio:theme.${one}`)}
          aria-current={one === theme ? true : undefined}
          onAction={() => setTheme(one)}
        >
          <Icon name={themeIcons[one]} />
          {t(`studio:theme.${one}`)}
          {one === theme && <Icon name="check" />}
        </MenuItem>
      ))}
      <MenuItem onAction={() => void signOut()} textValue={t('common:action.sign-out')}>
        <Icon name="sign-out" />
        {t('common:action.sign-out')}
      </MenuItem>
    </Menu>
  );
}
