import { VARIANTS, type Variant } from '#/language/index.ts';
import { dateOf, textOf, timeOf } from './cells.ts';
import type { Values } from './mark.ts';
import type { Named, Names } from './names.ts';
import type { CellFault, ReadRow, ReadTable } from './read-tables.ts';
import { letterOf } from './sheets/grid.ts';

/** Reads the cells of one row, and notes what is wrong with them. */
export class RowReader {
  readonly faults: CellFault[] = [];
  readonly table: ReadTable;
  readonly row: ReadRow;

  constructor(table: ReadTable, row: ReadRow) {
    this.table = table;
    this.row = row;
  }

  has(key: string): boolean {
    return this.table.places.has(key);
  }

  text(key: string): string {
    return textOf(this.row.cells.get(key));
  }

  /** At the cell of a column, or at the first of the row where the table has no such column. */
  fault(key: string, code: string, params: CellFault['params'] = {}): void {
    const column = letterOf(this.table.places.get(key) ?? 0);
    // Of a cell that cannot be read nothing more needs to be said.
    if (this.table.faults.some((one) => one.row === this.row.no && one.column === column)) return;
    this.faults.push({ sheet: this.table.sheet, row: this.row.no, column, code, params });
  }

  short(key: string, max: number): string {
    const text = this.text(key);
    if (text.length > max) this.fault(key, 'import.too-long', { max });
    return text;
  }

  date(key: string): string | null {
    const text = this.text(key);
    if (text === '') return null;
    const date = dateOf(this.row.cells.get(key) ?? null);
    if (date === null) this.fault(key, 'import.date-wrong', { text });
    return date;
  }

  time(key: string): string | null {
    const cell = this.row.cells.get(key) ?? null;
    if (this.#isBlank(cell)) return null;
    const time = timeOf(cell);
    if (time === null) this.fault(key, 'import.time-wrong', { text: this.text(key) });
    return time;
  }

  /** Texts of the columns `key.bs` and so on, over those that have no column. */
  texts(key: string, max: number, before: Partial<Record<Variant, string>> = {}) {
    const texts: Partial<Record<Variant, string>> = { ...before };
    for (const variant of VARIANTS) {
      const column = `${key}.${variant}`;
      if (!this.has(column)) continue;
      const text = this.short(column, max);
      if (text === '') delete texts[variant];
      else texts[variant] = text;
    }
    return texts;
  }

  /** What a cell names; null where it is empty, and `pending` where it is a row that is not right itself. */
  named(key: string, names: Names): Named | null {
    const text = this.text(key);
    if (text === '') return null;
    const found = names.find(text);
    if (found === 'none') this.fault(key, `import.${key}-unknown`, { text });
    else if (found === 'several') this.fault(key, 'import.name-several', { text });
    else return found;
    return null;
  }

  /** The row as `hashOf` wants it. */
  values(): Values {
    return new Map(
      [...this.row.cells].map(([key, cell]) => {
        if (key === 'date' || key === 'due') return [key, dateOf(cell) ?? textOf(cell)];
        if (key === 'time') return [key, this.#isBlank(cell) ? '' : (timeOf(cell) ?? textOf(cell))];
        return [key, textOf(cell)];
      }),
    );
  }

  /** A time of a spreadsheet has no day, so as a text it would be empty. */
  #isBlank(cell: Parameters<typeof textOf>[0]): boolean {
    return !(cell instanceof Date) && textOf(cell) === '';
  }
}
