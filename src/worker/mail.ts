import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { forgetMails, sendMails, type SendDeps } from '#/modules/mail/index.ts';
import { createRounds, type Rounds } from './rounds.ts';

const KEPT = { hours: 30 * 24 };

/** Empties the outbox of all institutions. Several may run: a mail is in one hand at a time. */
export const createPostman = (deps: SendDeps): Rounds =>
  createRounds({
    round: async () => (await sendMails(deps)) > 0,
    // People wait for an invitation with the page open.
    everyMs: 1000,
    afterFaultMs: 5000,
    fault: 'the outbox cannot be emptied',
    last: () => deps.sender.close(),
    log: deps.log,
  });

/** Addresses and names are not kept longer than somebody may ask whether a mail went out. */
export const forgetOldMails = (deps: { db: Db; clock: Clock }): Promise<void> =>
  forgetMails(deps.db.open, deps.clock.now().subtract(KEPT));
