/** What a cell holds when it comes in: a day or a time as a spreadsheet keeps it, or text. */
export type RawCell = string | number | boolean | Date | null;

/** One sheet, as it was read. Rows and columns count from 0; the first row that is not empty is the head. */
export type Grid = {
  /** Empty for CSV. */
  name: string;
  rows: RawCell[][];
  /** The number that the first row has in the person's spreadsheet. */
  firstRow: number;
  /** `row,col` of cells that are formulas. */
  formulas: ReadonlySet<string>;
};

/** Rows of one file. More is no plan but a mistake, and would hold the tables for too long. */
export const MAX_ROWS = 1000;
/** Bytes of one file. */
export const MAX_BYTES = 5_000_000;
/** Columns that are looked at. */
export const MAX_COLUMNS = 60;

/** 0 is A, 26 is AA: what the person's spreadsheet shows. */
export function letterOf(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? letterOf(before - 1) : '') + String.fromCodePoint(65 + (column % 26));
}
