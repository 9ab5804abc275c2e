import type { Connector } from '#/connectors/contract.ts';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { isProblem, Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { readAccountForDelivery } from '#/modules/accounts/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import {
  accountsOf,
  canBe,
  lockPost,
  sealOf,
  setPostState,
  standingApproval,
  type PostContent,
  type PostRow,
} from '#/modules/posts/index.ts';
import { meetPeriods } from '#/modules/elections/index.ts';
import { fixShortLinks } from '#/modules/links/index.ts';
import { hasOpenConditions, hasSecondApproval } from '#/modules/review/index.ts';
import { record } from '#/modules/records/index.ts';
import { holdForElection } from './hold-for-election.ts';
import {
  insertDeliveries,
  lockDeliveriesOf,
  updateDeliveries,
  wakeWorkers,
  type DeliveryRow,
} from './queries.ts';
import { ENDED_STATES, laneOf, SCHEDULE_GRACE_MS } from './rules.ts';
import type { DeliveryState } from './tables.ts';

export type ScheduleDeps = { db: Db; clock: Clock; connectors: { get(network: string): Connector } };

/**
 * Sends an approved post on its way: a delivery for every account that it is for.
 * @throws Problem `post.changed`, `post.wrong-state`, `post.seal-broken`, `post.condition-open`, `post.no-due-time`, `post.due-past`,
 * `post.no-targets`, `post.open-question`, `post.already-out`, `account.retired`, `election.second-missing`, `election.named`
 */
export async function schedulePost(
  deps: ScheduleDeps,
  actor: Actor,
  input: { postId: string; version: number },
): Promise<void> {
  permit(actor, 'post.schedule');
  await deps.db.within(actor, async (tx) => {
    const { content } = await lockPost(tx, input.postId);
    const { onBehalfOf } = permit(actor, 'post.schedule', accountsOf(content));
    await schedulePostIn(tx, deps, actor, { ...input, onBehalfOf });
  });
}

/**
 * The same for a post that has just passed the last step of its path: passing it says that it goes out, whoever said
 * it, so the policy is not asked once more.
 */
export async function schedulePassedPost(
  deps: ScheduleDeps,
  actor: Actor,
  input: { postId: string; version: number },
): Promise<void> {
  try {
    await deps.db.within({ institutionId: actor.institutionId }, (tx) =>
      schedulePostIn(tx, deps, actor, input),
    );
  } catch (error) {
    // A period that was declared this moment: whoever watches over periods puts it before a second person.
    if (!isProblem(error, 'election.second-missing')) throw error;
  }
}

/** The same inside a transaction that does more, such as approving; the policy is the caller's. */
export async function schedulePostIn(
  tx: Tx,
  deps: Omit<ScheduleDeps, 'db'>,
  actor: Actor,
  input: { postId: string; version: number; onBehalfOf?: string | null },
): Promise<void> {
  const now = deps.clock.now();
  const post = await lockPost(tx, input.postId);
  if (post.version !== input.version) {
    throw new Problem('changed', 'post.changed', { detail: { version: post.version } });
  }
  if (!canBe('schedule', post.state)) {
    throw new Problem('conflict', 'post.wrong-state', { params: { act: 'schedule', state: post.state } });
  }
  await requireSeal(tx, post);
  if (await hasOpenConditions(tx, post.id)) throw new Problem('conflict', 'post.condition-open');
  const dueAt = requireDueTime(post.content, now);
  await requireElection(tx, post, now);
  if (!(await fixShortLinks(tx, post.id, post.content.links?.out ?? [], now)))
    throw new Problem('conflict', 'post.seal-broken');
  const targets = await openTargets(tx, post);
  const rows = [];
  for (const target of targets) {
    rows.push({
      id: newId(),
      institution_id: actor.institutionId,
      post_id: post.id,
      version: post.version,
      account_id: target.accountId,
      lane: laneOf(post.id, await concurrencyOf(tx, deps, target.accountId)),
      variant: target.variant,
      due_at: dueAt.toString(),
      request_id: actor.requestId,
      created_at: now.toString(),
    });
  }
  await insertDeliveries(tx, rows);
  await setPostState(tx, post.id, 'scheduled', now);
  await holdForElection(tx, actor, now, { postId: post.id });
  await record(tx, actor, now, {
    kind: 'post.scheduled',
    subjectType: 'post',
    subjectId: post.id,
    version: post.version,
    detail: {
      dueAt: dueAt.toString(),
      deliveries: rows.map((row) => row.id),
      ...(input.onBehalfOf ? { onBehalfOf: input.onBehalfOf } : {}),
    },
  });
  await wakeWorkers(tx);
}

