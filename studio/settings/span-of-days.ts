/** Whole days at the institution as a span of instants, the last day included. What begins today begins now. */
export function spanOfDays(
  from: string,
  to: string,
  timeZone: string,
  now: Temporal.Instant = Temporal.Now.instant(),
): { startsAt: string; endsAt: string } {
  const start = Temporal.PlainDate.from(from).toZonedDateTime(timeZone).toInstant();
  const end = Temporal.PlainDate.from(to).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const startsAt = Temporal.PlainDate.from(from).equals(today) ? now : start;
  return { startsAt: startsAt.toString(), endsAt: end.toString() };
}
