export {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatTime,
  formatWeekday,
  monthName,
  type DateLike,
  type DateStyle,
  type TimeLike,
} from './dates.ts';
export { formatMarks, formatNumber, formatPercent, formatPrice } from './numbers.ts';
export { pluralCategory, type PluralCategory } from './plural.ts';
export { formatAmount, formatDistance, formatRelative } from './relative.ts';
export type { RelativeUnit } from './tables.ts';