async function requireSeal(tx: Tx, post: PostRow): Promise<void> {
  const approval = await standingApproval(tx, post.id);
  if (approval === null || approval.seal !== sealOf(post.content)) {
    throw new Problem('conflict', 'post.seal-broken');
  }
}

/** @throws Problem `election.named`, `election.second-missing` */
async function requireElection(tx: Tx, post: PostRow, now: Temporal.Instant): Promise<void> {
  const { periods, found } = await meetPeriods(tx, post, now);
  const [period] = periods;
  if (!period) return;
  const named = found.find(({ exception }) => exception === null);
  if (named) {
    const params = { found: named.found, period: named.period.name };
    throw new Problem('conflict', 'election.named', { params });
  }
  if (!(await hasSecondApproval(tx, post.id, sealOf(post.content))))
    throw new Problem('conflict', 'election.second-missing', { params: { period: period.name } });
}

function requireDueTime(content: PostContent, now: Temporal.Instant): Temporal.Instant {
  if (content.dueAt === null) throw new Problem('conflict', 'post.no-due-time');
  const dueAt = Temporal.Instant.from(content.dueAt);
  if (now.epochMilliseconds - dueAt.epochMilliseconds > SCHEDULE_GRACE_MS) {
    throw new Problem('conflict', 'post.due-past');
  }
  return dueAt;
}

const isOpen = (state: DeliveryState): boolean => !(ENDED_STATES as readonly DeliveryState[]).includes(state);

/** The targets to which nothing of this post has gone. What failed of an earlier version ends here. */
async function openTargets(tx: Tx, post: PostRow): Promise<PostContent['targets']> {
  if (post.content.targets.length === 0) throw new Problem('conflict', 'post.no-targets');
  const earlier = (await lockDeliveriesOf(tx, post.id)).filter((row) => isOpen(row.state));
  const isOver = (row: DeliveryRow) => row.state === 'failed' && row.step !== 'sent';
  const failed = earlier.filter(isOver).map((row) => row.id);
  await updateDeliveries(tx, failed, {
    state: 'withdrawn',
    reason: JSON.stringify({ code: 'delivery.superseded' }),
  });
  const alive = earlier.filter((row) => !isOver(row));
  if (alive.some(isUndecided)) throw new Problem('conflict', 'post.open-question');
  const there = new Set(alive.map((row) => row.account_id));
  const targets = post.content.targets.filter((target) => !there.has(target.accountId));
  if (targets.length === 0) throw new Problem('conflict', 'post.already-out');
  return targets;
}

/** Of an earlier version, and it, or a part of it, may be on the network: that has to be known before another one goes out. */
const isUndecided = (row: DeliveryRow): boolean => row.state !== 'published';

async function concurrencyOf(
  tx: Tx,
  deps: Pick<ScheduleDeps, 'connectors'>,
  accountId: string,
): Promise<number> {
  const account = await readAccountForDelivery(tx, accountId);
  if (account.state === 'retired') {
    throw new Problem('conflict', 'account.retired', { params: { handle: account.handle } });
  }
  return deps.connectors.get(account.network).manifest.concurrency;
}
