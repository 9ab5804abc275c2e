import type { Translate } from '#/language/index.ts';
import { offersOf } from './accounts.ts';
import { COLUMNS, headOf, sheetName, type Column, type TableName } from './columns.ts';
import type { Desk } from './desk.ts';
import { markOf, type Values } from './mark.ts';
import type { HelpSheet, OutCell, OutTable } from './sheets/write-sheets.ts';

const VARIANT_OFFERS: readonly string[] = [
  'bs, hr, sr-Latn, sr-Cyrl',
  'bs',
  'hr',
  'sr-Latn',
  'sr-Cyrl',
  'en',
];

const DAYS: ReadonlySet<string> = new Set(['date', 'due']);

/** A table as it goes out: its columns in the reader's language, with what can be chosen in them. */
export function tableOut(
  t: Translate,
  table: TableName,
  desk: Desk,
  rows: readonly Values[],
  { told }: { told: boolean },
): OutTable {
  const columns = COLUMNS[table].filter((column) => told || !column.told);
  return {
    name: sheetName(t, table),
    columns: columns.map((column) => ({
      head: headOf(t, column),
      width: column.width,
      muted: column.told === true || column.key === 'id' || column.key === 'mark',
      offers: column.offers ? offersFor(column.offers, desk) : [],
    })),
    rows: rows.map((values) => columns.map((column) => cellOf(column, values.get(column.key) ?? ''))),
  };
}

function cellOf({ key }: Column, text: string): OutCell {
  if (text === '') return null;
  return DAYS.has(key) ? Temporal.PlainDate.from(text) : text;
}

function offersFor(offers: NonNullable<Column['offers']>, desk: Desk): readonly string[] {
  if (offers === 'accounts') return offersOf(desk.accounts);
  return offers === 'variants' ? VARIANT_OFFERS : desk[offers].offers();
}

/** With the mark by which an import tells whether the row was touched, and whether the thing was changed since. */
export const withMark = (
  table: TableName,
  id: string,
  revision: number,
  values: ReadonlyMap<string, string>,
): Values => new Map([...values, ['id', id], ['mark', markOf(table, revision, values)]]);

const HELP = [
  'general',
  'columns',
  'dates',
  'times',
  'lists',
  'hashtags',
  'cyrillic',
  'changes',
  'csv',
] as const;

/** What to write where, in the language of the file. */
export function helpOut(t: Translate, timeZone: string): HelpSheet {
  return {
    name: t('exchange:help.sheet'),
    lines: HELP.map((line) => [
      t(`exchange:help.${line}` as 'exchange:help.general'),
      t(`exchange:help.${line}-text` as 'exchange:help.general-text', { timeZone }),
    ]),
  };
}
