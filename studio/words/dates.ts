import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatRelative,
  formatTime,
  formatWeekday,
  type Variant,
} from '#/language/index.ts';

export { formatNumber } from '#/language/index.ts';

/** `clock`: the time alone where it is of today, with its day before that. */
export type DateStyle =
  | 'clock'
  | 'day'
  | 'day-short'
  | 'weekday'
  | 'time'
  | 'moment'
  | 'moment-full'
  | 'month';

/** An instant as people of the institution would write it: in the reader's variant, on the institution's clock. */
export function formatInstant(
  at: string | Date,
  style: DateStyle,
  variant: Variant,
  timeZone: string,
): string {
  const instant = Temporal.Instant.from(typeof at === 'string' ? at : at.toISOString());
  const moment = instant.toZonedDateTimeISO(timeZone);
  switch (style) {
    case 'day':
      return formatDate(moment, variant);
    case 'day-short':
      return formatDate(moment, variant, 'day');
    case 'weekday':
      return weekday(moment, variant);
    case 'time':
      return formatTime(moment);
    case 'clock': {
      const isToday = Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate().equals(moment.toPlainDate());
      return formatInstant(at, isToday ? 'time' : 'moment', variant, timeZone);
    }
    case 'month':
      return formatDate(moment, variant, 'month');
    case 'moment-full':
      return formatDateTime(moment, variant, 'full');
    default: {
      const thisYear = Temporal.Now.zonedDateTimeISO(timeZone).year === moment.year;
      return `${formatDate(moment, variant, thisYear ? 'day' : 'long')}, ${formatTime(moment)}`;
    }
  }
}

/** A day without a clock, such as a date in the plan. */
export function formatDay(
  day: string,
  variant: Variant,
  style: 'day' | 'day-short' | 'weekday' = 'day',
): string {
  const date = Temporal.PlainDate.from(day);
  if (style === 'weekday') return weekday(date, variant);
  return formatDate(date, variant, style === 'day' ? 'long' : 'day');
}

const weekday = (date: Temporal.PlainDate | Temporal.ZonedDateTime, variant: Variant): string =>
  `${formatWeekday(date, variant)}, ${formatDate(date, variant, 'day')}`;

/** "za 3 sata", "prije 5 minuta"; to the minute, never to the second. */
export const formatDistance = (at: string, now: Date, variant: Variant): string =>
  formatRelative(new Date(at).getTime(), now.getTime(), variant);

/** 0,9 MB */
export function formatBytes(bytes: number, variant: Variant): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${formatNumber(value, variant, value < 10 ? 1 : 0)} ${unit}`;
}

/** The length of a video as players show it: 1:05, 1:02:30. */
export function formatLength(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
