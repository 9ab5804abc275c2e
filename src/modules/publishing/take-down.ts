import type { RemoveOutcome } from '#/connectors/contract.ts';
import type { Tx } from '#/db/database.ts';
import {
  connectorContext,
  markNeedsReconnection,
  readAccountForDelivery,
  toConnected,
} from '#/modules/accounts/index.ts';
import { workerActor, type Actor } from '#/modules/people/index.ts';
import { setPostState } from '#/modules/posts/index.ts';
import { announce, record } from '#/modules/records/index.ts';
import { lockWithPost } from './change-delivery.ts';
import { reasonOf } from './connector-faults.ts';
import {
  readDelivery,
  readStatesOf,
  updateWithNotes,
  type DeliveryChange,
  type DeliveryRow,
} from './queries.ts';
import type { RemovalJob } from './remove-delivery.ts';
import { postStateOf } from './rules.ts';
import type { DeliverDeps } from './run.ts';
import { tellOfDelivery } from './tell-people.ts';

export type TakeDownDeps = Omit<DeliverDeps, 'tuning' | 'random' | 'files'>;

/** Thrown so that the queue brings the job again, later. */
export class RemovalUndecided extends Error {
  override name = 'RemovalUndecided';
}

/** One try; after the last one nothing comes by itself any more. */
export type RemovalTurn = { signal: AbortSignal; isLast: boolean };

/**
 * Takes a post down from its network. Removing twice does no harm, so a doubt is simply tried again; where the last
 * try ends in one, the record says so, and the delivery stands under today's trouble as it has since the first.
 * @throws RemovalUndecided where it has to be tried again
 */
export async function takeDown(
  deps: TakeDownDeps,
  job: RemovalJob,
  { signal, isLast }: RemovalTurn,
): Promise<void> {
  const actor = workerActor(job.institutionId, job.requestId);
  const loaded = await deps.db.within(actor, async (tx) => {
    const row = await readDelivery(tx, job.deliveryId);
    return row && { row, account: await readAccountForDelivery(tx, row.account_id) };
  });
  const proof = loaded?.row.proof;
  const connector = loaded && deps.connectors.get(loaded.account.network);
  if (!loaded || loaded.row.state !== 'published' || !proof || !connector?.remove) return;
  const startedAt = deps.clock.now();
  const context = connectorContext(deps, actor, { id: loaded.account.id, connector }, signal);
  let outcome: RemoveOutcome;
  try {
    outcome = await connector.remove(context, toConnected(deps.box, loaded.account), proof);
  } catch (error) {
    context.log.warn({ err: error, act: 'remove' }, 'a connector threw');
    outcome = { kind: 'unknown', reason: reasonOf(error) };
  }
  const comesAgain = !isLast && (outcome.kind === 'retry' || outcome.kind === 'unknown');
  const done = { row: loaded.row, outcome, startedAt, comesAgain };
  await deps.db.within(actor, (tx) => writeDown(tx, deps, actor, done));
  if (comesAgain) throw new RemovalUndecided(done.outcome.kind);
}

async function writeDown(
  tx: Tx,
  deps: TakeDownDeps,
  actor: Actor,
  done: { row: DeliveryRow; outcome: RemoveOutcome; startedAt: Temporal.Instant; comesAgain: boolean },
): Promise<void> {
  const now = deps.clock.now();
  const { row, post } = await lockWithPost(tx, done.row.id);
  if (row.state !== 'published') return;
  const reason = 'reason' in done.outcome ? done.outcome.reason : null;
  const times = { startedAt: done.startedAt.toString(), endedAt: now.toString() };
  const notes = [{ act: 'remove' as const, outcome: done.outcome.kind, reason, ...times }];
  const change: DeliveryChange = reason
    ? { reason: JSON.stringify(reason) }
    : { state: 'removed', reason: null };
  await updateWithNotes(tx, row.id, { worker: 'removal', notes, change });
  if (reason) {
    if (done.outcome.kind === 'reauthorise') {
      await markNeedsReconnection(tx, actor, row.account_id, reason, now);
    }
    if (done.comesAgain) await announce(tx, row.institution_id);
    // Where this was the end, somebody has to know that the post still stands.
    else {
      await record(tx, actor, now, {
        kind: 'delivery.removal-failed',
        subjectType: 'delivery',
        subjectId: row.id,
        version: row.version,
        detail: { postId: row.post_id, accountId: row.account_id, reason: reason.code },
      });
      await tellOfDelivery(tx, row, 'standing', now);
    }
    return;
  }
  await record(tx, actor, now, {
    kind: 'delivery.removed',
    subjectType: 'delivery',
    subjectId: row.id,
    version: row.version,
    detail: { postId: row.post_id, accountId: row.account_id, outcome: done.outcome.kind },
  });
  const next = postStateOf(await readStatesOf(tx, post.id), post.state);
  if (next && next !== post.state) await setPostState(tx, post.id, next, now);
}
