import type { Actor, Role } from '#/modules/people/index.ts';
import { accountsOf, type PostRow } from '#/modules/posts/index.ts';
import type { Sitter } from './seats.ts';

/**
 * Somebody as a path of review knows them: the roles that reach all accounts of this post, their own and those of
 * whoever has lent them a signature. Writing is never done for another, so a step for it knows no signature.
 */
export function sitterOf(
  actor: Actor,
  personId: string,
  post: Pick<PostRow, 'content'>,
  step: { edits: boolean },
): Sitter {
  const accounts = accountsOf(post.content);
  const reaching = ({ roles, limits }: Pick<Actor, 'roles' | 'limits'>): Role[] =>
    roles.filter((role) => accounts.every((account) => limits?.[role]?.includes(account) ?? true));
  return {
    personId,
    roles: reaching(actor),
    principals: step.edits
      ? []
      : (actor.principals ?? []).map((one) => ({ personId: one.personId, roles: reaching(one) })),
  };
}
