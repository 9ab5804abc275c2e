/** A due time as a person means it: the clock on the institution's wall. The same shape as the contract's `LocalTime`. */
export type WallTime = { local: string; hour?: 'earlier' | 'later' | undefined };

export type WallReading =
  | { kind: 'once'; instant: string }
  /** The clocks go forward over it: there is no such time. The nearest ones before and after the jump. */
  | { kind: 'gap'; before: string; after: string }
  /** The clocks go back over it: it comes twice. */
  | { kind: 'twice'; earlier: string; later: string };

const minutes = (time: Temporal.PlainDateTime): string => time.toString({ smallestUnit: 'minute' });

/** The institution's wall clock at an instant, to the minute: `2027-03-28T03:30`. */
export function toWall(instant: string, timeZone: string): string {
  return minutes(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime());
}

/** What a wall-clock time means in a zone: once, never or twice. Throws a RangeError on what is not a time. */
export function readWall(local: string, timeZone: string): WallReading {
  const wall = Temporal.PlainDateTime.from(local);
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { kind: 'once', instant: earlier.toInstant().toString() };
  if (earlier.toPlainDateTime().equals(wall))
    return { kind: 'twice', earlier: earlier.toInstant().toString(), later: later.toInstant().toString() };
  return { kind: 'gap', before: minutes(earlier.toPlainDateTime()), after: minutes(later.toPlainDateTime()) };
}

/** The wall time of an instant, with `hour` where the night has it twice: what is sent back means the same instant. */
export function toWallTime(instant: string, timeZone: string): WallTime {
  const local = toWall(instant, timeZone);
  const reading = readWall(local, timeZone);
  if (reading.kind !== 'twice') return { local };
  const later = Temporal.Instant.compare(instant, reading.later) >= 0;
  return { local, hour: later ? 'later' : 'earlier' };
}

/** The instant meant, or null where there is none, or two and nobody has said which. */
export function toInstant(time: WallTime, timeZone: string): string | null {
  const reading = readWall(time.local, timeZone);
  if (reading.kind === 'once') return reading.instant;
  if (reading.kind === 'twice' && time.hour) return reading[time.hour];
  return null;
}

/** The same wall-clock hour some days on: 09:00 stays 09:00 over both DST nights. */
export function shiftDays(local: string, days: number): string {
  return minutes(Temporal.PlainDateTime.from(local).add({ days }));
}

/** `UTC+2` at an instant: what tells the two 02:30 of an October night apart. */
export function offsetName(instant: string, timeZone: string): string {
  const offset = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).offset;
  const [, sign = '+', hours = '0', rest = '00'] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${rest === '00' ? '' : `:${rest}`}`;
}

/** A day's beginning as an instant, for asking the server about a span of wall-clock days. */
export function startOfDay(day: string, timeZone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString();
}

/** A wall time split for a date and a time field. */
export function splitLocal(local: string): { date: string; time: string } {
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}
