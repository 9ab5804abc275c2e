import type { Slot, Variant } from '#/contract/index.ts';
import { formatDay } from '../words/index.ts';

/** 1 is Monday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A Monday, for the names of the days. */
const MONDAY = Temporal.PlainDate.from('2024-10-07');

export const dayName = (weekday: number, variant: Variant): string =>
  formatDay(MONDAY.add({ days: weekday - 1 }).toString(), variant, 'weekday').split(',')[0]!;

/** The week with a time more on some of its days, in order and each once. */
export function addSlots(slots: readonly Slot[], time: string, days: ReadonlySet<number>): Slot[] {
  const added = [...days].map((weekday) => ({ weekday, time }));
  const byKey = new Map([...slots, ...added].map((slot) => [`${slot.weekday} ${slot.time}`, slot]));
  return [...byKey.values()].toSorted((a, b) => a.weekday - b.weekday || (a.time < b.time ? -1 : 1));
}
