import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permissionsIn, permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';

export type Owners = { ownerId: string | null; secondOwnerId: string | null };

/**
 * Says who answers for an account, and who does when they are not there. Two people, so that no leaver takes the only
 * way in along. @throws Problem `account.not-found`, `account.one-owner-twice`, `account.owner-first`, `person.not-found`
 */
export async function assignOwners(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  accountId: string,
  owners: Owners,
): Promise<void> {
  permit(actor, 'account.assign', [accountId]);
  requireSense(owners);
  await deps.db.within(actor, async (tx) => {
    const row = await queries.readAccountRow(tx, accountId);
    if (!row || row.state === 'retired') throw new Problem('not-found', 'account.not-found');
    for (const id of [owners.ownerId, owners.secondOwnerId]) {
      if (id !== null && (await permissionsIn(tx, actor.institutionId, id)).length === 0)
        throw new Problem('not-found', 'person.not-found');
    }
    await writeOwners(tx, actor, accountId, owners, deps.clock.now());
  });
}

function requireSense({ ownerId, secondOwnerId }: Owners): void {
  const fault = (code: string) =>
    new Problem('invalid', code, { faults: [{ path: '/secondOwnerId', code }] });
  if (secondOwnerId !== null && ownerId === null) throw fault('account.owner-first');
  if (secondOwnerId !== null && ownerId === secondOwnerId) throw fault('account.one-owner-twice');
}

/** Gives what a leaver owns to a successor; who already is the other owner becomes the only one. */
export async function handOverAccounts(
  tx: Tx,
  actor: Actor,
  from: string,
  to: string,
  now: Temporal.Instant,
): Promise<number> {
  const owned = await queries.listAccountsOf(tx, from);
  for (const account of owned) {
    const taken = [account.owner_id, account.second_owner_id].map((id) => (id === from ? to : id));
    const [ownerId = null, secondOwnerId = null] = [...new Set(taken.filter((id) => id !== null))];
    await writeOwners(tx, actor, account.id, { ownerId, secondOwnerId }, now);
  }
  return owned.length;
}

async function writeOwners(
  tx: Tx,
  actor: Actor,
  accountId: string,
  owners: Owners,
  now: Temporal.Instant,
): Promise<void> {
  await queries.updateOwners(tx, accountId, owners);
  await record(tx, actor, now, {
    kind: 'account.owners-set',
    subjectType: 'account',
    subjectId: accountId,
    detail: owners,
  });
}
