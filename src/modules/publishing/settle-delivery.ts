import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Reason } from '#/connectors/contract.ts';
import { isDatabaseAway } from '#/db/database-away.ts';
import type { Tx } from '#/db/database.ts';
import { markNeedsReconnection, openSession } from '#/modules/accounts/index.ts';
import { workerActor } from '#/modules/people/index.ts';
import { lockPost, setPostState } from '#/modules/posts/index.ts';
import { announce, record } from '#/modules/records/index.ts';
import { holdForElection } from './hold-for-election.ts';
import { holdLate } from './late-posts.ts';
import { settle, type Settlement } from './next-step.ts';
import {
  accountsOfApp,
  holdAccounts,
  lockSessionOf,
  settleDoubted,
  settleHeld,
  type PostAround,
} from './queries.ts';
import { postStateOf } from './rules.ts';
import type { Ended, Run } from './run.ts';
import { isNeed, tellOfDelivery } from './tell-people.ts';

export type Settled = Settlement['state'] | 'lost';

/** Full writes that the database refuses before the bare fact is written without what hangs on it. */
const FULL_ROUNDS = 3;
const ROUNDS = 60;
const LONGEST_PAUSE_MS = 5000;

/**
 * Writes down what came of a try: row, attempts, record, state of the post, in one transaction. What the network
 * has done stays done whether or not that succeeds: so it is tried for as long as the worker lives, and when
 * something that merely hangs on it keeps failing, the fact is written without it. Nothing here ever sends again.
 */
export async function settleDelivery(run: Run, ended: Ended): Promise<Settled> {
  const { delivery } = run.lease;
  const now = run.deps.clock.now();
  const situation = {
    step: ended.step,
    handle: run.handle,
    tries: delivery.tries,
    tryingSince: delivery.trying_since,
    findable: run.findable,
    now,
  };
  const settlement = settle(situation, ended.outcome, run.deps.tuning, run.deps.random());
  // While the database is away nothing that hangs on the outcome is at fault, so those rounds do not count.
  let refused = 0;
  for (let round = 1; ; round += 1) {
    try {
      const written = await write(run, settlement, now, {
        bare: refused >= FULL_ROUNDS,
        hold: holdOf(ended, run),
        heldBy: ended.outcome.kind,
      });
      if (written === 'lost')
        run.log.warn({ state: settlement.state }, 'a lost lease: the outcome is not ours to write');
      return written;
    } catch (error) {
      run.log.error({ err: error, round, state: settlement.state }, 'an outcome could not be written down');
      if (!isDatabaseAway(error)) refused += 1;
      if (refused >= ROUNDS || run.signal.aborted) throw error;
    }
    await pause(Math.min(50 * 2 ** round, LONGEST_PAUSE_MS), undefined, { signal: run.signal }).catch(
      () => undefined,
    );
  }
}

type Hold = { until: Temporal.Instant; reason: Reason; of?: 'app' | undefined };

/**
 * From when on the network takes anything from this account, or from all of its app, again: because it refused this one until then, or because it
 * said with its answer that there is no room left. What waits would only be refused.
 */
function holdOf({ outcome }: Ended, { closed, deps }: Run): Hold | null {
  if (outcome.kind === 'retry' && outcome.after)
    return { until: outcome.after, reason: outcome.reason, of: outcome.of };
  const isClosed = closed && Temporal.Instant.compare(closed.until, deps.clock.now()) > 0;
  return isClosed ? { ...closed, reason: { code: 'network.rate-limited' } } : null;
}

async function write(
  run: Run,
  settlement: Settlement,
  now: Temporal.Instant,
  { bare, hold, heldBy }: { bare: boolean; hold: Hold | null; heldBy: Ended['outcome']['kind'] },
): Promise<Settled> {
  const { delivery } = run.lease;
  return run.deps.db.within({ institutionId: delivery.institution_id }, async (tx) => {
    if (bare) return (await writeRow(tx, run, settlement, now)) ? settlement.state : 'lost';
    if (settlement.state === 'blocked') return writeBlocked(tx, run, settlement, now);
    const written = await writeAll(tx, run, settlement, now);
    if (heldBy === 'late' && written !== 'lost') await holdLate(tx, delivery, now);
    if (heldBy === 'election' && written !== 'lost')
      await holdForElection(tx, actorOf(run), now, { postId: delivery.post_id });
    if (hold && written !== 'lost') {
      const ids = hold.of === 'app' && run.app ? await accountsOfApp(tx, delivery.account_id, run.app) : [];
      await holdAccounts(tx, delivery.institution_id, new Set([delivery.account_id, ...ids]), hold);
    }
    return written;
  });
}

