import type { Tx } from '#/db/database.ts';
import { may, type Act } from './policy.ts';
import * as queries from './queries.ts';

/** The people of the institution whose roles allow an act, to be told of what waits for one of them. */
export async function peopleWhoMay(tx: Tx, institutionId: string, act: Act): Promise<string[]> {
  const rows = await queries.listColleagueRows(tx, institutionId);
  const able = rows.filter(({ role }) => may({ roles: [role] }, act));
  return [...new Set(able.map(({ id }) => id))];
}
