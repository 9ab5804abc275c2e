/** What a request is for, so that a fault can be laid on one step of a delivery. */
export type Step = 'session' | 'look' | 'upload' | 'publish' | 'find' | 'remove' | 'replies' | 'side';

export type FaultKind =
  /** The request is done and the connection cut before the answer. */
  | 'lose-answer'
  /** The connection is cut before anything is done. */
  | 'lose-request'
  /** Done, after `ms` milliseconds. */
  | 'delay'
  /** 429 without a word on when to come again; nothing done. */
  | 'rate-limit'
  /** 429 with `Retry-After: seconds`; nothing done. */
  | 'rate-limit-dated'
  | 'error-500'
  /** Done, and 500 said all the same. */
  | 'error-500-after'
  | 'error-503'
  /** A page in the place of JSON, with `status` (200 if not said); nothing done. */
  | 'html'
  /** Done; the answer breaks off half-way. */
  | 'truncate'
  /** Done; the second half of the answer never comes. */
  | 'slow-body'
  /** The whole network goes down: every connection cut, the port closed. */
  | 'die';

export type Fault = {
  kind: FaultKind;
  /** Only requests of this step; without it the next request, whatever it is for. */
  step?: Step;
  /** How many requests it meets. 1 unless said. */
  times?: number;
  ms?: number;
  seconds?: number;
  status?: number;
};

/** Faults by chance, the same ones for the same seed and the same order of requests. */
export type Chaos = {
  seed: number;
  /** Share of the requests that meet a fault, 0 to 1. */
  share: number;
  kinds: readonly FaultKind[];
  /** Of a `delay`. */
  ms?: number;
  step?: Step;
};

/** Faults in the order in which they were laid. */
export function faultQueue(): {
  add: (fault: Fault) => void;
  clear: () => void;
  chaos: (chaos: Chaos | null) => void;
  take: (step: Step) => Fault | null;
} {
  let queue: { fault: Fault; left: number }[] = [];
  let random: { rules: Chaos; next: () => number } | null = null;
  return {
    add: (fault) => {
      queue.push({ fault, left: fault.times ?? 1 });
    },
    clear: () => {
      queue = [];
    },
    chaos: (rules) => {
      random = rules && { rules, next: randomFrom(rules.seed) };
    },
    take(step) {
      const laid = queue.find((it) => it.fault.step === undefined || it.fault.step === step);
      if (laid) {
        laid.left -= 1;
        if (laid.left <= 0) queue = queue.filter((it) => it !== laid);
        return laid.fault;
      }
      if (!random || (random.rules.step !== undefined && random.rules.step !== step)) return null;
      if (random.next() >= random.rules.share) return null;
      const kind = random.rules.kinds[Math.floor(random.next() * random.rules.kinds.length)];
      const { ms } = random.rules;
      return kind === undefined ? null : { kind, ...(ms === undefined ? {} : { ms }) };
    },
  };
}

/** Mulberry32: small, seeded, the same on every machine. Values in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
