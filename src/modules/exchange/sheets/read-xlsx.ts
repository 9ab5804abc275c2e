import { readXlsx } from 'hucre/xlsx';
import { Problem } from '#/kernel/errors.ts';
import { unpacksWithin } from './check-archive.ts';
import { letterOf, MAX_COLUMNS, MAX_ROWS, type Grid } from './grid.ts';

/** One row over the limit, and the head, so that too many are noticed. */
const LOOKED_AT = `A1:${letterOf(MAX_COLUMNS - 1)}${MAX_ROWS + 20}`;

/** The sheets of a workbook that people see. @throws Problem `import.not-a-workbook` */
export async function gridsOfXlsx(bytes: Uint8Array): Promise<Grid[]> {
  if (!unpacksWithin(bytes)) throw new Problem('invalid', 'import.not-a-workbook');
  const workbook = await readXlsx(bytes, { range: LOOKED_AT }).catch((cause: unknown) => {
    throw new Problem('invalid', 'import.not-a-workbook', { cause });
  });
  return workbook.sheets
    .filter((sheet) => !sheet.hidden && !sheet.veryHidden)
    .map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows,
      firstRow: 1,
      formulas: new Set(
        [...(sheet.cells ?? [])].filter(([, cell]) => cell.formula !== undefined).map(([at]) => at),
      ),
    }));
}
