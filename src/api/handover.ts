import { operations, type Holdings } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { handOver, listHoldings, type Holdings as Held } from '#/modules/handover/index.ts';
import { instantOrNull, presentDelegation } from './presenters.ts';
import type { ApiRouter } from './router.ts';

type Deps = { db: Db; clock: Clock };

/** What a leaver holds, and who takes it on. */
export function mountHandover(api: ApiRouter, deps: Deps): void {
  api.on(operations.getHoldings, async ({ actor, params }) => {
    const now = deps.clock.now();
    const held = await deps.db.within(actor, (tx) => listHoldings(tx, actor, params.personId, now));
    return { body: present(held, now) };
  });
  api.on(operations.handOver, async ({ actor, params, body }) => {
    await handOver(deps, actor, params.personId, body);
    return { body: null };
  });
}

const present = (held: Held, now: Temporal.Instant): Holdings => ({
  posts: held.posts.map(({ id, title, state, due_at }) => ({
    id,
    title,
    state,
    dueAt: instantOrNull(due_at),
  })),
  steps: held.steps.map(({ post_id, title, kind }) => ({ postId: post_id, title, kind })),
  reviews: {
    posts: held.reviews.posts.map(({ post_id, title }) => ({ id: post_id, title })),
    paths: held.reviews.paths,
  },
  accounts: held.accounts.map(({ id, network, handle, owner_id, second_owner_id }) => ({
    id,
    network,
    handle,
    alone: owner_id === null || second_owner_id === null,
  })),
  consultations: held.consultations,
  delegations: held.delegations.map((row) => presentDelegation(row, now)),
  apiKeys: held.apiKeys,
});
