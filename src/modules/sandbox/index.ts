import './tables.ts';

export {
  claimAccount,
  institutionOfCode,
  issueCode,
  type SandboxDeps,
  type SandboxGrant,
} from './claim-account.ts';
export {
  accountOf,
  holderOfRenewToken,
  holderOfToken,
  renewSession,
  type SandboxHolder,
} from './hold-token.ts';
export { getPost, putPost, removePost, type KeptPost } from './put-post.ts';
export { keepMedia } from './keep-media.ts';
export { addComment, commentsSince, handleOfAuthor, type CommentFault } from './comments.ts';
export { listFaults, setFault, takeFault, type FaultState } from './faults.ts';
export {
  listFeed,
  readAccountPage,
  readPostPage,
  readSandboxMedia,
  type FeedPage,
  type FeedPost,
} from './read-feed.ts';
export {
  COMMENT_LIMITS,
  LIMITS as SANDBOX_LIMITS,
  SandboxRefusal,
  sandboxPages,
  type RefusalCode,
  type RequestKind,
  type SandboxFault,
} from './rules.ts';
