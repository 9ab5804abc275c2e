import { Problem } from '#/kernel/errors.ts';
import { listAccounts } from '#/modules/accounts/index.ts';
import { accountsFor, permit, type Actor } from '#/modules/people/index.ts';
import { createPost, type PostDeps } from '#/modules/posts/index.ts';
import * as queries from './queries.ts';

/**
 * Makes the statement of a standing pause a draft, for all connected accounts that this person may write for, and
 * answers its id. It takes the way of every post: review, approval, and somebody who lets it through.
 * @throws Problem `pause.none`; `pause.no-statement` where none was prepared
 */
export async function draftStatement(
  deps: PostDeps,
  actor: Actor,
  input: { pauseId: string; title: string },
): Promise<string> {
  permit(actor, 'post.write');
  const reach = accountsFor(actor, 'post.write');
  const { statement, targets } = await deps.db.within(actor, async (tx) => {
    const pause = (await queries.listStanding(tx)).find((one) => one.id === input.pauseId);
    if (!pause) throw new Problem('conflict', 'pause.none');
    const accounts = (await listAccounts(tx)).filter(
      ({ id, state }) => state === 'connected' && (reach === 'all' || reach.includes(id)),
    );
    return {
      statement: pause.statement,
      targets: accounts.map(({ id, variant }) => ({ accountId: id, variant })),
    };
  });
  if (Object.keys(statement).length === 0) throw new Problem('conflict', 'pause.no-statement');
  return createPost(deps, actor, {
    title: input.title,
    planItemId: null,
    content: { texts: statement, cyrillicFollows: true, overrides: {}, images: [], targets, due: null },
  });
}
