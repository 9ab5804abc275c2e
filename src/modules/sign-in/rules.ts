import type { Role } from '#/modules/people/index.ts';
import type { GroupRoles } from './tables.ts';

/** What a directory says of somebody whom it has let in. */
export type Vouched = { subject: string; email: string | null; name: string | null; groups: string[] };

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** All roles of all groups. Directories write a group's name now so, now so. */
export function rolesOf(groups: readonly string[], mapping: readonly GroupRoles[]): Role[] {
  const held = new Set(groups.map((group) => group.trim().toLowerCase()));
  const roles = mapping
    .filter(({ group }) => held.has(group.trim().toLowerCase()))
    .flatMap((one) => one.roles);
  return [...new Set(roles)];
}

/** A claim that may be one text, many, or nothing usable. */
export function textsIn(claim: unknown): string[] {
  const all = Array.isArray(claim) ? claim : [claim];
  return all.filter((one): one is string => typeof one === 'string' && one !== '');
}

export const textIn = (claim: unknown): string | null => textsIn(claim)[0]?.trim() || null;

/** A page of ours to go on to; anything else would send people to a stranger. */
export const safeNext = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) ? next : '/';
