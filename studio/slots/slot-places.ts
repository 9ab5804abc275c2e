import type { FreeSlot } from '#/contract/index.ts';
import { toWall } from '../calendar/wall-time.ts';

/** A free slot on the clock of the wall. */
export type SlotPlace = { local: string; minute: number; accountIds: readonly string[] };

/** Free slots by day; with an account chosen only its own. */
export function slotPlaces(
  slots: readonly FreeSlot[],
  timeZone: string,
  accountId: string,
): ReadonlyMap<string, readonly SlotPlace[]> {
  const days = new Map<string, SlotPlace[]>();
  for (const { dueAt, accountIds } of slots) {
    if (accountId && !accountIds.includes(accountId)) continue;
    const local = toWall(dueAt, timeZone);
    const minute = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
    const day = days.get(local.slice(0, 10)) ?? [];
    day.push({ local, minute, accountIds });
    days.set(local.slice(0, 10), day);
  }
  return days;
}
