import type { Actor } from '#/modules/people/index.ts';
import type { Variant } from '#/language/index.ts';
import { sheetName } from './columns.ts';
import { textOf } from './cells.ts';
import type { ExchangeDeps } from './desk.ts';
import { lookAtImport, type UploadedFile } from './import-plan.ts';
import { readTables, type CellFault, type ReadTable } from './read-tables.ts';
import { letterOf, type RawCell } from './sheets/grid.ts';
import { toXlsx, type OutCell, type OutTable } from './sheets/write-sheets.ts';

/** Says what is wrong with a cell, in the reader's language. */
export type SayFault = (fault: CellFault) => string;

/**
 * The rows that are not right, as a workbook: each faulty cell is coloured and carries its remark, which also stands in
 * the first column. Mended, that file can be imported itself; the first column is passed over.
 */
export async function remarkRows(
  deps: ExchangeDeps,
  actor: Actor,
  file: UploadedFile & { language: Variant },
  say: SayFault,
): Promise<Uint8Array> {
  const { faults } = await lookAtImport(deps, actor, file);
  const tables = await readTables(deps.translators, file.bytes);
  const { t } = deps.translators.of(file.language);
  const out = tables.map((table) =>
    remarked(table, faults, say, t('exchange:column.remark'), sheetName(t, table.table)),
  );
  return toXlsx(out, null);
}

function remarked(
  { sheet, heads, rows }: ReadTable,
  all: readonly CellFault[],
  say: SayFault,
  remark: string,
  name: string,
): OutTable {
  const faults = all.filter((fault) => fault.sheet === sheet);
  const faulty = rows.filter(({ no }) => faults.some(({ row }) => row === no));
  const remarks = new Map<string, string>();
  const cells = faulty.map(({ no, raw }, index) => {
    const here = faults.filter(({ row }) => row === no);
    for (const fault of here) {
      const column = heads.findIndex((_, place) => letterOf(place) === fault.column);
      remarks.set(`${index},${column + 1}`, say(fault));
    }
    const said = here.map((fault) => `${fault.column}: ${say(fault)}`).join('\n');
    return [said, ...heads.map((_, place) => outOf(raw[place] ?? null))];
  });
  return {
    name: sheet || name,
    columns: [{ head: remark, width: 60 }, ...heads.map((head) => ({ head, width: 24 }))],
    rows: cells,
    remarks,
  };
}

/** Days stay days, and times of a spreadsheet become texts. */
function outOf(cell: RawCell): OutCell {
  if (!(cell instanceof Date)) return textOf(cell) || null;
  const day = textOf(cell);
  return day === '' ? cell.toISOString().slice(11, 16) : Temporal.PlainDate.from(day);
}
