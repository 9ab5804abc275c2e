import type { Db } from '#/db/database.ts';
import type { Logger } from '#/kernel/logger.ts';
import { linkActs } from '#/modules/records/index.ts';
import { createRounds, type Rounds } from './rounds.ts';

const BATCH = 500;

/** Chains the acts of all institutions, a moment after they were written. One linker works at a time. */
export const createActLinker = ({ db, log }: { db: Db; log: Logger }): Rounds =>
  createRounds({
    round: async () => (await linkActs(db.open, BATCH)) === BATCH,
    // An act waits no longer than this for its link, and an open studio for the news.
    everyMs: 250,
    afterFaultMs: 2000,
    fault: 'could not link acts',
    // What the last moment wrote: nothing is lost without it, but a clean stop leaves a whole chain.
    last: async () => {
      await linkActs(db.open, 10 * BATCH).catch(() => undefined);
    },
    log,
  });
