import { ROLES, type Role } from '#/contract/index.ts';
import { useT } from '../words/index.ts';

type RoleChoicesProps = { roles: readonly Role[]; onChange: (roles: Role[]) => void };

/** The roles, each with what it may do. */
export function RoleChoices({ roles, onChange }: RoleChoicesProps) {
  const t = useT();
  const toggle = (role: Role) =>
    onChange(ROLES.filter((one) => (one === role ? !roles.includes(role) : roles.includes(one))));
  return (
    <fieldset className="choices">
      <legend className="choices__legend">{t('studio:people.roles')}</legend>
      {ROLES.map((role) => (
        <label key={role} className="choice-card">
          <span className="check">
            <input type="checkbox" checked={roles.includes(role)} onChange={() => toggle(role)} />
          </span>
          <span>
            <strong>{t(`common:role.${role}`)}</strong>
            <br />
            <span className="muted">{t(`studio:people.role-${role}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
