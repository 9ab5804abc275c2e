import type { Tx } from '#/db/database.ts';
import type { Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { unblockDeliveries, wakeWorkers } from './queries.ts';

/**
 * An account is connected again: what was blocked on it goes on, in the transaction of the connecting. What was in
 * doubt when it was blocked is looked for first.
 */
export async function resumeAccount(
  tx: Tx,
  actor: Actor,
  accountId: string,
  now: Temporal.Instant,
): Promise<void> {
  const count = await unblockDeliveries(tx, accountId, now);
  if (count === 0) return;
  await record(tx, actor, now, {
    kind: 'account.deliveries-resumed',
    subjectType: 'account',
    subjectId: accountId,
    detail: { count },
  });
  await wakeWorkers(tx);
}
