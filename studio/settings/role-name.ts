import type { AccountLimits, Role } from '#/contract/index.ts';
import type { T } from '../words/index.ts';

/** A role that holds for some accounts only says for how many. */
export function roleName(role: Role, limits: AccountLimits, t: T): string {
  const name = t(`common:role.${role}`);
  const limit = limits[role];
  return limit ? `${name} (${t('studio:people.some-accounts', { count: limit.length })})` : name;
}
