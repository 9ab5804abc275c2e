import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import {
  forgetNotices,
  passOnNotices,
  sendPushes,
  type PassOnDeps,
  type SendPushDeps,
} from '#/modules/notices/index.ts';
import { createRounds, type Rounds } from './rounds.ts';

const KEPT_READ = { hours: 90 * 24 };
const KEPT = { hours: 365 * 24 };
const TIMES = { everyMs: 1000, afterFaultMs: 5000 };

/** Passes notices on that go out by e-mail and to browsers. Several may run: a notice is held by one. */
export const createHerald = (deps: PassOnDeps & { log: Logger }): Rounds =>
  createRounds({
    ...TIMES,
    round: async () => (await passOnNotices(deps)) > 0,
    fault: 'notices cannot be passed on',
    log: deps.log,
  });

/** Hands to push services what is on its way to browsers. Several may run: a message is in one hand at a time. */
export const createCrier = (deps: SendPushDeps): Rounds =>
  createRounds({
    ...TIMES,
    round: async () => (await sendPushes(deps)) > 0,
    fault: 'pushes cannot be sent',
    log: deps.log,
  });

export const forgetOldNotices = (deps: { db: Db; clock: Clock }): Promise<void> => {
  const now = deps.clock.now();
  return forgetNotices(deps.db.open, { read: now.subtract(KEPT_READ), all: now.subtract(KEPT) });
};
