import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { viewOf, type DeliveryView } from './delivery-view.ts';
import { listGoingOut, listPublishedSince, listStanding, listTrouble } from './list-queries.ts';
import { LATE_AFTER_MS } from './rules.ts';

export type DeliveriesToday = {
  now: Temporal.Instant;
  goingOut: DeliveryView[];
  trouble: DeliveryView[];
  published: DeliveryView[];
};

const AHEAD = { hours: 48 };
const PAGE = { limit: 100 };

/**
 * What goes out in the next 48 hours, what is in trouble, and what has gone out since midnight of the institution's
 * own day. A late one stands under trouble, not twice; first of all what was to be taken down and still stands.
 */
export async function deliveriesToday(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  timeZone: string,
): Promise<DeliveriesToday> {
  permit(actor, 'delivery.read');
  const now = deps.clock.now();
  const midnight = now.toZonedDateTimeISO(timeZone).startOfDay().toInstant();
  const lateBefore = now.subtract({ milliseconds: LATE_AFTER_MS });
  return deps.db.within(actor, async (tx) => {
    const goingOut = await listGoingOut(tx, now.add(AHEAD), PAGE);
    const trouble = [...(await listStanding(tx, PAGE)), ...(await listTrouble(tx, lateBefore, PAGE))];
    const published = await listPublishedSince(tx, midnight, PAGE);
    const inTrouble = new Set(trouble.map((row) => row.id));
    const view = (row: (typeof goingOut)[number]) => viewOf(row, actor, now);
    return {
      now,
      goingOut: goingOut.filter((row) => !inTrouble.has(row.id)).map(view),
      trouble: trouble.map(view),
      published: published.filter((row) => !inTrouble.has(row.id)).map(view),
    };
  });
}
