import type { Variant } from '../variants.ts';
import { formatNumber } from './numbers.ts';
import { pluralCategory } from './plural.ts';
import { PHRASES, UNITS, type RelativeUnit } from './tables.ts';

/** A number of units: *2 sata*, *5 минута*, as after *za* and *prije*. */
export function formatAmount(value: number, unit: RelativeUnit, variant: Variant): string {
  return `${formatNumber(value, variant, 0)} ${UNITS[variant][unit][pluralCategory(Math.round(value), variant)]}`;
}

/** A distance in time: positive is ahead (*za 2 sata*), negative is past (*prije 5 minuta*), 0 is *upravo sada*. */
export function formatDistance(value: number, unit: RelativeUnit, variant: Variant): string {
  const whole = Math.round(value);
  const phrases = PHRASES[variant];
  if (whole === 0) return phrases.now;
  return (whole > 0 ? phrases.ahead : phrases.ago).replace('#', formatAmount(Math.abs(whole), unit, variant));
}

/** Seconds in a unit, and from how many seconds on the unit is used; largest first. */
const STEPS: readonly (readonly [RelativeUnit, number, number])[] = [
  ['year', 31_556_952, 31_000_000],
  ['month', 2_629_746, 2_592_000],
  ['week', 604_800, 1_209_600],
  ['day', 86_400, 86_400],
  ['hour', 3600, 3600],
  ['minute', 60, 60],
];

/** How far a moment is from now, in the largest unit that fits; both in milliseconds since 1970. Rounds towards now. */
export function formatRelative(moment: number, now: number, variant: Variant): string {
  const seconds = (moment - now) / 1000;
  const [unit, size] = STEPS.find(([, , from]) => Math.abs(seconds) >= from) ?? (['second', 1] as const);
  if (unit === 'second' && Math.abs(seconds) < 30) return PHRASES[variant].now;
  return formatDistance(
    Math.sign(seconds) * Math.max(1, Math.trunc(Math.abs(seconds) / size)),
    unit,
    variant,
  );
}
