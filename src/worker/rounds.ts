import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '#/kernel/logger.ts';

/** Work that is looked for again and again until it is stopped. */
export type Rounds = { start(): void; stop(): Promise<void> };

type RoundsOptions = {
  /** One round: true where more waits, and the next begins at once. */
  round: () => Promise<boolean>;
  /** How long to wait where nothing more waits, in milliseconds. */
  everyMs: number;
  afterFaultMs: number;
  /** What is logged where a round fails; the next one tries again. */
  fault: string;
  /** After the last round. */
  last?: () => Promise<void> | void;
  log: Logger;
};

/** Runs one round after the other, never two at once; `stop` waits for the one under way. */
export function createRounds(options: RoundsOptions): Rounds {
  const { round, everyMs, afterFaultMs, fault, last, log } = options;
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const run = async () => {
    while (!stopping.signal.aborted) {
      let wait = everyMs;
      try {
        if (await round()) wait = 0;
      } catch (error) {
        log.warn({ err: error }, fault);
        wait = afterFaultMs;
      }
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    await last?.();
  };
  return {
    start: () => {
      running = run();
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
