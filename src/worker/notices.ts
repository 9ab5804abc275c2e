import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import { forgetNotices, passOnNotices, type PassOnDeps } from '#/modules/notices/index.ts';
import { createRounds, type Rounds } from './rounds.ts';

const KEPT_READ = { hours: 90 * 24 };
const KEPT = { hours: 365 * 24 };

/** Passes notices on that go out by e-mail. Several may run: a notice is held by one. */
export const createHerald = (deps: PassOnDeps & { log: Logger }): Rounds =>
  createRounds({
    round: async () => (await passOnNotices(deps)) > 0,
    everyMs: 1000,
    afterFaultMs: 5000,
    fault: 'notices cannot be passed on',
    log: deps.log,
  });

export const forgetOldNotices = (deps: { db: Db; clock: Clock }): Promise<void> => {
  const now = deps.clock.now();
  return forgetNotices(deps.db.open, { read: now.subtract(KEPT_READ), all: now.subtract(KEPT) });
};
