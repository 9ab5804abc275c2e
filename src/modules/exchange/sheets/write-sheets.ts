import { stringify } from 'csv-stringify/sync';
import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { letterOf, MAX_ROWS } from './grid.ts';

/** A day goes out as a day; all else as text, which a spreadsheet never runs. */
export type OutCell = string | Temporal.PlainDate | null;
export type OutColumn = { head: string; width: number; offers?: readonly string[]; muted?: boolean };
export type OutTable = {
  name: string;
  columns: readonly OutColumn[];
  rows: readonly (readonly OutCell[])[];
  /** What is wrong with a cell, by `row,column` of `rows`. */
  remarks?: ReadonlyMap<string, string>;
};
export type HelpSheet = { name: string; lines: readonly (readonly [string, string])[] };

const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } },
  alignment: { wrapText: true, vertical: 'top' },
};
const MUTED: CellStyle = { ...HEAD, font: { bold: false, italic: true } };
const TEXT: CellStyle = { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } };
const DAY: CellStyle = { numFmt: 'd". "m". "yyyy"."', alignment: { vertical: 'top' } };
const FAULT: CellStyle = {
  ...TEXT,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FDE2DD' } },
};
const LISTS = '_';

/** A workbook: the tables with drop-downs, the help beside them, and the lists on a sheet nobody sees. */
export async function toXlsx(tables: readonly OutTable[], help: HelpSheet | null): Promise<Uint8Array> {
  const lists: (readonly string[])[] = [];
  const sheets = tables.map((table) => sheetOf(table, lists));
  if (help) sheets.push(helpSheet(help));
  if (lists.length > 0) sheets.push({ name: LISTS, rows: columnsToRows(lists), hidden: true });
  return writeXlsx({ sheets });
}

function sheetOf(table: OutTable, lists: (readonly string[])[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  table.columns.forEach(({ head, muted }, column) => {
    cells.set(`0,${column}`, { value: head, type: 'string', style: muted ? MUTED : HEAD });
  });
  table.rows.forEach((row, index) => {
    row.forEach((value, column) => {
      const remark = table.remarks?.get(`${index},${column}`);
      const cell = cellOf(value, remark);
      if (cell) cells.set(`${index + 1},${column}`, cell);
    });
  });
  return {
    name: table.name,
    columns: table.columns.map(({ width }) => ({ width })),
    rows: Array.from({ length: table.rows.length + 1 }, () => table.columns.map(() => null)),
    cells,
    freezePane: { rows: 1 },
    dataValidations: table.columns.flatMap(({ offers }, column) => {
      if (!offers || offers.length === 0) return [];
      lists.push(offers);
      const [letter, list] = [letterOf(column), letterOf(lists.length - 1)];
      return [
        {
          type: 'list' as const,
          formula1: `'${LISTS}'!$${list}$1:$${list}$${offers.length}`,
          range: `${letter}2:${letter}${MAX_ROWS + 1}`,
          allowBlank: true,
          // Several may be named in one cell, which a list alone does not know.
          showErrorMessage: false,
        },
      ];
    }),
  };
}

function cellOf(value: OutCell, remark: string | undefined): Partial<Cell> | null {
  const marked = remark === undefined ? {} : { style: FAULT, comment: { text: remark } };
  if (value instanceof Temporal.PlainDate)
    return { value: new Date(`${value.toString()}T00:00:00Z`), type: 'date', style: DAY, ...marked };
  if (value === null && remark === undefined) return null;
  return { value: value ?? '', type: 'string', style: TEXT, ...marked };
}

const helpSheet = ({ name, lines }: HelpSheet): WriteSheet => ({
  name,
  columns: [{ width: 30 }, { width: 100 }],
  rows: lines.map(() => [null, null]),
  cells: new Map(
    lines.flatMap(([head, text], row): [string, Partial<Cell>][] => [
      [`${row},0`, { value: head, type: 'string', style: HEAD }],
      [
        `${row},1`,
        { value: text, type: 'string', style: { alignment: { wrapText: true, vertical: 'top' } } },
      ],
    ]),
  ),
});

const columnsToRows = (lists: readonly (readonly string[])[]): (string | null)[][] =>
  Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, row) =>
    lists.map((list) => list[row] ?? null),
  );

/** Excel takes a file for UTF-8 only when it says so, and parts by `;` where a comma is the decimal sign. */
const BOM = '\uFEFF';

/** One table as CSV. What a spreadsheet would run begins with an apostrophe, which an import takes off again. */
export function toCsv({ columns, rows }: Pick<OutTable, 'columns' | 'rows'>): Uint8Array {
  const text = stringify(
    [
      columns.map(({ head }) => head),
      ...rows.map((row) =>
        row.map((cell) => (cell instanceof Temporal.PlainDate ? cell.toString() : (cell ?? ''))),
      ),
    ],
    { delimiter: ';', escape_formulas: true, record_delimiter: 'windows' },
  );
  return new TextEncoder().encode(BOM + text);
}
