import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import {
  findNextSlot,
  listFreeSlots,
  listTimetables,
  setTimetable,
  takeNextSlot,
  type ReadTimetable,
} from '#/modules/slots/index.ts';
import type { PostWorks } from './post-works.ts';
import type { ApiRouter } from './router.ts';

type Deps = PostWorks & { db: Db; clock: Clock };

const present = ({ slots, ...rest }: ReadTimetable) => ({ ...rest, slots: [...slots] });

/** When accounts publish as a rule, and which of these times is free. */
export function mountSlots(api: ApiRouter, deps: Deps): void {
  api.on(operations.listSlotTimetables, async ({ actor }) => {
    const timetables = await deps.db.within(actor, (tx) => listTimetables(tx, actor));
    return { body: { items: timetables.map(present) } };
  });
  api.on(operations.setSlotTimetable, async ({ actor, params, ifMatch, body }) => {
    const timetable = await setTimetable(deps, actor, params.accountId, ifMatch, body);
    return { body: present(timetable), version: timetable.revision };
  });
  api.on(operations.listFreeSlots, async ({ actor, query }) => {
    const slots = await listFreeSlots(deps, actor, query);
    return { body: { items: slots.map(({ at, accountIds }) => ({ dueAt: at.toString(), accountIds })) } };
  });
  api.on(operations.findNextSlot, async ({ actor, query }) => {
    const accountIds = query.accountIds.split(',');
    const { postId = null, holder = null } = query;
    const at = await findNextSlot(deps, actor, { accountIds, postId, holder });
    return { body: { dueAt: at?.toString() ?? null } };
  });
  api.on(operations.takeNextSlot, async ({ actor, body }) => {
    const { at, until } = await takeNextSlot(deps, actor, body);
    return { body: { dueAt: at.toString(), heldUntil: until.toString() } };
  });
}
