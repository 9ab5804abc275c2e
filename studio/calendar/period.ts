export const CALENDAR_VIEWS = ['month', 'week', 'day', 'list', 'matrix'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** A span of wall-clock days, `to` exclusive. */
export type Period = { from: string; to: string };

export const today = (timeZone: string): string => Temporal.Now.plainDateISO(timeZone).toString();

/** The days that a view shows around a day: whole weeks from Monday, a month for the list and the matrix. */
export function periodOf(view: CalendarView, day: string): Period {
  const date = Temporal.PlainDate.from(day);
  if (view === 'day') return { from: day, to: date.add({ days: 1 }).toString() };
  const first = view === 'week' ? date : date.with({ day: 1 });
  if (view === 'list' || view === 'matrix')
    return { from: first.toString(), to: first.add({ months: 1 }).toString() };
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const days = view === 'week' ? 7 : 42;
  return { from: monday.toString(), to: monday.add({ days }).toString() };
}

/** The same day one view further, or back. A month later than the 31st is its last day. */
export function step(view: CalendarView, day: string, by: 1 | -1): string {
  const date = Temporal.PlainDate.from(day);
  if (view === 'day') return date.add({ days: by }).toString();
  return date.add(view === 'week' ? { weeks: by } : { months: by }).toString();
}

/** Every day of a span. */
export function daysOf({ from, to }: Period): string[] {
  const days: string[] = [];
  for (let date = Temporal.PlainDate.from(from); date.toString() < to; date = date.add({ days: 1 }))
    days.push(date.toString());
  return days;
}
