import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import {
  accountsOf,
  lockPost,
  movePost,
  requireState,
  requireVersion,
  sealOf,
  type Check,
  type DeliveryHold,
  type PostRow,
} from '#/modules/posts/index.ts';
import { record } from '#/modules/records/index.ts';
import { arriveAtStep, stepOf } from './arrive.ts';
import { endReviewOf } from './meet-condition.ts';
import { lastOwnStep, pathFor, withSecond } from './paths.ts';
import * as queries from './queries.ts';
import { needsSecond } from './second-approval.ts';
import type { TellDeps } from './tell.ts';

export type ReviewDeps = TellDeps & {
  db: Db;
  clock: Clock;
  deliveries: DeliveryHold;
  /** All checks of a post as it stands. */
  checksOf(tx: Tx, post: PostRow, now: Temporal.Instant): Promise<Check[]>;
};

/**
 * Puts a post on the path of its kind. Where the first step writes (a translator's), what is still missing does not
 * stand in the way: it is what the step is for.
 * @throws Problem `post.blocked` with every blocking check, `post.changed`, `post.wrong-state`
 */
export async function submitPost(
  deps: ReviewDeps,
  actor: Actor,
  postId: string,
  version: number,
): Promise<void> {
  permit(actor, 'post.submit');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    permit(actor, 'post.submit', accountsOf(post.content));
    requireVersion(post, version);
    await begin(tx, deps, actor, post, now, null);
  });
}

/**
 * Puts a post before those who have the last word, past all who would be asked before; with the reason, which stays in
 * the record and is counted. A review that is under way skips what is left of its way.
 * @throws Problem `review.at-last-step`, and what `submitPost` throws
 */
export async function hastenReview(
  deps: ReviewDeps,
  actor: Actor,
  postId: string,
  input: { version: number; reason: string },
): Promise<void> {
  permit(actor, 'post.submit');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    permit(actor, 'post.submit', accountsOf(post.content));
    requireVersion(post, input.version);
    const review = await queries.readOpenReview(tx, postId);
    if (!review) return begin(tx, deps, actor, post, now, input.reason);
    const last = lastOwnStep(review.path);
    if (review.step >= last) throw new Problem('conflict', 'review.at-last-step');
    await requireUnblocked(deps, tx, post);
    const skipped = review.path.steps.slice(review.step, last).map(({ id, name }) => ({ id, name }));
    await queries.updateReview(tx, review.id, { urgent: input.reason });
    await recordUrgent(tx, actor, post, now, { reason: input.reason, skipped });
    await arriveAtStep(tx, deps, actor, post, { ...review, urgent: input.reason }, last, now);
  });
}

/**
 * Takes a post back from review: it is a draft again, and nobody is asked any more. What was answered so far stays in
 * the history of the review. @throws Problem `post.changed`, `post.wrong-state`
 */
export async function recallPost(
  deps: Pick<ReviewDeps, 'db' | 'clock'>,
  actor: Actor,
  postId: string,
  version: number,
): Promise<void> {
  permit(actor, 'post.submit');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    permit(actor, 'post.submit', accountsOf(post.content));
    requireVersion(post, version);
    await movePost(tx, actor, post, 'recall', now, { kind: 'post.recalled' });
    await endReviewOf(tx, postId, now);
  });
}

async function begin(
  tx: Tx,
  deps: ReviewDeps,
  actor: Actor,
  post: PostRow,
  now: Temporal.Instant,
  urgent: string | null,
): Promise<void> {
  requireState('submit', post);
  const own = pathFor(await queries.readSettingsRow(tx), post.kind);
  const path = (await needsSecond(tx, post, now)) ? withSecond(own) : own;
  const step = urgent === null ? 0 : lastOwnStep(path);
  if (!stepOf({ path, step }).edits) await requireUnblocked(deps, tx, post);
  const id = newId();
  const seal = sealOf(post.content);
  const { version } = post;
  await queries.insertReview(tx, {
    id,
    institutionId: actor.institutionId,
    postId: post.id,
    version,
    seal,
    path,
    step,
    urgent,
    follows: null,
    by: actor.personId,
    now,
  });
  await movePost(tx, actor, post, 'submit', now, {
    kind: 'post.submitted',
    detail: { path: path.name, steps: path.steps.length },
  });
  if (urgent !== null) {
    const skipped = path.steps.slice(0, step).map(({ id: stepId, name }) => ({ id: stepId, name }));
    await recordUrgent(tx, actor, post, now, { reason: urgent, skipped });
  }
  const review = await queries.readReview(tx, id);
  if (!review) throw new Error('the review that was begun is not there');
  await arriveAtStep(tx, deps, actor, post, review, step, now);
}

const recordUrgent = (
  tx: Tx,
  actor: Actor,
  post: PostRow,
  now: Temporal.Instant,
  detail: Record<string, unknown>,
): Promise<void> =>
  record(tx, actor, now, {
    kind: 'review.hastened',
    subjectType: 'post',
    subjectId: post.id,
    version: post.version,
    detail,
  });

/** @throws Problem `post.blocked` with every blocking check */
export async function requireUnblocked(
  deps: Pick<ReviewDeps, 'checksOf' | 'clock'>,
  tx: Tx,
  post: PostRow,
): Promise<void> {
  const blocking = (await deps.checksOf(tx, post, deps.clock.now())).filter((check) => check.blocks);
  if (blocking.length > 0) {
    const faults = blocking.map(({ path, code, params }) => ({ path, code, params }));
    throw new Problem('invalid', 'post.blocked', { params: { count: blocking.length }, faults });
  }
}
