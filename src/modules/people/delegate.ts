import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './delegation-queries.ts';
import { permissionsOf, permit, type Actor } from './permit.ts';
import { DELEGABLE } from './policy.ts';
import { rolesIn } from './queries.ts';

/** A signature that nobody remembers having lent is a hole, so none is lent for longer. */
export const LONGEST_DELEGATION_DAYS = 366;

export type NewDelegation = {
  principalId: string;
  delegateId: string;
  reason: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
};

/**
 * Lets the delegate sign for the principal: approve, send back, schedule. A head lends their own signature, an
 * administrator anybody's. It is shown wherever it is used.
 * @throws Problem `delegation.not-own`, `delegation.to-oneself`, `delegation.span`, `delegation.no-signature`,
 * `person.not-found`
 */
export async function addDelegation(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  input: NewDelegation,
): Promise<string> {
  permit(actor, 'delegation.manage');
  requireOwn(actor, input.principalId);
  const now = deps.clock.now();
  requireSpan(input, now);
  return deps.db.within(actor, async (tx) => {
    await requireSigner(tx, actor.institutionId, input.principalId);
    const delegate = await rolesIn(tx, actor.institutionId, input.delegateId);
    if (delegate.length === 0) throw new Problem('not-found', 'person.not-found');
    const id = newId();
    await queries.insertDelegation(tx, {
      ...input,
      id,
      institutionId: actor.institutionId,
      by: actor.personId,
      now,
    });
    await record(tx, actor, now, {
      kind: 'delegation.added',
      subjectType: 'delegation',
      subjectId: id,
      detail: {
        principalId: input.principalId,
        delegateId: input.delegateId,
        startsAt: input.startsAt.toString(),
        endsAt: input.endsAt.toString(),
      },
    });
    return id;
  });
}

/** Ends a delegation at once. @throws Problem `delegation.not-found`, `delegation.not-own` */
export async function endDelegation(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  delegationId: string,
): Promise<void> {
  permit(actor, 'delegation.manage');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const delegation = await queries.lockDelegation(tx, delegationId);
    if (!delegation) throw new Problem('not-found', 'delegation.not-found');
    requireOwn(actor, delegation.principal_id);
    if (delegation.ended_at !== null) return;
    await writeEnd(tx, actor, delegation, now);
  });
}

/** Ends all that a leaver has lent or holds: they sign no more, and nobody for them. */
export async function endDelegationsOf(
  tx: Tx,
  actor: Actor,
  personId: string,
  now: Temporal.Instant,
): Promise<void> {
  for (const delegation of await queries.listStandingDelegations(tx, personId, now)) {
    await writeEnd(tx, actor, delegation, now);
  }
}

async function writeEnd(
  tx: Tx,
  actor: Actor,
  delegation: queries.DelegationRow,
  now: Temporal.Instant,
): Promise<void> {
  await queries.markDelegationEnded(tx, delegation.id, now);
  await record(tx, actor, now, {
    kind: 'delegation.ended',
    subjectType: 'delegation',
    subjectId: delegation.id,
    detail: { principalId: delegation.principal_id, delegateId: delegation.delegate_id },
  });
}

export type ListedDelegation = queries.DelegationRow & { principal_name: string; delegate_name: string };

/** Every delegation of the institution, the last to end first. */
export async function listDelegations(tx: Tx, actor: Actor): Promise<ListedDelegation[]> {
  permit(actor, 'delegation.read');
  return queries.listDelegationRows(tx);
}

function requireOwn(actor: Actor, principalId: string): void {
  const own = actor.personId === principalId;
  if (!own && !actor.roles.includes('administrator')) throw new Problem('forbidden', 'delegation.not-own');
}

function requireSpan({ principalId, delegateId, startsAt, endsAt }: NewDelegation, now: Temporal.Instant) {
  const params = { days: LONGEST_DELEGATION_DAYS };
  const fault = (path: string, code: string) =>
    new Problem('invalid', code, { params, faults: [{ path, code, params }] });
  if (principalId === delegateId) throw fault('/delegateId', 'delegation.to-oneself');
  const hours = startsAt.until(endsAt).total('hours');
  const over = Temporal.Instant.compare(endsAt, now) <= 0;
  if (over || hours <= 0 || hours > LONGEST_DELEGATION_DAYS * 24) throw fault('/endsAt', 'delegation.span');
}

async function requireSigner(tx: Tx, institutionId: string, personId: string): Promise<void> {
  const roles = await rolesIn(tx, institutionId, personId);
  if (roles.length === 0) throw new Problem('not-found', 'person.not-found');
  const signs = permissionsOf({ roles }).some((act) => DELEGABLE.includes(act));
  if (!signs) throw new Problem('conflict', 'delegation.no-signature');
}
