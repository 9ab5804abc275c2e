import { may } from '#/modules/people/index.ts';
import { sealOf, type ReviewHold } from '#/modules/posts/index.ts';
import { stepOf } from './arrive.ts';
import { endReview } from './end-review.ts';
import * as queries from './queries.ts';
import { sittingOf } from './seats.ts';
import { sitterOf } from './sitter.ts';

/**
 * What a review makes of a change under it. A step that writes goes on with the new text when one of those it asks
 * has changed it; any other change ends the review, and whoever said yes to the old text is asked again.
 */
export const reviewHold: ReviewHold = {
  async knowsKind(tx, kind) {
    const { kinds } = await queries.readSettingsRow(tx);
    return kinds.some(({ key, archived }) => key === kind && !archived);
  },

  async changed(tx, actor, post, change, now) {
    const review = await queries.readOpenReview(tx, post.id);
    if (!review) return false;
    const step = stepOf(review);
    if (step.edits && !change.otherPath && actor.personId !== null && may(actor, 'review.answer')) {
      const seats = await queries.listSeats(tx, review.id, review.step);
      if (sittingOf(seats, sitterOf(actor, actor.personId, change, step))) {
        const { version, content } = change;
        await queries.updateReview(tx, review.id, { version, seal: sealOf(content) });
        return true;
      }
    }
    await endReview(tx, review, 'overtaken', now);
    return false;
  },
};
