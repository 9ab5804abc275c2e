import type { Tx } from '#/db/database.ts';
import { holdsWords, searchWords } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { listAccountRows, type AccountRow } from './queries.ts';

/** Accounts by name, handle and network, connected ones first. An institution has a few dozen, so they are looked through here. */
export async function findAccounts(
  tx: Tx,
  actor: Actor,
  search: { words: string; limit: number },
): Promise<AccountRow[]> {
  permit(actor, 'account.read');
  const words = searchWords(search.words);
  const rows = await listAccountRows(tx);
  return rows
    .filter((row) => holdsWords(`${row.display_name}\n${row.handle}\n${row.network}`, words))
    .toSorted((a, b) => Number(a.state === 'retired') - Number(b.state === 'retired'))
    .slice(0, search.limit);
}
