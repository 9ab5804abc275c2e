import { Icon } from '../shared/icon.tsx';
import { Menu, MenuItem } from '../shared/menu.tsx';
import { useT } from '../words/index.ts';

type ActsMenuProps = { title: string; onEdit: () => void; onArchive: () => void };

/** What may be done with an objective or a plan item. */
export function ActsMenu({ title, onEdit, onArchive }: ActsMenuProps) {
  const t = useT();
  return (
    <Menu
      className="button button--quiet button--icon"
      trigger={<Icon name="more" />}
      label={t('studio:plan.acts-of', { title })}
    >
      <MenuItem onAction={onEdit}>
        <Icon name="edit" />
        {t('common:action.edit')}
      </MenuItem>
      <MenuItem onAction={onArchive}>
        <Icon name="circle-minus" />
        {t('studio:plan.archive')}
      </MenuItem>
    </Menu>
  );
}
