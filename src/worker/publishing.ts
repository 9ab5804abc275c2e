import { setTimeout as pause } from 'node:timers/promises';
import {
  claimDeliveries,
  deliverPost,
  listenForDue,
  nextDelivery,
  readBacklog,
  renewLeases,
  type DeliverDeps,
  type Lease,
  type Listening,
  type Monotonic,
} from '#/modules/publishing/index.ts';

export type DispatcherOptions = DeliverDeps & {
  /** Unlike any other worker's, also after a restart: the host's name with something random. */
  worker: string;
  /** Deliveries under way at once. */
  slots?: number;
  /** How long `stop` waits for what is in hand before it cuts requests off. */
  stopWithinMs?: number;
  monotonic?: Monotonic;
};

export type DispatcherStats = { due: number; underWay: number; late: number; inHand: number };

export type Dispatcher = {
  start(): void;
  /** Takes nothing more and finishes what is in hand. What does not end in time is found again by its lease. */
  stop(): Promise<void>;
  /** All institutions; `inHand` is this worker's part of what is under way. */
  stats(): Promise<DispatcherStats>;
};

const SLOTS = 128;
/** Freed slots are filled together, one question to the database for many; the longer the more is in hand. */
const GATHER_MS = { quiet: 5, busy: 40 };
/** Something is looked for this often though nobody said that there is anything: a message can get lost. */
const LOOK_AGAIN_MS = 30_000;
/** The time of day is looked at this often while waiting for it: it can be put forward. */
const GLANCE_MS = 500;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Takes deliveries when they are due and hands them to `deliverPost`. Between two of them it sleeps until the next
 * due time or until the database calls; it asks nothing in vain.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  return new PublishingDispatcher(options);
}

class PublishingDispatcher implements Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #slots: number;
  readonly #inHand = new Map<Lease, Promise<void>>();
  readonly #stopping = new AbortController();
  /** Aborted when waiting for what is in hand has an end. */
  readonly #cut = new AbortController();
  #wake = Promise.withResolvers<void>();
  #woken = false;
  #running: Promise<void> | undefined;
  #listening: Listening | undefined;
  #renewing: NodeJS.Timeout | undefined;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#slots = options.slots ?? SLOTS;
  }

  start(): void {
    if (this.#running) return;
    const { db, log, tuning } = this.#options;
    this.#listening = listenForDue(db, { log, onCall: () => this.#call() });
    this.#renewing = setInterval(() => void this.#renew(), tuning.leaseMs / 3);
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#call();
    await this.#running;
    await this.#listening?.stop();
    const all = Promise.all(this.#inHand.values());
    const within = this.#options.stopWithinMs ?? 20_000;
    const ended = await Promise.race([all.then(() => true), pause(within, false, { ref: false })]);
    if (!ended) {
      this.#options.log.warn({ inHand: this.#inHand.size }, 'deliveries in hand are cut off at the stop');
      this.#cut.abort();
      await Promise.race([all, pause(2000, undefined, { ref: false })]);
    }
    clearInterval(this.#renewing);
  }

  async stats(): Promise<DispatcherStats> {
    const backlog = await readBacklog(this.#options, this.#options.clock.now());
    return { ...backlog, inHand: this.#inHand.size };
  }

  #call(): void {
    this.#woken = true;
    this.#wake.resolve();
  }

  async #run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#round();
        pauseMs = FIRST_PAUSE_MS;
      } catch (error) {
        this.#options.log.error({ err: error, pauseMs }, 'the queue of deliveries cannot be read');
        await pause(pauseMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  async #round(): Promise<void> {
    this.#woken = false;
    this.#wake = Promise.withResolvers();
    const free = this.#slots - this.#inHand.size;
    const now = this.#options.clock.now();
    const taken = free > 0 ? await claimDeliveries(this.#options, now, free) : [];
    for (const lease of taken) this.#deliver(lease);
    // Nothing is free: whatever ends will call.
    if (taken.length === free) await this.#wake.promise;
    // All that can be begun now is begun: the rest is due later, or waits for one of its lane to end.
    else await this.#sleep(now);
  }

  /** Until the next due time, the next lease that runs out, or a call. */
  async #sleep(claimedAt: Temporal.Instant): Promise<void> {
    if (this.#woken) return;
    const { due, leaseMs } = await nextDelivery(this.#options, claimedAt);
    const ending = new AbortController();
    void this.#wake.promise.then(() => ending.abort());
    const untilLease = Math.max(leaseMs ?? Infinity, FIRST_PAUSE_MS);
    const timer = setTimeout(() => ending.abort(), Math.min(LOOK_AGAIN_MS, untilLease));
    const { clock } = this.#options;
    while (!ending.signal.aborted) {
      const left = due === null ? Infinity : millisecondsUntil(due, clock.now());
      if (left <= 0) break;
      await clock.sleep(Math.min(left, GLANCE_MS), ending.signal);
    }
    clearTimeout(timer);
  }

  #deliver(lease: Lease): void {
    for (const other of this.#inHand.keys()) {
      // Our own lease ran out under our hands and we took the delivery again: the older try must not go on.
      if (other.delivery.id === lease.delivery.id) other.lose();
    }
    const done = deliverPost(this.#options, lease, this.#cut.signal)
      .then(() => undefined)
      .catch((error: unknown) => {
        this.#options.log.error(
          { err: error, delivery: lease.delivery.id },
          'a delivery was left to its lease',
        );
      })
      .finally(() => {
        this.#inHand.delete(lease);
        this.#gather();
      });
    this.#inHand.set(lease, done);
  }

  #gathering = false;
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    setTimeout(
      () => {
        this.#gathering = false;
        this.#call();
      },
      this.#inHand.size * 4 < this.#slots ? GATHER_MS.quiet : GATHER_MS.busy,
    );
  }

  async #renew(): Promise<void> {
    try {
      await renewLeases(this.#options, this.#options.clock.now(), [...this.#inHand.keys()]);
    } catch (error) {
      this.#options.log.warn({ err: error }, 'leases could not be renewed');
    }
  }
}

/** Rounded up: a time that is not quite reached is not reached. */
const millisecondsUntil = (due: Temporal.Instant, now: Temporal.Instant): number =>
  Math.ceil(Number(due.epochNanoseconds - now.epochNanoseconds) / 1_000_000);
