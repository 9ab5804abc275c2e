import type { Variant } from '#/language/index.ts';

/**
 * Browsers know no Bosnian (Chromium answers "M07"), and Serbian Latin differs from it in three months.
 * Croatian, Serbian and English are the browser's own.
 */
const locales: Record<Variant, string> = {
  bs: 'sr-Latn-BA',
  hr: 'hr-BA',
  'sr-Latn': 'sr-Latn-BA',
  'sr-Cyrl': 'sr-Cyrl-BA',
  en: 'en-GB',
};
const bosnianMonths: Record<string, string> = { jun: 'juni', jul: 'juli', avgust: 'august', avg: 'aug' };

export type DateStyle = 'day' | 'day-short' | 'weekday' | 'time' | 'moment' | 'moment-full' | 'month';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  'day-short': { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  'moment-full': {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  month: { month: 'long', year: 'numeric' },
};

/** An instant as people of the institution would write it: in the reader's variant, on the institution's clock. */
export function formatInstant(
  at: string | Date,
  style: DateStyle,
  variant: Variant,
  timeZone: string,
): string {
  const format = new Intl.DateTimeFormat(locales[variant], { ...styles[style], timeZone });
  const parts = format.formatToParts(typeof at === 'string' ? new Date(at) : at);
  return parts
    .map(({ type, value }) => (variant === 'bs' && type === 'month' ? bosnian(value) : value))
    .join('')
    .trim();
}

const bosnian = (month: string): string => {
  const bare = month.replace(/\.$/, '');
  return (bosnianMonths[bare] ?? bare) + (month.endsWith('.') ? '.' : '');
};

/** A day without a clock, such as a date in the plan. */
export const formatDay = (
  day: string,
  variant: Variant,
  style: 'day' | 'day-short' | 'weekday' = 'day',
): string => formatInstant(`${day}T12:00:00Z`, style, variant, 'UTC');

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** "za 3 sata", "prije 5 minuta"; to the minute, never to the second. */
export function formatDistance(at: string, now: Date, variant: Variant): string {
  const seconds = (new Date(at).getTime() - now.getTime()) / 1000;
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
  const format = new Intl.RelativeTimeFormat(locales[variant], { numeric: 'auto' });
  return format.format(Math.trunc(seconds / size), unit);
}

export const formatNumber = (value: number, variant: Variant, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(locales[variant], options).format(value);

/** 0,9 MB */
export function formatBytes(bytes: number, variant: Variant): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${formatNumber(value, variant, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}
