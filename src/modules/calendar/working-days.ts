/** What counts as work: weekdays (1 is Monday), the hours of a day as `HH:MM`, and the days off as ISO dates. */
export type WorkingTime = {
  timeZone: string;
  weekdays: readonly number[];
  from: string;
  to: string;
  daysOff: ReadonlySet<string>;
};

export const isWorkingDay = (
  day: Temporal.PlainDate,
  time: Pick<WorkingTime, 'weekdays' | 'daysOff'>,
): boolean => time.weekdays.includes(day.dayOfWeek) && !time.daysOff.has(day.toString());

/** Longest stretch of days that is looked at: a year without one working day is no calendar. */
const FARTHEST = 366;

/** The working day that is so many before a day. 0: the day itself, or the last working day before it. */
export function workingDaysBefore(
  day: Temporal.PlainDate,
  count: number,
  time: Pick<WorkingTime, 'weekdays' | 'daysOff'>,
): Temporal.PlainDate {
  let at = day;
  let left = count;
  for (let looked = 0; looked < FARTHEST; looked += 1) {
    if (left === 0 && isWorkingDay(at, time)) return at;
    at = at.subtract({ days: 1 });
    if (left > 0 && isWorkingDay(at, time)) left -= 1;
  }
  return day.subtract({ days: count });
}

/** Working days from one day up to another, without the last. */
export function workingDaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  time: Pick<WorkingTime, 'weekdays' | 'daysOff'>,
): number {
  let count = 0;
  const span = Math.min(from.until(to).days, FARTHEST);
  for (let days = 0; days < span; days += 1) if (isWorkingDay(from.add({ days }), time)) count += 1;
  return count;
}

/** The end of work on a day, as an instant. In a night of changed clocks nobody closes an office. */
export const endOfWork = (
  day: Temporal.PlainDate,
  time: Pick<WorkingTime, 'to' | 'timeZone'>,
): Temporal.Instant => day.toZonedDateTime({ plainTime: time.to, timeZone: time.timeZone }).toInstant();
