export const DAY_MINUTES = 24 * 60;
const SNAP = 15;

/** The time that a height of a day's column means, to a quarter of an hour: 0 is midnight, 1 the next. */
export function timeAt(day: string, at: number): string {
  const minutes = Math.min(Math.round((at * DAY_MINUTES) / SNAP) * SNAP, DAY_MINUTES - SNAP);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
