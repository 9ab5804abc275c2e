import { createHash } from 'node:crypto';
import type { PostState } from '#/modules/posts/index.ts';
import type { DeliveryState, DeliveryStep } from './tables.ts';

/** The times the engine goes by, all in milliseconds unless said. */
export type Tuning = {
  /** How long a worker that says nothing keeps a delivery. Longer than any request of a connector can take. */
  leaseMs: number;
  /** After a doubt: how long a network may need until a post that it took can be found. */
  settleMs: number;
  backOffMs: number;
  backOffMaxMs: number;
  /** Tries that came to nothing before it is given up. */
  maxTries: number;
  giveUpAfterMs: number;
  /** Between two late posts of one account. */
  spaceMs: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const TUNING: Tuning = {
  leaseMs: MINUTE,
  settleMs: 10_000,
  backOffMs: 5000,
  backOffMaxMs: 30 * MINUTE,
  maxTries: 60,
  giveUpAfterMs: 24 * HOUR,
  // A reader's list shows them as single posts, no network takes them for a flood, and after a night that was missed ten of
  // them are out in ten minutes.
  spaceMs: MINUTE,
};

/** A post that is out less than this after its time is on time. */
export const LATE_AFTER_MS = MINUTE;

/** From here on a post is one of a backlog, and leaves its account spaced from the others. */
export const SPACED_AFTER_MS = 5 * MINUTE;

/** A post whose time passed this short a while ago may still be scheduled: approving takes a moment. */
export const SCHEDULE_GRACE_MS = 10 * MINUTE;

/** Waits for a worker, or for somebody to mend the account: nothing of it is under way. */
export const WAITING_STATES = ['scheduled', 'retrying', 'blocked'] as const satisfies DeliveryState[];
export const isWaiting = (state: DeliveryState): boolean =>
  (WAITING_STATES as readonly DeliveryState[]).includes(state);
/** Not the network's business any more: neither there nor on the way. */
export const ENDED_STATES = ['withdrawn', 'removed'] as const satisfies DeliveryState[];

/**
 * How long to wait before the next try: doubles with every try, up to a limit, spread by a quarter either way so
 * that what failed together does not come back together. `random` in [0, 1).
 */
export function backOff(
  tries: number,
  tuning: Pick<Tuning, 'backOffMs' | 'backOffMaxMs'>,
  random: number,
): number {
  const plain = Math.min(tuning.backOffMs * 2 ** Math.min(Math.max(tries - 1, 0), 30), tuning.backOffMaxMs);
  return Math.round(plain * (0.75 + random / 2));
}

/** The soonest that a delivery may be tried when somebody wants it at once: never before the network has settled. */
export function earliestTry(
  row: { step: DeliveryStep; sent_at: Temporal.Instant | null },
  now: Temporal.Instant,
): Temporal.Instant {
  if (row.step !== 'sent' || row.sent_at === null) return now;
  const settled = row.sent_at.add({ milliseconds: TUNING.settleMs });
  return Temporal.Instant.compare(settled, now) > 0 ? settled : now;
}

/** Due more than a minute ago and not out, although nobody has stopped it. */
export function isLate(
  row: { state: DeliveryState; due_at: Temporal.Instant; held: boolean },
  now: Temporal.Instant,
): boolean {
  if (row.held) return false;
  const open = row.state === 'publishing' || isWaiting(row.state);
  return open && now.epochMilliseconds - row.due_at.epochMilliseconds > LATE_AFTER_MS;
}

/**
 * The lane of a post on an account: deliveries of one lane go one after the other, so the number of lanes is how
 * many go at once. The same for the same post, whatever happens in between.
 */
export function laneOf(postId: string, concurrency: number): number {
  if (concurrency <= 1) return 0;
  return createHash('sha256').update(postId).digest().readUInt32BE(0) % Math.min(concurrency, 32_767);
}

const FOLLOWS: readonly PostState[] = ['scheduled', 'publishing', 'published'];

/**
 * What a post is, by its deliveries. Null where they say nothing: a post that is being written again goes its own
 * way. A post of which every delivery failed stays `publishing`: it waits for a person.
 */
export function postStateOf(deliveries: readonly DeliveryState[], current: PostState): PostState | null {
  const live = deliveries.filter((state) => !(ENDED_STATES as readonly DeliveryState[]).includes(state));
  if (!FOLLOWS.includes(current)) return null;
  if (live.length === 0) return 'withdrawn';
  if (live.every((state) => state === 'scheduled')) return 'scheduled';
  if (live.every((state) => state === 'published' || state === 'failed') && live.includes('published')) {
    return 'published';
  }
  return 'publishing';
}
