import { endOfWork, isWorkingDay, type WorkingTime } from './working-days.ts';

/** Nobody counts further than this; a house that never works would be counted for ever. */
const MOST_DAYS = 1000;

/** The instant at which so many working hours have passed since `start`. */
export function addWorkingHours(
  start: Temporal.Instant,
  hours: number,
  house: WorkingTime,
): Temporal.Instant {
  return walk(start, hours, house, 1);
}

/** The instant from which so many working hours pass until `end`. */
export function subtractWorkingHours(
  end: Temporal.Instant,
  hours: number,
  house: WorkingTime,
): Temporal.Instant {
  return walk(end, hours, house, -1);
}

/** Goes from day to day, forwards or backwards, and takes of each what is worked on it. */
function walk(start: Temporal.Instant, hours: number, house: WorkingTime, way: 1 | -1): Temporal.Instant {
  let left = hours * 3_600_000;
  let at = start;
  let day = start.toZonedDateTimeISO(house.timeZone).toPlainDate();
  for (let seen = 0; seen < MOST_DAYS; seen += 1) {
    const [open, close] = worked(day, house);
    const [enter, leave] = way === 1 ? [later(open, at), close] : [earlier(close, at), open];
    const there = Math.max(0, way * (leave.epochMilliseconds - enter.epochMilliseconds));
    if (there > 0 && there >= left) return enter.add({ milliseconds: way * left });
    left -= there;
    at = there > 0 ? leave : at;
    day = day.add({ days: way });
  }
  return at;
}

/** First and last instant of work on a day; the same twice where there is none. */
function worked(day: Temporal.PlainDate, house: WorkingTime): [Temporal.Instant, Temporal.Instant] {
  const close = endOfWork(day, house);
  const open = endOfWork(day, { ...house, to: house.from });
  return isWorkingDay(day, house) ? [open, close] : [open, open];
}

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b);
const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? a : b);
