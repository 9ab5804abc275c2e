import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { copyPost } from '#/modules/posts/index.ts';
import { mountPostRepeats } from './post-repeats.ts';
import { actorOf } from './authenticate.ts';
import type { PostWorks } from './post-works.ts';
import type { ApiRouter } from './router.ts';

type Deps = PostWorks & { db: Db; clock: Clock };

/** Posts that are made from posts. */
export function mountPostCopies(api: ApiRouter, deps: Deps): void {
  mountPostRepeats(api, deps);
  api.on(operations.copyPost, async ({ actor, caller, requestId, params, body }) => {
    const institutionId = body.institutionId ?? actor.institutionId;
    const elsewhere = institutionId !== actor.institutionId;
    const to = elsewhere ? await actorOf(deps, caller, institutionId, requestId) : actor;
    const wish = { due: body.due, targets: body.targets ?? null };
    const postId = await copyPost(deps, actor, to, params.postId, wish);
    return { body: { institutionId, postId }, status: 201 };
  });
}
