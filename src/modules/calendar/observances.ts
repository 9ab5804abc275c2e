import { DAYS, type DayRule, type Observance, type ObservanceSet } from './observance-days.ts';

/** A holiday or observance on its day. Its name is `observances:<id>`. */
export type ObservedDay = {
  id: string;
  /** ISO date. */
  day: string;
  sets: readonly ObservanceSet[];
  /** Sets in whose law nobody works on it. */
  restIn: readonly ObservanceSet[];
  /** True where the day is computed, and those who keep it may announce another. */
  expected: boolean;
  source: string;
};

/** Every observance of the sets that falls in a span of ISO dates, `to` exclusive, in order. */
export function observancesBetween(
  from: string,
  to: string,
  sets: readonly ObservanceSet[],
): readonly ObservedDay[] {
  const [first, last] = [Temporal.PlainDate.from(from).year, Temporal.PlainDate.from(to).year];
  const found: ObservedDay[] = [];
  for (let year = first; year <= last; year += 1)
    for (const entry of DAYS) {
      if (!entry.sets.some((set) => sets.includes(set))) continue;
      for (const day of daysOf(entry, year))
        if (day >= from && day < to) found.push({ ...about(entry), day });
    }
  return found.toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
}

const about = ({ id, sets, restIn = [], rule, source }: Observance) => ({
  id,
  sets,
  restIn,
  expected: 'islamic' in rule,
  source,
});

/** ISO dates on which an observance falls in a year; two Islamic new years can fall in one. */
function daysOf({ rule, since }: Observance, year: number): string[] {
  if (since !== undefined && year < since) return [];
  return found(rule, year).map((date) => date.toString());
}

function found(rule: DayRule, year: number): Temporal.PlainDate[] {
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  if ('easter' in rule) return [westernEaster(year).add({ days: rule.easter })];
  if ('orthodox' in rule) return [orthodoxEaster(year).add({ days: rule.orthodox })];
  if ('islamic' in rule) return inCalendar('islamic-umalqura', rule.islamic, rule.plus ?? 0, year);
  if ('hebrew' in rule) return inCalendar('hebrew', rule.hebrew, rule.plus ?? 0, year);
  if ('nth' in rule) {
    const first = on(rule.month, 1);
    return [first.add({ days: ((rule.weekday - first.dayOfWeek + 7) % 7) + (rule.nth - 1) * 7 })];
  }
  const date = on(rule.month, rule.day);
  if (!rule.moved) return [date];
  // Only where a Sunday fell among the days of the holiday, see the rule.
  const sunday = [...Array(rule.moved).keys()].some(
    (back) => date.subtract({ days: back + 1 }).dayOfWeek === 7,
  );
  return sunday ? [date] : [];
}

/** A day of another calendar, `[monthCode, day]`, in a year of ours: there may be one, two or none. */
function inCalendar(
  calendar: string,
  [monthCode, day]: readonly [string, number],
  plus: number,
  year: number,
): Temporal.PlainDate[] {
  const around = Temporal.PlainDate.from({ year, month: 1, day: 1 }).withCalendar(calendar).year;
  return [around - 1, around, around + 1]
    .map((other) =>
      Temporal.PlainDate.from({ calendar, year: other, monthCode, day })
        .withCalendar('iso8601')
        .add({ days: plus }),
    )
    .filter((date) => date.year === year);
}

/** Easter Sunday of the Western churches: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
export function westernEaster(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const leaps = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - leaps - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const sum = moon + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

/** Easter Sunday of the Orthodox churches by our calendar: the Julian computus (Meeus, ch. 8), moved to Gregorian days. */
export function orthodoxEaster(year: number): Temporal.PlainDate {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const sum = moon + weekday + 114;
  const julian = Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
  // So many days the two calendars are apart: 13 from 1900 to 2099.
  return julian.add({ days: Math.floor(year / 100) - Math.floor(year / 400) - 2 });
}

/** The days off among observances: an ISO date is one where a set that closes the doors has it. */
export const daysOffAmong = (
  observed: readonly ObservedDay[],
  closing: readonly ObservanceSet[],
): ReadonlySet<string> =>
  new Set(observed.filter(({ restIn }) => restIn.some((set) => closing.includes(set))).map(({ day }) => day));
