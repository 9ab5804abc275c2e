import { foldForSearch, VARIANTS, type Variant } from '#/language/index.ts';
import type { Translators } from './columns.ts';
import type { RawCell } from './sheets/grid.ts';

/** A cell as text, however it was kept. */
export function textOf(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dayOf(cell) ?? '';
  return String(cell).normalize('NFC').replaceAll('\r\n', '\n').trim();
}

/** Spreadsheets keep days as UTC midnights; what has no day of its own lies around 1900. */
const dayOf = (date: Date): string | null => {
  const day = date.toISOString().slice(0, 10);
  return day < '1901' ? null : day;
};

const DAYS_BEFORE_1970 = 25_569;
const MS_OF_DAY = 86_400_000;

/** `2026-11-24`, `24. 11. 2026.` or a day of a spreadsheet, as an ISO date; null where it is no day. */
export function dateOf(cell: RawCell): string | null {
  if (cell instanceof Date) return dayOf(cell);
  // A day whose cell has lost its format: days since 1900, from 1954 to 2119.
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell > 20_000 && cell < 80_000
      ? dayOf(new Date((cell - DAYS_BEFORE_1970) * MS_OF_DAY))
      : null;
  const text = textOf(cell);
  const local = /^(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{4})\s*\.?$/.exec(text);
  const [, day = '', month = '', year = ''] = local ?? [];
  const iso = local ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return null;
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/**
 * `10:30`, `9.05`, `10:30+01:00` or a time of a spreadsheet, as `HH:MM` with the offset where one is named; null where
 * it is no time.
 */
export function timeOf(cell: RawCell): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(11, 16);
  if (typeof cell === 'number') return cell >= 0 && cell < 1 ? clock(Math.round(cell * 24 * 60)) : null;
  const match = /^(\d{1,2})[:.](\d\d)(?::00)?\s*h?\s*([+-]\d\d:\d\d)?$/.exec(textOf(cell));
  if (!match) return null;
  const [, hour = '', minute = '', offset = ''] = match;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}${offset}`;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** What is named in one cell, one after the other. */
export const listOf = (text: string): string[] =>
  text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A variant by its code or its name in any variant. */
export function variantOf(translators: Translators, text: string): Variant | undefined {
  const wanted = foldForSearch(text).trim();
  return VARIANTS.find(
    (variant) =>
      foldForSearch(variant) === wanted ||
      VARIANTS.some((one) => foldForSearch(translators.of(one).t(`common:variant.${variant}`)) === wanted),
  );
}
