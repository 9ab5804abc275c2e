import { ROLES, type Account, type AccountLimits, type Role } from '#/contract/index.ts';
import { useT } from '../words/index.ts';

type RoleChoicesProps = {
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
  /** Where each role can be limited to some accounts. */
  reach?: { limits: AccountLimits; accounts: readonly Account[]; onChange: (limits: AccountLimits) => void };
};

/** Limits of roles that were taken away again are none. */
export const limitsOf = (roles: readonly Role[], limits: AccountLimits): AccountLimits =>
  Object.fromEntries(Object.entries(limits).filter(([role]) => roles.some((one) => one === role)));

/** The roles, each with what it may do, and on which accounts. */
export function RoleChoices({ roles, onChange, reach }: RoleChoicesProps) {
  const t = useT();
  const toggle = (role: Role) =>
    onChange(ROLES.filter((one) => (one === role ? !roles.includes(role) : roles.includes(one))));
  return (
    <fieldset className="choices">
      <legend className="choices__legend">{t('studio:people.roles')}</legend>
      {ROLES.map((role) => (
        <div key={role}>
          <label className="choice-card">
            <span className="check">
              <input type="checkbox" checked={roles.includes(role)} onChange={() => toggle(role)} />
            </span>
            <span>
              <strong>{t(`common:role.${role}`)}</strong>
              <br />
              <span className="muted">{t(`studio:people.role-${role}`)}</span>
            </span>
          </label>
          {reach && roles.includes(role) && reach.accounts.length > 1 && (
            <Reach
              role={role}
              accounts={reach.accounts}
              chosen={reach.limits[role] ?? null}
              onChange={(chosen) => {
                const { [role]: _before, ...rest } = reach.limits;
                reach.onChange(chosen ? { ...rest, [role]: chosen } : rest);
              }}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}

type ReachProps = {
  role: Role;
  accounts: readonly Account[];
  /** Null is all. */
  chosen: readonly string[] | null;
  onChange: (chosen: string[] | null) => void;
};

/** On all accounts, or on some. The last one that is taken away makes it all again. */
function Reach({ role, accounts, chosen, onChange }: ReachProps) {
  const t = useT();
  const toggle = (id: string) => {
    const next = accounts
      .map((account) => account.id)
      .filter((one) => (one === id ? !chosen?.includes(id) : (chosen?.includes(one) ?? false)));
    onChange(next.length === 0 ? null : next);
  };
  return (
    <details className="reach" open={chosen !== null}>
      <summary>
        {chosen === null
          ? t('studio:people.all-accounts')
          : t('studio:people.some-accounts', { count: chosen.length })}
      </summary>
      <div
        role="group"
        aria-label={t('studio:people.accounts-of', { role: t(`common:role.${role}`) })}
        className="reach__accounts"
      >
        {accounts.map((account) => (
          <label key={account.id} className="check">
            <input
              type="checkbox"
              checked={chosen?.includes(account.id) ?? false}
              onChange={() => toggle(account.id)}
            />
            <span>
              {account.handle} <span className="muted">{account.displayName}</span>
            </span>
          </label>
        ))}
      </div>
    </details>
  );
}
