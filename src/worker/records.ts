import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '#/db/database.ts';
import type { Logger } from '#/kernel/logger.ts';
import { linkActs } from '#/modules/records/index.ts';

const BATCH = 500;
/** An act waits no longer than this for its link, and an open studio for the news. */
const LOOK_EVERY_MS = 250;
const AFTER_FAULT_MS = 2000;

export type ActLinker = { start(): void; stop(): Promise<void> };

/** Chains the acts of all institutions, a moment after they were written. One linker works at a time. */
export function createActLinker(deps: { db: Db; log: Logger }): ActLinker {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const run = async () => {
    while (!stopping.signal.aborted) {
      let wait = LOOK_EVERY_MS;
      try {
        if ((await linkActs(deps.db.open, BATCH)) === BATCH) wait = 0;
      } catch (error) {
        deps.log.warn({ err: error }, 'could not link acts');
        wait = AFTER_FAULT_MS;
      }
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    // What the last moment wrote: nothing is lost without it, but a clean stop leaves a whole chain.
    await linkActs(deps.db.open, 10 * BATCH).catch(() => undefined);
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
