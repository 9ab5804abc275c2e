import './tables.ts';

export { createPost, lockPost, requireVersion, reschedulePost, savePost } from './save-post.ts';
export type { DeliveryHold, House, PostDeps, PostInput, ReviewedChange, ReviewHold } from './save-post.ts';
export { beginFromTemplate } from './begin-from-template.ts';
export { copyPost, type CopyWish } from './copy-post.ts';
export { listRepeats, lookAtRepeats, repeatPost } from './repeat-post.ts';
export { filePost, type Filing } from './file-post.ts';
export {
  hasHandIn,
  markWithdrawn,
  movePost,
  reopenPost,
  requireState,
  returnPost,
  sealPost,
} from './move-post.ts';
export {
  lookAtPost,
  readPost,
  readPostVersions,
  readVersion,
  setPostState,
  standingApproval,
} from './read-post.ts';
export { answerConsultation, consultAdviser, endConsultation, type Question } from './consult-adviser.ts';
export {
  accountsSentTo,
  addReaders,
  adviceDue,
  askersOf,
  isPictureSentTo,
  readersOf,
} from './consultation-queries.ts';
export { accountsOf, permitReading } from './access.ts';
export {
  countOpenConsultations,
  handOverConsultations,
  handOverPosts,
  listUnfinishedPosts,
} from './hand-over-posts.ts';
export { isPictureUsed, listPictureUses, picturesWithoutWords } from './picture-uses.ts';
export type { ReadPost } from './read-post.ts';
export { listCalendar, listPosts, listPostsById, listPostsForExport, listWaiting } from './list-posts.ts';
export { overduePosts, type PostRow } from './queries.ts';
export {
  countPostsOfPlanItems,
  dueTimeOf,
  listDueTimes,
  type ExportedPost,
  type ListedPost,
  type PostFilter,
} from './list-queries.ts';
export type { Seen } from './seen.ts';
export { checkPost, type Check, type TargetAccount } from './checks.ts';
export { resolveDueTime, type LocalTime } from './due-time.ts';
export { choiceOf, type LinkedPost, type OutgoingLinks } from './outgoing-links.ts';
export { renewPostLinks } from './renew-links.ts';
export { setPostCampaign } from './set-campaign.ts';
export { canBe, excerptOf, sealOf, sentCommentFor, sentTextFor, textFor, variantsOf } from './rules.ts';
export type { PostAct, PostContent, PostState, Texts } from './rules.ts';
