import type { Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { may, permit, type Actor } from '#/modules/people/index.ts';
import {
  accountsOf,
  canBe,
  hasHandIn,
  listPostsById,
  lookAtPost,
  permitReading,
  type ListedPost,
  type PostRow,
} from '#/modules/posts/index.ts';
import { stepOf } from './arrive.ts';
import { listLinks } from './links.ts';
import { isSecond, lastOwnStep, pathFor, withSecond, type PathStep, type ReviewPath } from './paths.ts';
import * as conditions from './condition-queries.ts';
import * as queries from './queries.ts';
import { approversIn, isAnother, needsSecond } from './second-approval.ts';
import { sittingOf, type Seat } from './seats.ts';
import { sitterOf } from './sitter.ts';

export type ReviewView = {
  /** The path it takes, or would take. */
  path: ReviewPath;
  review: queries.ReviewRow | null;
  seats: Seat[];
  answers: queries.AnswerRow[];
  conditions: Awaited<ReturnType<typeof conditions.listConditions>>;
  links: Awaited<ReturnType<typeof listLinks>>;
  /** The version that this person looked at before the one that stands. */
  seen: { version: number; at: Temporal.Instant } | null;
  /** It is this person's turn: in whose name, and whether the step is for writing. */
  turn: { forPersonId: string | null; edits: boolean } | null;
  /** What this person may do about the review. */
  can: string[];
};

/** How far a post is on its path, and what this person may do about it. */
export async function readReview(
  tx: Tx,
  actor: Actor,
  post: PostRow,
  now: Temporal.Instant,
): Promise<ReviewView> {
  const last = (await queries.readLastReview(tx, post.id)) ?? null;
  const open = last && last.ended_at === null ? last : null;
  const path = open?.path ?? (await pathAhead(tx, post, now));
  const seats = open ? await queries.listSeats(tx, open.id, open.step) : [];
  const turn = open ? await turnOf(tx, actor, post, open, seats) : null;
  return {
    path,
    review: last,
    seats,
    answers: await queries.listAnswers(tx, post.id),
    conditions: last ? await conditions.listConditions(tx, last.id) : [],
    links: last ? await listLinks(tx, last.id) : [],
    seen: await seenBefore(tx, actor, post),
    turn,
    can: actsOn(actor, post, { open, path, turn }),
  };
}

/** The path that it would take, with the step of an election period. */
async function pathAhead(tx: Tx, post: PostRow, now: Temporal.Instant): Promise<ReviewPath> {
  const own = pathFor(await queries.readSettingsRow(tx), post.kind);
  const begins = canBe('submit', post.state);
  return begins && (await needsSecond(tx, post, now)) ? withSecond(own) : own;
}

async function turnOf(
  tx: Tx,
  actor: Actor,
  post: Pick<PostRow, 'id' | 'author_id' | 'content'>,
  review: queries.ReviewRow,
  seats: readonly Seat[],
): Promise<ReviewView['turn']> {
  if (actor.personId === null || !may(actor, 'review.answer')) return null;
  const step = stepOf(review);
  const sitting = sittingOf(seats, sitterOf(actor, actor.personId, post, step));
  if (!sitting) return null;
  const { forPersonId } = sitting;
  if (!step.edits && (await hasHandIn(tx, post, [actor.personId, forPersonId]))) return null;
  if (await queries.hasAnswered(tx, review.id, review.step, actor.personId)) return null;
  if (isSecond(step) && !isAnother(await approversIn(tx, review), { personId: actor.personId, forPersonId }))
    return null;
  return { forPersonId, edits: step.edits };
}

type Standing = { open: queries.ReviewRow | null; path: ReviewPath; turn: ReviewView['turn'] };

function actsOn(actor: Actor, post: PostRow, { open, path, turn }: Standing): string[] {
  const can: string[] = [];
  const accounts = accountsOf(post.content);
  const submits = may(actor, 'post.submit', accounts);
  if (turn) can.push(turn.edits ? 'pass-on' : 'approve');
  if (turn && !turn.edits) can.push('approve-with-condition');
  if (canBe('send-back', post.state) && (turn || may(actor, 'post.send-back', accounts)))
    can.push('send-back');
  const skips = open ? open.step < lastOwnStep(path) : lastOwnStep(path) > 0;
  if (submits && skips && (open || canBe('submit', post.state))) can.push('hasten');
  if (open && may(actor, 'review.ask-outside', accounts)) can.push('ask-outside');
  if (submits && ['in-review', 'approved'].includes(post.state)) can.push('meet-condition');
  return can;
}

async function seenBefore(tx: Tx, actor: Actor, post: PostRow): Promise<ReviewView['seen']> {
  if (actor.personId === null) return null;
  const view = await conditions.readView(tx, post.id, actor.personId);
  if (!view) return null;
  const version = view.version === post.version ? view.before_version : view.version;
  return version === null ? null : { version, at: view.at };
}

/** Remembers what this person has looked at, for "what changed since". Somebody's own note: not in the record. */
export async function markSeen(tx: Tx, deps: { clock: Clock }, actor: Actor, postId: string): Promise<void> {
  await permitReading(tx, actor, postId);
  const post = await lookAtPost(tx, postId);
  if (actor.personId === null) return;
  await conditions.writeView(tx, {
    institutionId: actor.institutionId,
    postId,
    personId: actor.personId,
    version: post.version,
    now: deps.clock.now(),
  });
}

export type WaitingReview = {
  post: ListedPost;
  step: PathStep;
  no: number;
  of: number;
  deadlineAt: Temporal.Instant | null;
  arrivedAt: Temporal.Instant;
  urgent: string | null;
  forPersonId: string | null;
};

/** The posts that ask this person, or somebody whose signature they have, for an answer. */
export async function postsThatAskMe(tx: Tx, actor: Actor): Promise<string[]> {
  const { personId, principals = [] } = actor;
  if (personId === null || !may(actor, 'review.answer')) return [];
  const ids = await queries.postsThatAsk(tx, {
    personId,
    people: [personId, ...principals.map((principal) => principal.personId)],
    roles: [...new Set([actor, ...principals].flatMap((holder) => holder.roles))],
  });
  const isLimited = [actor, ...principals].some(({ limits }) => limits !== undefined);
  return isLimited ? (await myTurns(tx, actor, ids)).map(({ post }) => post.id) : ids;
}

/** What waits for this person's answer, the most urgent first. */
export async function listMyReviews(tx: Tx, actor: Actor): Promise<WaitingReview[]> {
  permit(actor, 'review.answer');
  return (await myTurns(tx, actor, await postsThatAskMe(tx, actor))).sort(byPressure);
}

async function myTurns(tx: Tx, actor: Actor, ids: readonly string[]): Promise<WaitingReview[]> {
  const posts = await listPostsById(tx, actor, ids);
  const waiting: WaitingReview[] = [];
  for (const post of posts) {
    const review = await queries.readOpenReview(tx, post.id);
    if (!review || post.state !== 'in-review') continue;
    const seats = await queries.listSeats(tx, review.id, review.step);
    const turn = await turnOf(tx, actor, post, review, seats);
    if (!turn) continue;
    waiting.push({
      post,
      step: stepOf(review),
      no: review.step + 1,
      of: review.path.steps.length,
      deadlineAt: review.deadline_at,
      arrivedAt: review.arrived_at,
      urgent: review.urgent,
      forPersonId: turn.forPersonId,
    });
  }
  return waiting;
}

/** Urgent ones, then by the sooner of deadline and due time; those without either last. */
function byPressure(a: WaitingReview, b: WaitingReview): number {
  const urgency = Number(a.urgent === null) - Number(b.urgent === null);
  return urgency || pressure(a) - pressure(b) || (a.post.id < b.post.id ? -1 : 1);
}

const pressure = ({ deadlineAt, post }: WaitingReview): number =>
  Math.min(deadlineAt?.epochMilliseconds ?? Infinity, post.due_at?.epochMilliseconds ?? Infinity);
