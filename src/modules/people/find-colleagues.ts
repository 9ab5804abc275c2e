import type { Tx } from '#/db/database.ts';
import { holdsWords, searchWords } from '#/language/index.ts';
import { listColleagues, type Colleague } from './manage-people.ts';
import { permit, type Actor } from './permit.ts';

/** People by name and e-mail, in the order of their names. An institution has dozens, so they are looked through here. */
export async function findColleagues(
  tx: Tx,
  actor: Actor,
  search: { words: string; limit: number },
): Promise<Colleague[]> {
  permit(actor, 'person.list');
  const words = searchWords(search.words);
  const people = await listColleagues(tx, actor);
  return people.filter(({ name, email }) => holdsWords(`${name}\n${email}`, words)).slice(0, search.limit);
}
