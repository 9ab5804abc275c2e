import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { findAccount } from '#/modules/accounts/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';
import { tidySlots, type Slot, type Timetable } from './rules.ts';

export type ReadTimetable = Timetable & { revision: number };

/** The timetables of the institution; an account without one is not among them. */
export async function listTimetables(tx: Tx, actor: Actor): Promise<ReadTimetable[]> {
  permit(actor, 'account.read');
  return timetablesOf(tx);
}

/** The same for use cases that have asked who may already. */
export const timetablesOf = async (tx: Tx): Promise<ReadTimetable[]> =>
  (await queries.listTimetableRows(tx)).map(toTimetable);

const toTimetable = (row: queries.TimetableRow): ReadTimetable => ({
  accountId: row.account_id,
  slots: row.slots,
  skipDaysOff: row.skip_days_off,
  revision: row.revision,
});

/**
 * Says at which times of the week an account publishes. Posts that have their time keep it.
 * @param read the revision that the person has seen; 0 where there was no timetable
 * @throws Problem `account.not-found`, `slots.changed` where somebody was faster
 */
export async function setTimetable(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  accountId: string,
  read: number,
  wish: { slots: readonly Slot[]; skipDaysOff: boolean },
): Promise<ReadTimetable> {
  permit(actor, 'slot.change', [accountId]);
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    await queries.lockSlots(tx, actor.institutionId);
    const account = await findAccount(tx, accountId);
    if (!account || account.state === 'retired') throw new Problem('not-found', 'account.not-found');
    const revision = (await queries.readTimetableRow(tx, accountId))?.revision ?? 0;
    if (revision !== read) throw new Problem('changed', 'slots.changed', { detail: { revision } });
    const timetable = {
      accountId,
      slots: tidySlots(wish.slots),
      skipDaysOff: wish.skipDaysOff,
      revision: revision + 1,
    };
    await queries.writeTimetable(tx, actor, timetable, now);
    await record(tx, actor, now, {
      kind: 'slots.changed',
      subjectType: 'account',
      subjectId: accountId,
      version: timetable.revision,
      detail: { handle: account.handle, count: timetable.slots.length },
    });
    return timetable;
  });
}
