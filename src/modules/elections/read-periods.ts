import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import type { Coordinator, ElectionDeps } from './author.ts';
import * as queries from './queries.ts';

export type PeriodView = { period: queries.PeriodRow; entries: queries.EntryRow[] };

/** The periods over an institution, newest first. */
export async function listPeriods(
  tx: Tx,
  actor: Actor,
  page: { after?: string | undefined; limit: number },
): Promise<{ rows: queries.PeriodRow[]; next: string | null }> {
  permit(actor, 'election.read');
  const rows = await queries.listPeriodRows(tx, { ...page, limit: page.limit + 1 });
  const items = rows.slice(0, page.limit);
  return { rows: items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}

/** A period with its list. @throws Problem `election.not-found` */
export async function readPeriod(tx: Tx, actor: Actor, id: string): Promise<PeriodView> {
  permit(actor, 'election.read');
  return viewOf(tx, id);
}

async function viewOf(tx: Tx, id: string): Promise<PeriodView> {
  const period = await queries.findPeriod(tx, id);
  if (!period) throw new Problem('not-found', 'election.not-found');
  return { period, entries: await queries.listEntryRows(tx, [id]) };
}

const NEWEST = 100;

/** Whether this person may declare periods for all institutions, and those that are declared for all. */
export const readHousePeriods = (
  deps: Pick<ElectionDeps, 'db'>,
  { personId }: Pick<Coordinator, 'personId'>,
): Promise<{ coordinator: boolean; periods: queries.PeriodRow[] }> =>
  deps.db.within({ personId }, async (tx) => {
    const coordinator = await queries.isCoordinator(tx);
    const periods = coordinator ? await queries.listPeriodRows(tx, { limit: NEWEST, ofAll: true }) : [];
    return { coordinator, periods };
  });

/** A period of all institutions with its list. @throws Problem `election.not-found`, `election.not-coordinator` */
export const readHousePeriod = (
  deps: Pick<ElectionDeps, 'db'>,
  { personId }: Pick<Coordinator, 'personId'>,
  id: string,
): Promise<PeriodView> =>
  deps.db.within({ personId }, async (tx) => {
    if (!(await queries.isCoordinator(tx))) throw new Problem('forbidden', 'election.not-coordinator');
    return viewOf(tx, id);
  });