async function writeAll(tx: Tx, run: Run, settlement: Settlement, now: Temporal.Instant): Promise<Settled> {
  const around = await writeRow(tx, run, settlement, now);
  if (around === null) return 'lost';
  await recordOutcome(tx, run, settlement, now);
  await movePost(tx, run.lease.delivery.post_id, settlement.state, around, now);
  return settlement.state;
}

/** The row itself. Null where it is not ours to write. */
async function writeRow(
  tx: Tx,
  run: Run,
  settlement: Settlement,
  now: Temporal.Instant,
): Promise<PostAround | null> {
  const { nextAttemptAt, proof } = settlement;
  const outcome = {
    ...settlement,
    publishedAt: proof && instantOr(proof.publishedAt, now).toString(),
    nextAttemptAt: nextAttemptAt && nextAttemptAt.toString(),
  };
  const around = await settleHeld(tx, run.lease, outcome, run.notes);
  if (around !== null || settlement.state !== 'published') return around;
  return settleDoubted(tx, run.lease, outcome, run.notes);
}

function instantOr(text: string, otherwise: Temporal.Instant): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return otherwise;
  }
}

/**
 * The grant is dead, unless somebody gave a new one while we were at it: then that one is tried. The account's row
 * is locked, after the post, so that whoever connects it either sees this delivery blocked, or is seen
 * here.
 */
async function writeBlocked(
  tx: Tx,
  run: Run,
  settlement: Settlement,
  now: Temporal.Instant,
): Promise<Settled> {
  const { account_id, post_id } = run.lease.delivery;
  await lockPost(tx, post_id);
  const account = await lockSessionOf(tx, account_id);
  const isNew = run.session !== null && !isDeepStrictEqual(openSession(run.deps.box, account), run.session);
  if (account.state === 'connected' && isNew) {
    const nextAttemptAt = now.add({ milliseconds: run.deps.tuning.backOffMs });
    return writeAll(tx, run, { ...settlement, state: 'retrying', nextAttemptAt }, now);
  }
  if (account.state === 'connected') {
    const reason = settlement.reason ?? { code: 'network.signed-out' };
    await markNeedsReconnection(tx, actorOf(run), account_id, reason, now);
  }
  return writeAll(tx, run, settlement, now);
}

const actorOf = ({ lease: { delivery } }: Run) => workerActor(delivery.institution_id, delivery.request_id);

const RECORDED = [
  'published',
  'failed',
  'unknown',
  'blocked',
  'handed-over',
] as const satisfies Settlement['state'][];

async function recordOutcome(tx: Tx, run: Run, settlement: Settlement, now: Temporal.Instant): Promise<void> {
  const { delivery } = run.lease;
  if (!(RECORDED as readonly string[]).includes(settlement.state)) {
    return announce(tx, delivery.institution_id);
  }
  await record(tx, actorOf(run), now, {
    kind: `delivery.${settlement.state}`,
    subjectType: 'delivery',
    subjectId: delivery.id,
    version: delivery.version,
    detail: {
      postId: delivery.post_id,
      accountId: delivery.account_id,
      ...(settlement.proof ? { networkId: settlement.proof.networkId, url: settlement.proof.url } : {}),
      ...(settlement.reason ? { reason: settlement.reason.code } : {}),
    },
  });
  if (isNeed(settlement.state)) await tellOfDelivery(tx, delivery, settlement.state, now);
}

async function movePost(
  tx: Tx,
  postId: string,
  settled: Settlement['state'],
  { state, others }: PostAround,
  now: Temporal.Instant,
): Promise<void> {
  // Withdrawn, and then found on a network all the same: what citizens can see is published.
  const surfaced = state === 'withdrawn' && settled === 'published';
  const next = surfaced ? 'published' : postStateOf([settled, ...others], state);
  if (next && next !== state) await setPostState(tx, postId, next, now);
}
