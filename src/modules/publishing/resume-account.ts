import type { Tx } from '#/db/database.ts';
import type { Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { lockBlocked, updateDelivery, wakeWorkers } from './queries.ts';
import { earliestTry } from './rules.ts';

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
  const blocked = await lockBlocked(tx, accountId);
  if (blocked.length === 0) return;
  for (const row of blocked) {
    await updateDelivery(tx, row.id, {
      state: 'retrying',
      next_attempt_at: earliestTry(row, now).toString(),
      tries: 0,
      trying_since: null,
      reason: null,
    });
  }
  await record(tx, actor, now, {
    kind: 'account.deliveries-resumed',
    subjectType: 'account',
    subjectId: accountId,
    detail: { count: blocked.length },
  });
  await wakeWorkers(tx);
}
