import type { Tx } from '#/db/database.ts';
import { listLimits } from './grants.ts';
import { reaches } from './permit.ts';
import type { Act } from './policy.ts';
import * as queries from './queries.ts';

/** The people of the institution whose own roles allow an act on these accounts, to be told of what waits for them. */
export async function peopleWhoMay(
  tx: Tx,
  institutionId: string,
  act: Act,
  accounts: readonly string[] = [],
): Promise<string[]> {
  const limits = await listLimits(tx, institutionId);
  const rows = Map.groupBy(await queries.listColleagueRows(tx, institutionId), ({ id }) => id);
  return [...rows].flatMap(([id, held]) => {
    const holder = { roles: held.map(({ role }) => role), limits: limits.get(id) ?? {} };
    return reaches(holder, act, accounts) ? [id] : [];
  });
}
