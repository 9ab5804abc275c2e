import './tables.ts';

export { answerDelivery } from './answer-delivery.ts';
export { type ChangeDeps } from './change-delivery.ts';
export {
  claimDeliveries,
  nextDelivery,
  readBacklog,
  renewLeases,
  type ClaimDeps,
} from './claim-deliveries.ts';
export { deliverPost } from './deliver-post.ts';
export type { DeliverDeps } from './run.ts';
export { deliveryHold } from './delivery-hold.ts';
export type { DeliveryView } from './delivery-view.ts';
export { getDelivery, type DeliveryDetailView } from './get-delivery.ts';
export { giveUpDelivery } from './give-up-delivery.ts';
export {
  countUnderWay,
  isHeldLate,
  letDeliveriesThrough,
  listHeldPosts,
  periodsHolding,
  type HeldPost,
} from './held-posts.ts';
export { Lease, type Monotonic } from './lease.ts';
export { listCharges, type MonthOfCharges } from './list-charges.ts';
export { listDeliveries, troublesOf, type Trouble } from './list-deliveries.ts';
export type { DeliveryAct } from './policy.ts';
export { publicMedia, publishedPost, publishedPostsTagged } from './public-posts.ts';
export { listPlaces as placesOfPosts, type PublishedPlace } from './list-queries.ts';
export { publishedPosts, type PublishedPost } from './published-posts.ts';
export { REMOVAL_QUEUE, type Jobs, type RemovalJob, type RemoveDeps } from './remove-delivery.ts';
export { listenForDue, type Listening } from './listen-for-due.ts';
export { wakeWorkers } from './queries.ts';
export { resumeAccount } from './resume-account.ts';
export { retryDelivery } from './retry-delivery.ts';
export { TUNING, type Tuning } from './rules.ts';
export { schedulePassedPost, schedulePost, type ScheduleDeps } from './schedule-post.ts';
export type { Settled } from './settle-delivery.ts';
export { type DeliveryState, type DeliveryStep } from './tables.ts';
export { takeDown, type TakeDownDeps } from './take-down.ts';
export { deliveriesToday, type DeliveriesToday } from './today.ts';
export { unschedulePost } from './unschedule-post.ts';
export { withdrawPost, type WithdrawDeps } from './withdraw-post.ts';
export { watchElection, type WatchDeps } from './watch-election.ts';
export { publishedBetween, type SentPost } from './published-between.ts';
export { stopRepeats } from './stop-repeats.ts';
