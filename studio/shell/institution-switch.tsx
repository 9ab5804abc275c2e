import { useNavigate } from 'react-router';
import type { Membership } from '#/contract/index.ts';
import { useInstitution } from '../session/institution.ts';
import { useMe } from '../session/me.ts';
import { Avatar } from '../shared/avatar.tsx';
import { Icon } from '../shared/icon.tsx';
import { Menu, MenuItem } from '../shared/menu.tsx';
import { textFor, useT, useVariant } from '../words/index.ts';

/** Where the person is; a menu where they belong to more than one institution. */
export function InstitutionSwitch() {
  const t = useT();
  const variant = useVariant();
  const navigate = useNavigate();
  const current = useInstitution();
  const { memberships } = useMe();
  const rolesOf = ({ roles }: Membership) => roles.map((role) => t(`common:role.${role}`)).join(', ');
  const inside = (
    <>
      <Avatar name={current.shortName} src={current.logoUrl} square />
      <span className="institution-switch__name">
        {current.name}
        <span className="institution-switch__role">{rolesOf(current.membership)}</span>
      </span>
    </>
  );
  if (memberships.length < 2) return <div className="institution-switch">{inside}</div>;
  const trigger = (
    <>
      {inside}
      <Icon name="chevron-down" />
    </>
  );
  return (
    <Menu trigger={trigger} className="institution-switch">
      {memberships.map((membership) => {
        const { institution } = membership;
        const name = textFor(institution.names, variant);
        return (
          <MenuItem
            key={institution.id}
            textValue={name}
            onAction={() => void navigate(`/${institution.slug}`)}
          >
            <Avatar
              name={textFor(institution.shortNames, variant) || name}
              src={institution.logoUrl}
              square
              small
            />
            <span>
              {name}
              <span className="menu__note">{rolesOf(membership)}</span>
            </span>
            {institution.id === current.id && <Icon name="check" />}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
