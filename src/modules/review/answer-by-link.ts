import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import type { Actor } from '#/modules/people/index.ts';
import {
  lockPost,
  lookAtPost,
  readVersion,
  sealOf,
  type PostContent,
  type PostRow,
} from '#/modules/posts/index.ts';
import { stepOf } from './arrive.ts';
import { answerIn, sendBackIn, type Answerer, type Passage } from './answer-step.ts';
import {
  idInToken,
  institutionOfLink,
  isOurs,
  lockLink,
  markLink,
  readLink,
  readOutside,
  type LinkRow,
  type OutsideRow,
} from './links.ts';
import * as queries from './queries.ts';
import { requireAnother } from './second-approval.ts';
import type { ReviewDeps } from './submit-post.ts';

/** What has become of a link. Only `open` takes an answer. */
export type LinkState = 'open' | 'used' | 'expired' | 'changed' | 'over';

export type OpenedLink = {
  state: LinkState;
  institutionId: string;
  link: LinkRow;
  outside: OutsideRow;
  title: string;
  content: PostContent;
  /** The last answer that was given by it. */
  answer: queries.AnswerRow | null;
  askedBy: string | null;
};

const linkActor = (institutionId: string, requestId: string): Actor => ({
  personId: null,
  institutionId,
  roles: [],
  via: 'link',
  requestId,
});

/**
 * What a link shows: exactly the version that it was made for, whatever has become of the post since. Opening it uses
 * nothing up, since mail programs open links before people do. Null: no link of ours.
 */
export async function openApprovalLink(
  deps: Pick<ReviewDeps, 'db' | 'clock' | 'links'>,
  token: string,
): Promise<OpenedLink | null> {
  const institutionId = await provenInstitution(deps, token);
  const id = idInToken(token);
  if (institutionId === null || id === null) return null;
  const now = deps.clock.now();
  return deps.db.within({ institutionId }, async (tx) => {
    const link = await readLink(tx, id);
    const outside = link && (await readOutside(tx, link.outside_id));
    if (!link || !outside || !isOurs(token, link, deps.links)) return null;
    await markLink(tx, id, 'opened_at', now);
    const { title, content } = await readVersion(tx, link.post_id, link.version);
    const post = await lookAtPost(tx, link.post_id);
    const answers = await queries.listAnswers(tx, link.post_id);
    const own = answers.filter((row) => row.review_id === link.review_id && row.email === outside.email);
    return {
      state: await stateOf(tx, link, post, now),
      institutionId,
      link,
      outside,
      title,
      content,
      answer: own.at(-1) ?? null,
      askedBy: await queries.nameOf(tx, link.created_by),
    };
  });
}

export type LinkAnswer = { answer: 'approve' | 'send-back'; reason: string; requestId: string };

/**
 * The answer that a link is for, once, and only to what it shows: a post that was changed meanwhile takes none.
 * Answers the post that passed its last step, for whoever sends it on its way.
 * @throws Problem `review.link-not-found`, `review.link-used`, `review.link-expired`, `review.link-changed`,
 * `review.link-over`, `review.reason-missing`, `review.second-same`
 */
export async function answerByLink(
  deps: ReviewDeps,
  token: string,
  input: LinkAnswer,
): Promise<{ actor: Actor; postId: string; version: number; passage: Passage | 'sent-back' }> {
  const institutionId = await provenInstitution(deps, token);
  const id = idInToken(token);
  if (institutionId === null || id === null) throw new Problem('not-found', 'review.link-not-found');
  const reason = input.reason.trim();
  if (input.answer === 'send-back' && reason === '') throw new Problem('invalid', 'review.reason-missing');
  const actor = linkActor(institutionId, input.requestId);
  const now = deps.clock.now();
  return deps.db.within({ institutionId }, async (tx) => {
    const found = await readLink(tx, id);
    if (!found || !isOurs(token, found, deps.links)) throw new Problem('not-found', 'review.link-not-found');
    const post = await lockPost(tx, found.post_id);
    const link = (await lockLink(tx, id)) ?? found;
    const state = await stateOf(tx, link, post, now);
    if (state !== 'open') throw new Problem('conflict', `review.link-${state}`);
    const [review, outside] = [
      await queries.readReview(tx, link.review_id),
      await readOutside(tx, link.outside_id),
    ];
    if (!review || !outside) throw new Problem('conflict', 'review.link-over');
    await markLink(tx, id, 'used_at', now);
    const seats = await queries.listSeats(tx, review.id, review.step);
    const mine = seats.filter((seat) => seat.outside_id === outside.id && seat.closed_at === null);
    const by: Answerer = {
      closes: mine.map((seat) => seat.id),
      forPersonId: null,
      outside: { name: outside.name, email: outside.email },
    };
    const answered = { actor, postId: post.id, version: post.version };
    if (input.answer === 'send-back') {
      await sendBackIn(tx, deps, actor, { post, review, now }, by, reason);
      return { ...answered, passage: 'sent-back' as const };
    }
    await requireAnother(tx, review, stepOf(review), {
      personId: null,
      forPersonId: null,
      email: outside.email,
    });
    const standing = { post, review: { ...review, version: post.version }, seats, now };
    const passage = await answerIn(tx, deps, actor, standing, by, { version: post.version });
    return { ...answered, passage };
  });
}

async function stateOf(tx: Tx, link: LinkRow, post: PostRow, now: Temporal.Instant): Promise<LinkState> {
  if (link.used_at !== null) return 'used';
  if (sealOf(post.content) !== link.seal) return 'changed';
  if (link.ended_at !== null) return 'over';
  if (Temporal.Instant.compare(link.expires_at, now) <= 0) return 'expired';
  const review = await queries.readReview(tx, link.review_id);
  const stands = review && review.ended_at === null && review.step === link.step && review.seal === link.seal;
  return stands ? 'open' : 'over';
}

/** The institution of a link, if the token names one. The signature is proved inside its walls. */
async function provenInstitution(deps: Pick<ReviewDeps, 'db'>, token: string): Promise<string | null> {
  const id = idInToken(token);
  return id === null ? null : institutionOfLink(deps.db.open, id);
}
