import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { may, permit, permitAny, type Actor } from '#/modules/people/index.ts';
import {
  accountsOf,
  hasHandIn,
  lockPost,
  requireState,
  requireVersion,
  returnPost,
  sealOf,
  sealPost,
  type PostRow,
} from '#/modules/posts/index.ts';
import { record } from '#/modules/records/index.ts';
import { arriveAtStep, stepOf } from './arrive.ts';
import * as conditions from './condition-queries.ts';
import { endReview, settleAsking } from './end-review.ts';
import * as queries from './queries.ts';
import { isSecond, withSecond } from './paths.ts';
import { isPassed, sittingOf, type Seat } from './seats.ts';
import { needsSecond, requireAnother } from './second-approval.ts';
import { sitterOf } from './sitter.ts';
import { requireUnblocked, type ReviewDeps } from './submit-post.ts';
import { tell } from './tell.ts';

/** Who answers: which seats it closes, and in whose name. */
export type Answerer = {
  closes: readonly string[];
  forPersonId: string | null;
  /** Of somebody without an account. */
  outside: { name: string; email: string } | null;
};

export type StepInput = { version: number; condition?: string | undefined };

/** What an answer led to. */
export type Passage = 'waits' | 'next-step' | 'approved' | 'approved-with-conditions';

/**
 * Says yes for the step that a post stands at: exactly to what was seen, since another version is refused. The last
 * step seals it. With a condition, the author has to say that it is met before anything goes out.
 * @throws Problem `post.own` where they wrote it or changed it, `review.second-same` where they have approved it before,
 * `review.not-asked`, `post.changed`, `post.blocked`
 */
export async function approvePost(
  deps: ReviewDeps,
  actor: Actor,
  postId: string,
  input: StepInput,
): Promise<Passage> {
  permit(actor, 'review.answer');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const { post, review, seats } = await open(tx, actor, postId, input.version);
    if (actor.personId === null) throw new Problem('forbidden', 'post.approve-by-person');
    const step = stepOf(review);
    const sitting = sittingOf(seats, sitterOf(actor, actor.personId, post, step));
    if (!sitting) throw new Problem('forbidden', 'review.not-asked');
    if (!step.edits && (await hasHandIn(tx, post, [actor.personId, sitting.forPersonId])))
      throw new Problem('forbidden', 'post.own');
    if (await queries.hasAnswered(tx, review.id, review.step, actor.personId))
      throw new Problem('conflict', 'review.answered');
    await requireAnother(tx, review, step, { personId: actor.personId, forPersonId: sitting.forPersonId });
    return answerIn(tx, deps, actor, { post, review, seats, now }, { ...sitting, outside: null }, input);
  });
}

export type Standing = { post: PostRow; review: queries.ReviewRow; seats: Seat[]; now: Temporal.Instant };

/** The same once it is known who answers: for people here, and for those who come by a link. */
export async function answerIn(
  tx: Tx,
  deps: ReviewDeps,
  actor: Actor,
  standing: Standing,
  by: Answerer,
  input: StepInput,
): Promise<Passage> {
  const { post, review, now } = standing;
  const step = stepOf(review);
  const condition = input.condition?.trim() ?? '';
  const leavesWriting = step.edits && review.path.steps[review.step + 1]?.edits === false;
  if (!step.edits || leavesWriting) await requireUnblocked(deps, tx, post);
  const answer = step.edits ? 'done' : condition === '' ? 'approved' : 'approved-with-condition';
  const answerId = newId();
  await queries.insertAnswer(tx, review, {
    id: answerId,
    answer,
    text: condition,
    personId: actor.personId,
    forPersonId: by.forPersonId,
    name: by.outside?.name ?? null,
    email: by.outside?.email ?? null,
    at: now,
  });
  if (answer === 'approved-with-condition')
    await conditions.insertCondition(tx, review, { id: newId(), answerId, text: condition });
  await recordAnswer(tx, actor, standing, by, { answer, ...(condition === '' ? {} : { condition }) });
  if (by.closes.length > 0) await queries.closeSeats(tx, by.closes, now);
  const closed = new Set(by.closes);
  const seats = standing.seats.map((seat) =>
    closed.has(seat.id) ? { ...seat, closed_at: seat.closed_at ?? now } : seat,
  );
  if (!isPassed(step, seats)) {
    const answered = [actor.personId, by.forPersonId].filter((id) => id !== null);
    await settleAsking(tx, review, now, answered);
    return 'waits';
  }
  const next = await stepAfter(tx, { post, review, now });
  if (next) {
    await arriveAtStep(tx, deps, actor, post, next, review.step + 1, now);
    return 'next-step';
  }
  return passLast(tx, deps, actor, standing, by);
}

/**
 * The review with the step that follows, or null where this was the last. An election period may have begun to cover the post
 * since the review began, or have ended.
 */
