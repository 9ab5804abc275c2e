import { Problem } from '#/kernel/errors.ts';
import { ACTS, DELEGABLE, policy, type Act, type Role } from './policy.ts';
import { inScope, type Scope } from './scopes.ts';

/** Accounts to which a role is limited. A role that is not named here holds for the whole institution. */
export type AccountLimits = Partial<Record<Role, string[]>>;

export type Holder = {
  roles: readonly Role[];
  limits?: AccountLimits;
  /** Of a key: no act outside of them, whatever the role. */
  scopes?: readonly Scope[];
};

/** Somebody whose signature the actor has for a time. */
export type Principal = Holder & { personId: string };

/** Who does it, for whom, and on which request. */
export type Actor = Holder & {
  /** Null for an API key and for the worker. */
  personId: string | null;
  institutionId: string;
  principals?: readonly Principal[];
  /** `link`: somebody without an account, who was asked by a link. */
  via: 'session' | 'api-key' | 'worker' | 'command-line' | 'link';
  requestId: string;
};

/** By whose right an act was done: null is one's own. */
export type Authority = { onBehalfOf: string | null };

/** The house itself: takes what a person has approved further, and may not do anything a person decides. */
export const workerActor = (institutionId: string, requestId: string): Actor => ({
  personId: null,
  institutionId,
  roles: [],
  via: 'worker',
  requestId,
});

/** Accounts on which the roles allow an act: `all`, some, or none. Of several roles each adds its own. */
export function accountsFor(holder: Holder, act: Act): 'all' | readonly string[] {
  if (!inScope(holder.scopes, act)) return [];
  const allowed: readonly Role[] = policy[act];
  const roles = holder.roles.filter((role) => allowed.includes(role));
  if (roles.some((role) => holder.limits?.[role] === undefined)) return 'all';
  return roles.flatMap((role) => holder.limits?.[role] ?? []);
}

const allows = (holder: Holder, act: Act): boolean => {
  const allowed: readonly Role[] = policy[act];
  return inScope(holder.scopes, act) && holder.roles.some((role) => allowed.includes(role));
};

/** Whether somebody's own roles allow an act on all these accounts. */
export function reaches(holder: Holder, act: Act, accounts: readonly string[]): boolean {
  if (!allows(holder, act)) return false;
  const reach = accountsFor(holder, act);
  return reach === 'all' || accounts.every((account) => reach.includes(account));
}

/** By whose right the actor may do it on all these accounts, or null. One's own right comes first. */
export function authorityFor(actor: Actor, act: Act, accounts: readonly string[] = []): Authority | null {
  if (reaches(actor, act, accounts)) return { onBehalfOf: null };
  if (!DELEGABLE.includes(act)) return null;
  const principal = actor.principals?.find((one) => reaches(one, act, accounts));
  return principal ? { onBehalfOf: principal.personId } : null;
}

export const may = (actor: Actor, act: Act, accounts: readonly string[] = []): boolean =>
  authorityFor(actor, act, accounts) !== null;

/**
 * The first line of a use case. Where an act concerns accounts, a role that is limited to others does not allow it.
 * @throws Problem forbidden: `permission.missing`; `permission.account` where only the accounts are the wrong ones;
 * `permission.scope` where a key's role would allow it
 */
export function permit(actor: Actor, act: Act, accounts: readonly string[] = []): Authority {
  const authority = authorityFor(actor, act, accounts);
  if (authority) return authority;
  throw new Problem('forbidden', refusalOf(actor, act), { params: { act } });
}

/** The same where any of these acts is enough. @throws Problem as `permit` does */
export function permitAny(actor: Actor, acts: readonly [Act, ...Act[]]): void {
  if (acts.some((act) => may(actor, act))) return;
  permit(actor, acts.find((act) => refusalOf(actor, act) === 'permission.scope') ?? acts[0]);
}

function refusalOf(actor: Actor, act: Act): string {
  if (may(actor, act)) return 'permission.account';
  const { scopes, ...whole } = actor;
  return scopes && may(whole, act) ? 'permission.scope' : 'permission.missing';
}

/** The acts that somebody may do somewhere in the institution, for the studio to show only what will work. */
export const permissionsOf = (holder: Holder & Pick<Actor, 'principals'>): Act[] =>
  ACTS.filter(
    (act) =>
      allows(holder, act) || (DELEGABLE.includes(act) && holder.principals?.some((one) => allows(one, act))),
  );
