import './tables.ts';

export {
  archiveOutsideApprover,
  changeReviewSettings,
  nameOutsideApprover,
  readReviewSettings,
  type ReviewSettingsView,
} from './change-settings.ts';
export { askSecondApproval } from './ask-second-approval.ts';
export { approvedByOne, hasSecondApproval } from './second-approval.ts';
export { approvalsOf, type GivenApproval } from './approvals-of.ts';
export { hastenReview, recallPost, submitPost, type ReviewDeps } from './submit-post.ts';
export { approvePost, sendBackPost, type Passage } from './answer-step.ts';
export { askOutsideApprover, showApprovalLink } from './ask-outside.ts';
export { answerByLink, openApprovalLink, type LinkState, type OpenedLink } from './answer-by-link.ts';
export { endReviewOf, hasOpenConditions, meetCondition } from './meet-condition.ts';
export { listOutside as listOutsideApprovers } from './links.ts';
export { EXPIRE_AFTER, expirePost, reviewsToWatch, watchReview } from './watch-reviews.ts';
export {
  listMyReviews,
  markSeen,
  postsThatAskMe,
  readReview,
  type ReviewView,
  type WaitingReview,
} from './read-review.ts';
export { deadlinesOfReviews } from './queries.ts';
export { handOverReviews, listHeldReviews } from './hand-over-review.ts';
export { reviewHold } from './review-hold.ts';
export { answerRemark, listRemarks, readMentionable, resolveRemark, startRemark } from './write-remark.ts';
export type { Thread } from './remark-queries.ts';
export type { Anchor } from './anchors.ts';
export type { PathStep, ReviewPath, ReviewSettings } from './paths.ts';