async function stepAfter(
  tx: Tx,
  { post, review, now }: Omit<Standing, 'seats'>,
): Promise<queries.ReviewRow | null> {
  const step = stepOf(review);
  const following = review.path.steps[review.step + 1];
  if (following && !isSecond(following)) return review;
  const needed = !isSecond(step) && !step.edits && (await needsSecond(tx, post, now));
  if (!needed) return null;
  const path = withSecond(review.path);
  if (!following) await queries.updateReview(tx, review.id, { path });
  return { ...review, path };
}

async function passLast(
  tx: Tx,
  deps: ReviewDeps,
  actor: Actor,
  { post, review, now }: Standing,
  by: Answerer,
): Promise<Passage> {
  await endReview(tx, review, 'approved', now);
  await sealPost(tx, actor, post, now, {
    ...(by.outside ? { name: by.outside.name } : {}),
    onBehalfOf: by.forPersonId,
    detail: nameIn(by),
  });
  const open = (await conditions.listConditions(tx, review.id)).filter((row) => row.met_at === null);
  await tell(tx, deps, actor, now, {
    kind: open.length > 0 ? 'approved-with-condition' : 'approved',
    post,
    review,
    text: open.map(({ text }) => text).join('\n'),
  });
  return open.length > 0 ? 'approved-with-conditions' : 'approved';
}

/** Gives a post back to its author, with the reason. Those who are asked may, and a head at any time. */
export async function sendBackPost(
  deps: ReviewDeps,
  actor: Actor,
  postId: string,
  input: { version: number; reason: string },
): Promise<void> {
  permitAny(actor, ['post.send-back', 'review.answer']);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    const accounts = accountsOf(post.content);
    const heads = may(actor, 'post.send-back');
    const authority = heads ? permit(actor, 'post.send-back', accounts) : null;
    requireVersion(post, input.version);
    requireState('send-back', post);
    const review = await queries.readOpenReview(tx, postId);
    const seats = review ? await queries.listSeats(tx, review.id, review.step) : [];
    const sitting =
      actor.personId === null || !review
        ? null
        : sittingOf(seats, sitterOf(actor, actor.personId, post, stepOf(review)));
    if (!sitting && !authority) throw new Problem('forbidden', 'review.not-asked');
    const forPersonId = sitting ? sitting.forPersonId : (authority?.onBehalfOf ?? null);
    const by = { closes: [], forPersonId, outside: null };
    await sendBackIn(tx, deps, actor, { post, review: review ?? null, now }, by, input.reason);
  });
}

export async function sendBackIn(
  tx: Tx,
  deps: ReviewDeps,
  actor: Actor,
  { post, review, now }: Omit<Standing, 'review' | 'seats'> & { review: queries.ReviewRow | null },
  by: Answerer,
  reason: string,
): Promise<void> {
  await deps.deliveries.hold(tx, post.id, 'sent-back', now);
  if (review) {
    await queries.insertAnswer(tx, review, {
      id: newId(),
      answer: 'sent-back',
      text: reason,
      personId: actor.personId,
      forPersonId: by.forPersonId,
      name: by.outside?.name ?? null,
      email: by.outside?.email ?? null,
      at: now,
    });
    await endReview(tx, review, 'sent-back', now);
  }
  await returnPost(tx, actor, post, now, { reason, detail: nameIn(by) });
  await tell(tx, deps, actor, now, {
    kind: 'sent-back',
    post,
    review,
    text: reason,
    by: by.outside?.name ?? (await queries.nameOf(tx, actor.personId)) ?? '',
  });
}

/** The post as it stands before the reviewers, locked. @throws Problem `post.changed`, `post.wrong-state` */
async function open(
  tx: Tx,
  actor: Actor,
  postId: string,
  version: number,
): Promise<Omit<Standing, 'now'> & { post: PostRow }> {
  const post = await lockPost(tx, postId);
  permit(actor, 'review.answer', accountsOf(post.content));
  requireVersion(post, version);
  requireState('approve', post);
  const review = await queries.readOpenReview(tx, postId);
  // Kept together by every change: a review that is about something else is a fault of ours, and nobody's yes.
  if (!review || review.seal !== sealOf(post.content)) throw new Problem('conflict', 'post.seal-broken');
  const seats = await queries.listSeats(tx, review.id, review.step);
  return { post, review: { ...review, version: post.version }, seats };
}

const nameIn = ({ outside, forPersonId }: Answerer): Record<string, unknown> => ({
  ...(outside ? { name: outside.name, email: outside.email } : {}),
  ...(forPersonId === null ? {} : { onBehalfOf: forPersonId }),
});

const recordAnswer = (
  tx: Tx,
  actor: Actor,
  { post, review, now }: Standing,
  by: Answerer,
  detail: Record<string, unknown>,
): Promise<void> =>
  record(tx, actor, now, {
    kind: 'review.answered',
    subjectType: 'post',
    subjectId: post.id,
    version: post.version,
    detail: {
      ...detail,
      step: review.step + 1,
      name: stepOf(review).name,
      seal: review.seal,
      ...nameIn(by),
    },
  });
