import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { accountsOf, lockPost, requireVersion } from '#/modules/posts/index.ts';
import { record } from '#/modules/records/index.ts';
import { askOutside, stepOf } from './arrive.ts';
import { nameOutsideIn } from './change-settings.ts';
import { listLinks, markLink, readLink, readOutside, tokenOf } from './links.ts';
import * as queries from './queries.ts';
import type { ReviewDeps } from './submit-post.ts';
import { tell } from './tell.ts';

export type AskOutsideInput = {
  version: number;
  outsideId?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  language: string;
};

/**
 * Asks somebody without an account in the step that a post stands at, by a link; once more for one who was asked
 * before, and then the earlier link is void. Their answer counts as that of anybody who is asked in this step.
 * @throws Problem `review.step-writes`, `review.outside-not-found`, `review.outside-is-colleague`
 */
export async function askOutsideApprover(
  deps: ReviewDeps,
  actor: Actor,
  postId: string,
  input: AskOutsideInput,
): Promise<{ linkId: string }> {
  permit(actor, 'review.ask-outside');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    permit(actor, 'review.ask-outside', accountsOf(post.content));
    requireVersion(post, input.version);
    const review = await queries.readOpenReview(tx, postId);
    if (!review) throw new Problem('conflict', 'review.not-open');
    if (stepOf(review).edits) throw new Problem('conflict', 'review.step-writes');
    const { name = '', email = '', language } = input;
    const outsideId = input.outsideId ?? (await nameOutsideIn(tx, actor, { name, email, language }, now));
    const outside = await readOutside(tx, outsideId);
    if (!outside || outside.archived_at !== null) throw new Problem('not-found', 'review.outside-not-found');
    const seats = await queries.listSeats(tx, review.id, review.step);
    if (!seats.some((seat) => seat.outside_id === outsideId)) {
      const seat = { id: newId(), role: null, person_id: null, outside_id: outsideId, deputy: false };
      await queries.insertSeats(tx, review, [seat]);
    }
    for (const link of await listLinks(tx, review.id))
      if (link.outside_id === outsideId && link.used_at === null)
        await markLink(tx, link.id, 'ended_at', now);
    const linkId = await askOutside(tx, actor, review, outsideId, now);
    await record(tx, actor, now, {
      kind: 'review.outside-asked',
      subjectType: 'post',
      subjectId: postId,
      version: post.version,
      detail: { name: outside.name, email: outside.email, seal: review.seal, step: review.step + 1 },
    });
    await tell(tx, deps, actor, now, { kind: 'asked-outside', post, review, outsideId });
    return { linkId };
  });
}

/**
 * The address of a link, to be handed over by whoever may ask: without e-mail there is no other way. It is written
 * down who took it, since whoever has it can answer.
 */
export async function showApprovalLink(
  deps: Pick<ReviewDeps, 'db' | 'clock' | 'links'> & { url: string },
  actor: Actor,
  postId: string,
  linkId: string,
): Promise<{ url: string }> {
  permit(actor, 'review.ask-outside');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const link = await readLink(tx, linkId);
    if (link?.post_id !== postId) throw new Problem('not-found', 'review.link-not-found');
    if (link.used_at !== null || link.ended_at !== null) throw new Problem('conflict', 'review.link-over');
    const outside = await readOutside(tx, link.outside_id);
    await record(tx, actor, now, {
      kind: 'review.link-shown',
      subjectType: 'post',
      subjectId: postId,
      version: link.version,
      detail: { name: outside?.name ?? '', email: outside?.email ?? '' },
    });
    return { url: `${deps.url}/approval/${tokenOf(link, deps.links)}` };
  });
}
