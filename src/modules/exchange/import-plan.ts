import { createHash } from 'node:crypto';
import { joined, type Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { isId, newId } from '#/kernel/ids.ts';
import type { Variant } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import type { TableName } from './columns.ts';
import { setDesk, type Desk, type ExchangeDeps } from './desk.ts';
import { findImport, insertImport } from './queries.ts';
import { readTables, type CellFault, type ReadTable } from './read-tables.ts';
import { RowReader } from './row-reader.ts';
import { takePlanRow } from './take-plan-row.ts';
import { takePostRow } from './take-post-row.ts';
import type { Taken } from './taken.ts';

export type UploadedFile = { bytes: Uint8Array; fileName: string };
export type TakenRow = Taken & { table: TableName; sheet: string; row: number };
export type ImportReport = {
  rows: TakenRow[];
  faults: CellFault[];
  /** The same rows were taken in before. */
  earlier: { fileName: string; by: string | null; at: Temporal.Instant } | null;
};

/** Ends the transaction of a first look. */
class OnlyLooked extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super('only looked');
    this.report = report;
  }
}

/**
 * What an import would make and change, and every cell that is not right. It is done like the import itself, in a
 * transaction that is then undone: what this shows is what will be.
 * @throws Problem as `readTables` does
 */
export async function lookAtImport(
  deps: ExchangeDeps,
  actor: Actor,
  file: UploadedFile,
): Promise<ImportReport> {
  permit(actor, 'plan.change');
  const tables = await readTables(deps.translators, file.bytes);
  try {
    return await deps.db.within(actor, async (tx) => {
      throw new OnlyLooked(await take(deps, tx, actor, tables));
    });
  } catch (error) {
    if (error instanceof OnlyLooked) return error.report;
    throw error;
  }
}

/**
 * Takes a plan in: all of it in one transaction, or where one cell is not right, nothing.
 * @throws Problem `import.faulty` with every fault; `import.done-already`; as `readTables` does
 */
export async function importPlan(
  deps: ExchangeDeps,
  actor: Actor,
  file: UploadedFile,
): Promise<ImportReport> {
  permit(actor, 'plan.change');
  const tables = await readTables(deps.translators, file.bytes);
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const report = await take(deps, tx, actor, tables);
    if (report.earlier) throw doneAlready(report.earlier);
    if (report.faults.length > 0) throw faulty(report.faults);
    const [made, changed] = [countOf(report, 'made'), countOf(report, 'changed')];
    if (made + changed === 0) return report;
    const row = {
      id: newId(),
      institution_id: actor.institutionId,
      fingerprint: fingerprintOf(tables),
      file_name: file.fileName,
      made,
      changed,
      imported_by: actor.personId,
      now,
    };
    // Two people with the same file: the second waits here for the first, and then makes nothing.
    if (!(await insertImport(tx, row))) throw doneAlready({ fileName: file.fileName, by: null });
    await record(tx, actor, now, {
      kind: 'plan.imported',
      subjectType: 'institution',
      subjectId: actor.institutionId,
      detail: { made, changed, file: file.fileName },
    });
    return report;
  });
}

const countOf = (report: ImportReport, act: Taken['act']): number =>
  report.rows.filter((row) => row.act === act).length;

const doneAlready = ({
  fileName,
  by,
}: Pick<NonNullable<ImportReport['earlier']>, 'fileName' | 'by'>): Problem =>
  new Problem('conflict', 'import.done-already', { params: { file: fileName, by: by ?? '–' } });

const MOST_FAULTS = 500;

const faulty = (faults: readonly CellFault[]): Problem =>
  new Problem('invalid', 'import.faulty', {
    params: { count: faults.length },
    faults: faults.slice(0, MOST_FAULTS).map(({ sheet, row, column, code, params }) => ({
      path: `/${sheet}/${column}${row}`,
      code,
      params,
    })),
  });

async function take(
  deps: ExchangeDeps,
  tx: Tx,
  actor: Actor,
  tables: readonly ReadTable[],
): Promise<ImportReport> {
  const inside = { ...deps, db: joined(deps.db, tx) };
  const found = await findImport(tx, fingerprintOf(tables));
  const earlier = found
    ? { fileName: found.file_name, by: found.imported_by_name, at: found.imported_at }
    : null;
  const report: ImportReport = { rows: [], faults: tables.flatMap(({ faults }) => faults), earlier };
  const desk = await setDesk(deps, tx, actor, 'bs' satisfies Variant);
  const seen = new Set<string>();
  for (const table of tables) {
    for (const row of table.rows) {
      const reader = new RowReader(table, row);
      const taken = await takeRow(inside, tx, actor, desk, reader, seen);
      report.faults.push(...reader.faults);
      if (taken) report.rows.push({ ...taken, table: table.table, sheet: table.sheet, row: row.no });
    }
  }
  return report;
}

async function takeRow(
  deps: ExchangeDeps,
  tx: Tx,
  actor: Actor,
  desk: Desk,
  reader: RowReader,
  seen: Set<string>,
): Promise<Taken | null> {
  const id = idOf(reader, seen);
  if (id === undefined) return null;
  const takeIt = reader.table.table === 'plan' ? takePlanRow : takePostRow;
  try {
    return await takeIt(deps, tx, actor, desk, reader, id);
  } catch (error) {
    if (!(error instanceof Problem) || !noteProblem(reader, error)) throw error;
    return null;
  }
}

/** The thing that a row is about: null for a new one, undefined where its id is none. */
function idOf(reader: RowReader, seen: Set<string>): string | null | undefined {
  const id = reader.text('id');
  if (id === '') return null;
  if (isId(id) && !seen.has(id)) {
    seen.add(id);
    return id;
  }
  reader.fault('id', isId(id) ? 'import.id-twice' : 'import.id-unknown');
  return undefined;
}

/** What a use case refuses, at the cell that it is about. Whoever may do none of it hears that once, not a row. */
function noteProblem(reader: RowReader, { code, kind, params }: Problem): boolean {
  if (code === 'permission.missing' || code === 'permission.scope') return false;
  if (kind === 'not-found') reader.fault('id', 'import.id-unknown');
  else if (kind === 'changed') reader.fault('mark', 'import.changed-since');
  else if (code.startsWith('post.time-')) reader.fault('time', code, params);
  else reader.fault(kind === 'forbidden' ? 'accounts' : 'id', code, params);
  return true;
}

/** Over what the rows say: a file that was only saved anew, or under another name, is the same. */
function fingerprintOf(tables: readonly ReadTable[]): string {
  const said = tables.map((table) => [
    table.table,
    table.rows.map((row) => [...new RowReader(table, row).values()].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  ]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
