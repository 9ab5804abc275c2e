import type {
  FindOutcome,
  Handle,
  PrepareOutcome,
  Proof,
  PublishOutcome,
  Reason,
} from '#/connectors/contract.ts';
import { unreachable } from '#/kernel/errors.ts';
import { backOff, type Tuning } from './rules.ts';
import type { DeliveryState, DeliveryStep } from './tables.ts';

/** What came of one try. `prepared` and `absent` are not here: after them the engine goes on by itself. */
export type Outcome =
  | Exclude<PrepareOutcome, { kind: 'prepared' }>
  | PublishOutcome
  | Exclude<FindOutcome, { kind: 'absent' }>
  /** A pause stood at the mark: nothing was sent. */
  | { kind: 'held' }
  /** Older than the institution lets go out unasked: nothing was begun. */
  | { kind: 'late' }
  /** An election period holds it: nothing was begun. */
  | { kind: 'election' }
  /** Another late post of the account has its turn, or somebody is asked about this one. */
  | { kind: 'spaced'; until: Temporal.Instant };

/** Where the delivery stood when the outcome came. */
export type Situation = {
  step: DeliveryStep;
  handle: Handle | null;
  tries: number;
  tryingSince: Temporal.Instant;
  /** Can the network be asked after a doubt? */
  findable: boolean;
  now: Temporal.Instant;
};

/** What is written into the row. */
export type Settlement = {
  state: Exclude<DeliveryState, 'publishing' | 'withdrawn' | 'removed'>;
  step: DeliveryStep;
  handle: Handle | null;
  tries: number;
  /** Null: no further attempt by itself. */
  nextAttemptAt: Temporal.Instant | null;
  reason: Reason | null;
  proof: Proof | null;
};

/** The network said when; it means it for the first few times. After that our own back-off is the floor. */
const TRUSTED_DATES = 3;
const SHORTEST_WAIT_MS = 250;
/** What is in doubt is looked for this often while a pause keeps it from going out. */
const HELD_LOOK_MS = 300_000;

/** The next step after an outcome. Pure: the whole of what the engine decides stands here. */
export function settle(at: Situation, outcome: Outcome, tuning: Tuning, random: number): Settlement {
  const stay = { step: at.step, handle: at.handle, tries: at.tries, nextAttemptAt: null, proof: null };
  switch (outcome.kind) {
    case 'published':
    case 'found':
      return { ...stay, state: 'published', step: 'sent', reason: null, proof: outcome.proof };
    case 'handed-over':
      return { ...stay, state: 'handed-over', step: 'sent', reason: outcome.reason };
    case 'pending':
      return pending(at, outcome, tuning);
    case 'retry':
      return retry(at, outcome.after, outcome.reason, tuning, random);
    case 'unknown':
      return doubt(at, outcome.reason, tuning, random);
    case 'cannot-tell':
      return { ...stay, state: 'unknown', reason: outcome.reason };
    case 'reauthorise':
      return { ...stay, state: 'blocked', reason: outcome.reason };
    case 'rejected':
      // A look-up that is refused says nothing about what was sent before it.
      if (at.step === 'sent') return { ...stay, state: 'unknown', reason: outcome.reason };
      // What stands there is found by its handle, and not put up a second time.
      if ('begun' in outcome && outcome.begun)
        return { ...stay, state: 'failed', step: 'sent', reason: outcome.reason };
      return { ...stay, state: 'failed', step: 'none', handle: null, reason: outcome.reason };
    case 'held':
    case 'election':
    case 'late':
      return held(at);
    case 'spaced':
      return { ...held(at), nextAttemptAt: outcome.until };
    default:
      return unreachable(outcome);
  }
}

/** As it was before the try: what was prepared is prepared anew, since networks keep it for a short time only. */
function held(at: Situation): Settlement {
  const shared = { tries: at.tries, reason: null, proof: null };
  if (at.step === 'sent') {
    const nextAttemptAt = after(at.now, HELD_LOOK_MS);
    return { ...shared, state: 'retrying', step: 'sent', handle: at.handle, nextAttemptAt };
  }
  const state = at.tries > 0 ? 'retrying' : 'scheduled';
  return { ...shared, state, step: 'none', handle: null, nextAttemptAt: null };
}

const after = (now: Temporal.Instant, ms: number): Temporal.Instant =>
  now.add({ milliseconds: Math.round(ms) });

const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? b : a;

const isOver = (at: Situation, tries: number, tuning: Tuning): boolean =>
  tries >= tuning.maxTries ||
  at.now.epochMilliseconds - at.tryingSince.epochMilliseconds >= tuning.giveUpAfterMs;

function pending(
  at: Situation,
  outcome: { after: Temporal.Instant; handle: Handle },
  tuning: Tuning,
): Settlement {
  const shared = {
    step: 'sent',
    handle: outcome.handle,
    tries: at.tries,
    reason: null,
    proof: null,
  } as const;
  if (isOver(at, 0, tuning)) return { ...shared, state: 'unknown', nextAttemptAt: null };
  const nextAttemptAt = later(outcome.after, after(at.now, SHORTEST_WAIT_MS));
  return { ...shared, state: 'retrying', nextAttemptAt };
}

/** Surely nothing has come of it, or (at a look-up) we are as wise as before. */
function retry(
  at: Situation,
  date: Temporal.Instant | null,
  reason: Reason,
  tuning: Tuning,
  random: number,
): Settlement {
  const tries = at.tries + 1;
  const shared = { step: at.step, handle: at.handle, tries, reason, proof: null };
  if (isOver(at, tries, tuning)) {
    return { ...shared, state: at.step === 'sent' ? 'unknown' : 'failed', nextAttemptAt: null };
  }
  const own = date === null ? tries : tries - TRUSTED_DATES;
  const floor = after(at.now, own > 0 ? backOff(own, tuning, random) : SHORTEST_WAIT_MS);
  return { ...shared, state: 'retrying', nextAttemptAt: date === null ? floor : later(date, floor) };
}

/** Sent, and nobody knows: the network is given time to settle and then asked, or a person is. */
function doubt(at: Situation, reason: Reason, tuning: Tuning, random: number): Settlement {
  const tries = at.tries + 1;
  const shared = { step: 'sent', handle: at.handle, tries, reason, proof: null } as const;
  if (!at.findable || isOver(at, tries, tuning)) return { ...shared, state: 'unknown', nextAttemptAt: null };
  const wait = Math.max(tuning.settleMs, tries > 1 ? backOff(tries - 1, tuning, random) : 0);
  return { ...shared, state: 'retrying', nextAttemptAt: after(at.now, wait) };
}
