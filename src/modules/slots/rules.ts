/** A time of the week on the institution's clock; 1 is Monday, `HH:MM`. */
export type Slot = { weekday: number; time: string };

export type Timetable = { accountId: string; slots: readonly Slot[]; skipDaysOff: boolean };

/** What somebody has: a post that is due, or a slot that is held. */
export type Taken = { accountIds: readonly string[]; at: Temporal.Instant };

type Days = { timeZone: string; daysOff: ReadonlySet<string> };

/** In order of the week, each once. */
export function tidySlots(slots: readonly Slot[]): Slot[] {
  const keys = new Set(slots.map(({ weekday, time }) => `${weekday} ${time}`));
  return [...keys].toSorted().map((key) => ({ weekday: Number(key[0]), time: key.slice(2) }));
}

/**
 * The instants of a timetable after `from` and before `to`, in order. In a gap of the clocks a slot comes as much later
 * as they jump; where a time comes twice it is the first.
 */
export function instantsOf(
  timetable: Timetable,
  from: Temporal.Instant,
  to: Temporal.Instant,
  { timeZone, daysOff }: Days,
): Temporal.Instant[] {
  const last = to.toZonedDateTimeISO(timeZone).toPlainDate();
  const found = new Map<number, Temporal.Instant>();
  let day = from.toZonedDateTimeISO(timeZone).toPlainDate();
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (timetable.skipDaysOff && daysOff.has(day.toString())) continue;
    for (const { weekday, time } of timetable.slots) {
      if (weekday !== day.dayOfWeek) continue;
      const at = day
        .toPlainDateTime(Temporal.PlainTime.from(time))
        .toZonedDateTime(timeZone, { disambiguation: 'compatible' })
        .toInstant();
      if (isAfter(at, from) && isAfter(to, at)) found.set(at.epochMilliseconds, at);
    }
  }
  return [...found.values()].toSorted((a, b) => Temporal.Instant.compare(a, b));
}

const isAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) > 0;

/** Whether nothing on these accounts is closer than so many minutes. At the very same instant is always too close. */
export function isFree(
  at: Temporal.Instant,
  accountIds: readonly string[],
  taken: readonly Taken[],
  closeMinutes: number,
): boolean {
  const close = Math.max(closeMinutes, 1) * 60_000;
  return !taken.some(
    (one) =>
      Math.abs(one.at.epochMilliseconds - at.epochMilliseconds) < close &&
      one.accountIds.some((id) => accountIds.includes(id)),
  );
}

/** The first slot of a span that all timetables have and that is free for all accounts. */
export function firstFree(
  wish: { accountIds: readonly string[]; timetables: readonly Timetable[]; closeMinutes: number },
  taken: readonly Taken[],
  from: Temporal.Instant,
  to: Temporal.Instant,
  days: Days,
): Temporal.Instant | null {
  const [first, ...more] = wish.timetables.map((one) => instantsOf(one, from, to, days));
  const others = more.map((instants) => new Set(instants.map((at) => at.epochMilliseconds)));
  const common = (first ?? []).filter((at) => others.every((has) => has.has(at.epochMilliseconds)));
  return common.find((at) => isFree(at, wish.accountIds, taken, wish.closeMinutes)) ?? null;
}
