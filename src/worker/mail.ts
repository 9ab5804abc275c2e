import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { forgetMails, sendMails, type SendDeps } from '#/modules/mail/index.ts';

/** People wait for an invitation with the page open: the outbox is looked at this often. */
const LOOK_EVERY_MS = 1000;
const AFTER_FAULT_MS = 5000;
const KEPT = { hours: 30 * 24 };

export type Postman = { start(): void; stop(): Promise<void> };

/** Empties the outbox of all institutions. Several may run: a mail is in one hand at a time. */
export function createPostman(deps: SendDeps): Postman {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const run = async () => {
    while (!stopping.signal.aborted) {
      let wait = LOOK_EVERY_MS;
      try {
        if ((await sendMails(deps)) > 0) wait = 0;
      } catch (error) {
        deps.log.warn({ err: error }, 'the outbox cannot be emptied');
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
      deps.sender.close();
    },
  };
}

/** Addresses and names are not kept longer than somebody may ask whether a mail went out. */
export const forgetOldMails = (deps: { db: Db; clock: Clock }): Promise<void> =>
  forgetMails(deps.db.open, deps.clock.now().subtract(KEPT));
