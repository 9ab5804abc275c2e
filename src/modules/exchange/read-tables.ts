import { Problem } from '#/kernel/errors.ts';
import {
  headsOf,
  foldHead,
  NEEDED,
  TABLES,
  type Column,
  type TableName,
  type Translators,
} from './columns.ts';
import { textOf } from './cells.ts';
import { letterOf, MAX_BYTES, MAX_ROWS, type Grid, type RawCell } from './sheets/grid.ts';
import { gridOfCsv } from './sheets/read-csv.ts';
import { gridsOfXlsx } from './sheets/read-xlsx.ts';

/** A cell that is not right, by the place that the person's spreadsheet shows. */
export type CellFault = {
  sheet: string;
  row: number;
  column: string;
  code: string;
  params: Record<string, string | number>;
};

export type ReadRow = {
  /** As the spreadsheet numbers it. */
  no: number;
  cells: ReadonlyMap<string, RawCell>;
  /** The whole row as it stands, to be given back. */
  raw: readonly RawCell[];
};

export type ReadTable = {
  table: TableName;
  sheet: string;
  /** Key of a column to its place. */
  places: ReadonlyMap<string, number>;
  /** What the person has written over the columns. */
  heads: readonly string[];
  rows: readonly ReadRow[];
  faults: CellFault[];
};

const isXlsx = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** What Excel wrote until 2003, and what it writes today where a password is set. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/**
 * Reads the tables of a plan out of a file.
 * @throws Problem `import.empty`, `import.too-large`, `import.old-excel`, `import.not-a-workbook`, `import.csv-broken`,
 * `import.no-table`, `import.too-many-rows`
 */
export async function readTables(translators: Translators, bytes: Uint8Array): Promise<ReadTable[]> {
  if (bytes.byteLength === 0) throw new Problem('invalid', 'import.empty');
  if (bytes.byteLength > MAX_BYTES)
    throw new Problem('too-large', 'import.too-large', { params: { megabytes: MAX_BYTES / 1e6 } });
  if (isCompound(bytes)) throw new Problem('invalid', 'import.old-excel');
  const grids = isXlsx(bytes) ? await gridsOfXlsx(bytes) : [gridOfCsv(bytes)];
  const tables = grids.flatMap((grid) => tableOf(translators, grid) ?? []);
  if (tables.length === 0) throw new Problem('invalid', 'import.no-table');
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows > MAX_ROWS) throw new Problem('invalid', 'import.too-many-rows', { params: { max: MAX_ROWS } });
  if (rows === 0) throw new Problem('invalid', 'import.empty');
  // Plan items first: posts may name those of the same file.
  return tables.toSorted((a, b) => TABLES.indexOf(a.table) - TABLES.indexOf(b.table));
}

const isEmpty = (row: readonly RawCell[]): boolean => row.every((cell) => textOf(cell) === '');

function tableOf(translators: Translators, grid: Grid): ReadTable | null {
  const top = grid.rows.findIndex((row) => !isEmpty(row));
  const head = grid.rows[top];
  if (!head) return null;
  const texts = head.map(textOf);
  const found = TABLES.map((table) => {
    const known = headsOf(translators, table);
    return { table, columns: texts.map((text) => (text === '' ? undefined : known.get(foldHead(text)))) };
  })
    .filter(({ table, columns }) =>
      NEEDED[table].every((key) => columns.some((column) => column?.key === key)),
    )
    .toSorted((a, b) => countOf(b.columns) - countOf(a.columns))[0];
  return found ? read(grid, top, texts, found) : null;
}

const countOf = (columns: readonly unknown[]): number => columns.filter(Boolean).length;

function read(
  grid: Grid,
  top: number,
  heads: readonly string[],
  { table, columns }: { table: TableName; columns: readonly (Column | undefined)[] },
): ReadTable {
  const places = new Map<string, number>();
  const faults: CellFault[] = [];
  const fault = (row: number, column: number, code: string, params: CellFault['params'] = {}) => {
    faults.push({ sheet: grid.name, row: grid.firstRow + row, column: letterOf(column), code, params });
  };
  const body = grid.rows.slice(top + 1).map((raw, index) => ({ raw, at: top + 1 + index }));
  columns.forEach((column, place) => {
    const text = heads[place] ?? '';
    const used = body.some(({ raw }) => textOf(raw[place]) !== '');
    if (!column && used)
      fault(top, place, text ? 'import.column-unknown' : 'import.column-nameless', { text });
    else if (column && places.has(column.key)) fault(top, place, 'import.column-twice', { text });
    else if (column && !column.told) places.set(column.key, place);
  });
  const rows = body
    .filter(({ raw }) => !isEmpty(raw))
    .map(({ raw, at }): ReadRow => {
      const cells = new Map<string, RawCell>();
      for (const [key, place] of places) {
        if (grid.formulas.has(`${at},${place}`)) fault(at, place, 'import.formula');
        cells.set(key, raw[place] ?? null);
      }
      return { no: grid.firstRow + at, cells, raw };
    });
  return { table, sheet: grid.name, places, heads, rows, faults };
}
