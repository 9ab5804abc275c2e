import type { Tx } from '#/db/database.ts';
import { may, namesOfColleagues, peopleWhoMay, type Actor } from '#/modules/people/index.ts';
import { askersOf, readersOf, type PostRow } from '#/modules/posts/index.ts';
import { peopleOnPost } from './remark-queries.ts';

export type Mentionable = { id: string; name: string };

/**
 * Whom somebody may call to a post: those who see it. Whoever is only asked about it knows of its author, of who asked
 * them and of who has remarked on it, and of nobody else in the house.
 */
export async function listMentionable(tx: Tx, actor: Actor, post: PostRow): Promise<Mentionable[]> {
  const names = await namesOfColleagues(tx, actor.institutionId);
  return [...(await idsAround(tx, actor, post))]
    .map((id) => ({ id, name: names.get(id) ?? '' }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => a.name.localeCompare(b.name, 'hr'));
}

async function idsAround(tx: Tx, actor: Actor, post: PostRow): Promise<Set<string>> {
  if (may(actor, 'post.read')) {
    const staff = await peopleWhoMay(tx, actor.institutionId, 'post.read');
    return new Set([...staff, ...(await readersOf(tx, post.id))]);
  }
  const askers = actor.personId === null ? [] : await askersOf(tx, post.id, actor.personId);
  const known = [post.author_id, actor.personId, ...askers, ...(await peopleOnPost(tx, post.id))];
  return new Set(known.flatMap((id) => id ?? []));
}
