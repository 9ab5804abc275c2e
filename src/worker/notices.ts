import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import { forgetNotices, passOnNotices, type PassOnDeps } from '#/modules/notices/index.ts';

const LOOK_EVERY_MS = 1000;
const AFTER_FAULT_MS = 5000;
const KEPT_READ = { hours: 90 * 24 };
const KEPT = { hours: 365 * 24 };

export type Herald = { start(): void; stop(): Promise<void> };

/** Passes notices on that go out by e-mail. Several may run: a notice is held by one. */
export function createHerald(deps: PassOnDeps & { log: Logger }): Herald {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const run = async () => {
    while (!stopping.signal.aborted) {
      let wait = LOOK_EVERY_MS;
      try {
        if ((await passOnNotices(deps)) > 0) wait = 0;
      } catch (error) {
        deps.log.warn({ err: error }, 'notices cannot be passed on');
        wait = AFTER_FAULT_MS;
      }
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
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

export const forgetOldNotices = (deps: { db: Db; clock: Clock }): Promise<void> => {
  const now = deps.clock.now();
  return forgetNotices(deps.db.open, { read: now.subtract(KEPT_READ), all: now.subtract(KEPT) });
};
