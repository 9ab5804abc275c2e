import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { listRepeats, lookAtRepeats, repeatPost } from '#/modules/posts/index.ts';
import { stopRepeats } from '#/modules/publishing/index.ts';
import { instantOrNull } from './presenters.ts';
import type { PostWorks } from './post-works.ts';
import type { ApiRouter } from './router.ts';

type Deps = PostWorks & { db: Db; clock: Clock };

/** Posts that come again, each a post of its own. */
export function mountPostRepeats(api: ApiRouter, deps: Deps): void {
  api.on(operations.listRepeats, async ({ actor, params }) => {
    const rows = await deps.db.within(actor, (tx) => listRepeats(tx, actor, params.postId));
    const items = rows.map(({ id, title, state, due_at: at }) => ({
      id,
      title,
      state,
      dueAt: instantOrNull(at),
    }));
    return { body: { items } };
  });
  api.on(operations.lookAtRepeats, async ({ actor, params, body, t }) => {
    const dates = await lookAtRepeats(deps, actor, params.postId, body);
    const items = dates.map(({ at, daysOff, ...date }) => ({
      ...date,
      dueAt: at.toString(),
      daysOff: daysOff.map((id) => t(`observances:${id}`)),
    }));
    return { body: { items } };
  });
  api.on(operations.repeatPost, async ({ actor, params, body }) => {
    const { without, ...rule } = body;
    return { body: { postIds: await repeatPost(deps, actor, params.postId, rule, without) }, status: 201 };
  });
  api.on(operations.stopRepeats, async ({ actor, params, body }) => ({
    body: { items: await stopRepeats(deps, actor, params.postId, body.reason) },
  }));
}
