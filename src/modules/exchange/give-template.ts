import type { Variant } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { TABLES, type TableName } from './columns.ts';
import { setDesk, type ExchangeDeps } from './desk.ts';
import { helpOut, tableOut } from './tables-out.ts';
import { toCsv, toXlsx } from './sheets/write-sheets.ts';

export type FileWish = { language: Variant; format: 'xlsx' | 'csv'; table: TableName };

/** An empty table to fill in, with headings and help in one language. CSV holds the one table, a workbook both. */
export async function giveTemplate(
  deps: ExchangeDeps,
  actor: Actor,
  { language, format, table }: FileWish,
): Promise<Uint8Array> {
  permit(actor, 'plan.read');
  const desk = await deps.db.within(actor, (tx) => setDesk(deps, tx, actor, language));
  const { t } = deps.translators.of(language);
  const out = (one: TableName) => tableOut(t, one, desk, [], { told: false });
  return format === 'csv' ? toCsv(out(table)) : toXlsx(TABLES.map(out), helpOut(t, desk.house.timeZone));
}
