import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Variant } from '#/language/index.ts';
import type { Entry } from './rules.ts';

const COLUMNS = ['kind', 'latin', 'cyrillic', 'bs', 'hr', 'sr-Latn', 'en', 'note'] as const;
type Column = (typeof COLUMNS)[number];
const TERMS = ['bs', 'hr', 'sr-Latn', 'en'] as const satisfies readonly Variant[];
/** Excel takes a file for UTF-8 only when it says so. */
const BOM = '\uFEFF';

export type CsvFault = { line: number; code: string; params: Record<string, string | number> };
export type CsvRow = { line: number; entry: Entry; note: string };

/** The glossary as a table that a spreadsheet opens. */
export function toCsv(rows: readonly { entry: Entry; note: string }[]): string {
  const records = rows.map(({ entry, note }): Partial<Record<Column, string>> => {
    switch (entry.kind) {
      case 'lock':
        return { kind: entry.kind, latin: entry.word, note };
      case 'fixed':
        return { kind: entry.kind, latin: entry.latin, cyrillic: entry.cyrillic, note };
      case 'stem':
        return { kind: entry.kind, latin: entry.stem, note };
      default:
        return { kind: entry.kind, ...entry.texts, note };
    }
  });
  // A spreadsheet runs a cell that begins with one of = + - @: it gets an apostrophe, which is taken off again.
  return BOM + stringify(records, { header: true, columns: [...COLUMNS], escape_formulas: true });
}

/** Reads such a table, with commas or semicolons; every row that is none is told with its line. */
export function fromCsv(csv: string): { rows: CsvRow[]; faults: CsvFault[] } {
  const text = csv.replace(/^\uFEFF/, '');
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = head.split(';').length > head.split(',').length ? ';' : ',';
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim()),
      delimiter,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    return { rows: [], faults: [{ line, code: 'glossary.csv-broken', params: { line } }] };
  }
  if (!head.split(delimiter).some((name) => name.trim() === 'kind'))
    return {
      rows: [],
      faults: [{ line: 1, code: 'glossary.csv-head', params: { columns: COLUMNS.join(', ') } }],
    };
  const rows: CsvRow[] = [];
  const faults: CsvFault[] = [];
  for (const { record, info } of records) {
    const entry = entryOf(record);
    const line = info.lines;
    if (entry) rows.push({ line, entry, note: plain(record.note).slice(0, 500) });
    else faults.push({ line, code: 'glossary.csv-row', params: { line } });
  }
  return { rows, faults };
}

function entryOf(record: Record<string, string>): Entry | null {
  const latin = plain(record.latin);
  const cyrillic = plain(record.cyrillic);
  if ([latin, cyrillic, ...TERMS.map((variant) => plain(record[variant]))].some((text) => text.length > 100))
    return null;
  if (record.kind === 'lock' && latin) return { kind: 'lock', word: latin };
  if (record.kind === 'fixed' && latin && cyrillic) return { kind: 'fixed', latin, cyrillic };
  if (record.kind === 'stem' && /^[^|]+(?:\|[^|]+)+$/.test(latin)) return { kind: 'stem', stem: latin };
  if (record.kind !== 'term') return null;
  const texts = Object.fromEntries(
    TERMS.flatMap((variant) => (plain(record[variant]) ? [[variant, plain(record[variant])] as const] : [])),
  );
  return Object.keys(texts).length > 1 ? { kind: 'term', texts } : null;
}

const plain = (cell: string | undefined): string =>
  (cell ?? '')
    .normalize('NFC')
    .replace(/^'(?=[=+\-@])/, '')
    .trim();
