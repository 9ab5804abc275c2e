import type { Variant } from '#/language/index.ts';
import type { T } from '../words/index.ts';

/** What the browser knows: it has no month names for Bosnian, see words/dates.ts. */
const codes: Record<Variant, string> = {
  bs: 'sr-Latn-BA',
  hr: 'hr-BA',
  'sr-Latn': 'sr-Latn-BA',
  'sr-Cyrl': 'sr-Cyrl-BA',
  en: 'en-GB',
};

/**
 * FullCalendar's own sr and bs words are ekavian, and some of their letters are Cyrillic look-alikes: the words are
 * ours. Weeks begin on Monday and are counted by ISO 8601.
 */
export const calendarLocale = (variant: Variant, t: T) => ({
  code: codes[variant],
  week: { dow: 1, doy: 4 },
  noEventsText: t('studio:calendar.none'),
  moreLinkText: (count: number) => t('studio:calendar.more', { count }),
  allDayText: '',
});
