import type { Connector } from '#/connectors/contract.ts';
import type { Db, Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { readAccountForDelivery } from '#/modules/accounts/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import type { Clock } from '#/kernel/clock.ts';
import { lockWithPost } from './change-delivery.ts';
import { canBeDone } from './policy.ts';
import type { DeliveryRow } from './queries.ts';

/** The queue of jobs that take a post down again, see `takeDown`. */
export const REMOVAL_QUEUE = 'delivery-removal';
export type RemovalJob = { institutionId: string; deliveryId: string; requestId: string };

/** Puts a job on the queue in the transaction of what calls for it. */
export type Jobs = { send(tx: Tx, queue: string, data: object): Promise<unknown> };

export type RemoveDeps = {
  db: Db;
  clock: Clock;
  jobs: Jobs;
  connectors: { get(network: string): Connector };
};

/**
 * Has a published post taken down from one network.
 * @throws Problem `delivery.not-found`, `delivery.wrong-state`, `delivery.cannot-remove` where the network has no
 * way, or where nobody knows which post it is there
 */
export async function removeDelivery(deps: RemoveDeps, actor: Actor, deliveryId: string): Promise<void> {
  permit(actor, 'post.withdraw');
  await deps.db.within(actor, async (tx) => {
    const { row } = await lockWithPost(tx, deliveryId);
    permit(actor, 'post.withdraw', [row.account_id]);
    if (!canBeDone('remove', row)) {
      throw new Problem('conflict', 'delivery.wrong-state', { params: { act: 'remove', state: row.state } });
    }
    await askForRemoval(tx, deps, actor, row, 'or-fail');
  });
}

/** Puts the job on the queue, where the network can remove. Answers whether it can. */
export async function askForRemoval(
  tx: Tx,
  deps: Omit<RemoveDeps, 'db'>,
  actor: Actor,
  row: DeliveryRow,
  otherwise: 'or-fail' | 'where-possible',
): Promise<boolean> {
  const account = await readAccountForDelivery(tx, row.account_id);
  const possible = Boolean(row.network_id) && canRemove(deps.connectors.get(account.network));
  if (!possible) {
    if (otherwise === 'where-possible') return false;
    throw new Problem('conflict', 'delivery.cannot-remove', { params: { network: account.network } });
  }
  const job: RemovalJob = {
    institutionId: row.institution_id,
    deliveryId: row.id,
    requestId: actor.requestId,
  };
  await deps.jobs.send(tx, REMOVAL_QUEUE, job);
  await record(tx, actor, deps.clock.now(), {
    kind: 'delivery.removal-asked',
    subjectType: 'delivery',
    subjectId: row.id,
    version: row.version,
    detail: { postId: row.post_id, accountId: row.account_id },
  });
  return true;
}

export const canRemove = (connector: Connector): boolean =>
  connector.manifest.abilities.remove && connector.remove !== undefined;
