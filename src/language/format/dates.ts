import type { Variant } from '../variants.ts';
import { NAMES, PHRASES } from './tables.ts';

/** A calendar day: Temporal.PlainDate, PlainDateTime and ZonedDateTime all fit. */
export type DateLike = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly dayOfWeek: number;
};

/** A time of day: Temporal.PlainTime, PlainDateTime and ZonedDateTime all fit. */
export type TimeLike = { readonly hour: number; readonly minute: number };

/**
 * `long`: 20. juli 2026. · `full`: srijeda, 20. juli 2026. · `day`: 20. juli · `month`: juli 2026. · `numeric`:
 * 20. 7. 2026. (English: 20/07/2026).
 */
export type DateStyle = 'long' | 'full' | 'day' | 'month' | 'numeric';

const NO_BREAK = '\u00A0';

/** A date as the variant writes it. The day and its month are kept on one line by a no-break space. */
export function formatDate(date: DateLike, variant: Variant, style: DateStyle = 'long'): string {
  const { year, month, day } = date;
  const names = NAMES[variant];
  const english = variant === 'en';
  const dayMonth = `${day}${english ? '' : '.'}${NO_BREAK}${names.inDate[month - 1] ?? month}`;
  const yearText = english ? `${year}` : `${year}.`;
  switch (style) {
    case 'day':
      return dayMonth;
    case 'month':
      return `${names.months[month - 1] ?? month} ${yearText}`;
    case 'numeric':
      return english
        ? `${two(day)}/${two(month)}/${year}`
        : [day, month, year].map((part) => `${part}.`).join(NO_BREAK);
    case 'full':
      return `${formatWeekday(date, variant)}${english ? ' ' : ', '}${dayMonth} ${yearText}`;
    default:
      return `${dayMonth} ${yearText}`;
  }
}

/** The name of the day of the week, as it stands in a sentence. */
export function formatWeekday(date: Pick<DateLike, 'dayOfWeek'>, variant: Variant): string {
  return NAMES[variant].days[date.dayOfWeek - 1] ?? '';
}

/** The name of a month standing alone, 1 to 12: *srpanj*, not *srpnja*. */
export function monthName(month: number, variant: Variant): string {
  return NAMES[variant].months[month - 1] ?? '';
}

/** A time of day on the 24-hour clock: 14:30. */
export function formatTime(time: TimeLike): string {
  return `${two(time.hour)}:${two(time.minute)}`;
}

/** A date with its time: 20. juli 2026. u 14:30. */
export function formatDateTime(
  moment: DateLike & TimeLike,
  variant: Variant,
  style: DateStyle = 'long',
): string {
  return `${formatDate(moment, variant, style)} ${PHRASES[variant].at} ${formatTime(moment)}`;
}

/** Two days as one stretch: 20–22. juli 2026., 30. juni – 2. juli 2026.; one day when they are the same. */
export function formatDateRange(from: DateLike, to: DateLike, variant: Variant): string {
  const sameYear = from.year === to.year;
  if (sameYear && from.month === to.month) {
    if (from.day === to.day) return formatDate(from, variant);
    return `${from.day}${variant === 'en' ? '' : '.'}–${formatDate(to, variant)}`;
  }
  return `${formatDate(from, variant, sameYear ? 'day' : 'long')} – ${formatDate(to, variant)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
