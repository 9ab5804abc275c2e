import type { LocalTime } from '#/modules/posts/index.ts';

/** A due time as cells keep it. Where an hour comes twice, the offset says which. */
export function localTimeOf(dueAt: string, timeZone: string): { date: string; time: string; due: LocalTime } {
  const at = Temporal.Instant.from(dueAt).toZonedDateTimeISO(timeZone);
  const local = at.toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(timeZone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  const twice = earlier.epochNanoseconds !== later.epochNanoseconds;
  const text = local.toString({ smallestUnit: 'minute' });
  const hour = at.epochNanoseconds === earlier.epochNanoseconds ? 'earlier' : 'later';
  return {
    date: text.slice(0, 10),
    time: text.slice(11) + (twice ? at.offset : ''),
    due: twice ? { local: text, hour } : { local: text },
  };
}

/** The other way round; whether there is such a time at all is for `resolveDueTime` to say. */
export function toLocalTime(date: string, time: string, timeZone: string): LocalTime {
  const local = `${date}T${time.slice(0, 5)}`;
  const offset = time.slice(5);
  if (offset === '') return { local };
  const earlier = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return { local, hour: earlier.offset === offset ? 'earlier' : 'later' };
}
