import type { Claimed } from './queries.ts';

/** Milliseconds of a clock that only goes forward, and at one pace, whatever is done to the time of day. */
export type Monotonic = () => number;
export const monotonic: Monotonic = () => performance.now();

/** Part of a lease kept back: what is begun inside it must be over before somebody else may begin. */
const RESERVE = 0.25;

/**
 * A worker's hold on one delivery. It knows by itself when it has run out, without asking the database: a worker
 * that was cut off or asleep must not act on a hold that is somebody else's by now.
 */
export class Lease {
  readonly worker: string;
  readonly delivery: Claimed;
  readonly #lengthMs: number;
  readonly #clock: Monotonic;
  readonly #lost = new AbortController();
  #until: number;

  /** `since` is a moment of the monotonic clock before the claim was asked for. */
  constructor(
    worker: string,
    delivery: Claimed,
    lease: { since: number; lengthMs: number; clock?: Monotonic },
  ) {
    this.worker = worker;
    this.delivery = delivery;
    this.#lengthMs = lease.lengthMs;
    this.#clock = lease.clock ?? monotonic;
    this.#until = lease.since + lease.lengthMs;
  }

  /** What every write of this holder has to match. */
  get fence(): { worker: string; id: string; attempts: number } {
    return { worker: this.worker, id: this.delivery.id, attempts: this.delivery.attempts };
  }

  /** Aborts when the hold is known to be somebody else's. */
  get lostSignal(): AbortSignal {
    return this.#lost.signal;
  }

  now(): number {
    return this.#clock();
  }

  /** May something be begun that others will see? */
  isHeld(): boolean {
    return !this.#lost.signal.aborted && this.#clock() < this.#until - this.#lengthMs * RESERVE;
  }

  /** The database has just confirmed it; the question was asked at `since`. */
  extend(since: number): void {
    this.#until = Math.max(this.#until, since + this.#lengthMs);
  }

  lose(): void {
    this.#lost.abort();
  }
}
