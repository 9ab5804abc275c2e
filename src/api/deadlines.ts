import { operations, type Deadline as Shown } from '#/contract/index.ts';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import {
  finishDeadline,
  listDeadlines,
  planDeadline,
  readPostDeadlines,
  reopenDeadline,
  type Deadline,
} from '#/modules/deadlines/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import { instantOrNull } from './presenters.ts';
import type { PostWorks } from './post-works.ts';
import type { ApiRouter } from './router.ts';

type Deps = Pick<PostWorks, 'readHouse'> & { db: Db; clock: Clock };

const presentDeadline = (deadline: Deadline): Shown => ({
  ...deadline,
  dueAt: instantOrNull(deadline.dueAt),
  doneAt: instantOrNull(deadline.doneAt),
});

/** The steps on the way to a post: what is due, who has it, what is done. */
export function mountDeadlines(api: ApiRouter, deps: Deps): void {
  const houseOf = async (tx: Tx, actor: Actor) => ({
    timeZone: (await deps.readHouse(tx, actor.institutionId)).timeZone,
    now: deps.clock.now(),
  });
  const ofPost = (actor: Actor, postId: string) =>
    deps.db.within(actor, async (tx) => {
      const found = await readPostDeadlines(tx, actor, postId, await houseOf(tx, actor));
      return { body: { items: found.map(presentDeadline) } };
    });
  const writing = async (actor: Actor) => {
    const { timeZone } = await deps.db.within(actor, (tx) => houseOf(tx, actor));
    return { ...deps, timeZone };
  };
  api.on(operations.listDeadlines, ({ actor, query }) => {
    if (query.whose === 'mine' && actor.personId === null)
      throw new Problem('forbidden', 'calendar.by-person');
    const span = {
      from: Temporal.Instant.from(query.from),
      to: Temporal.Instant.from(query.to),
      personId: query.whose === 'mine' ? actor.personId : null,
    };
    return deps.db.within(actor, async (tx) => {
      const found = await listDeadlines(tx, actor, span, await houseOf(tx, actor));
      const items = found.map(({ postId, postTitle, deadline }) => ({
        ...presentDeadline(deadline),
        postId,
        postTitle,
      }));
      return { body: { items } };
    });
  });
  api.on(operations.listPostDeadlines, ({ actor, params }) => ofPost(actor, params.postId));
  api.on(operations.planDeadline, async ({ actor, params, body }) => {
    await planDeadline(await writing(actor), actor, params.postId, body);
    return ofPost(actor, params.postId);
  });
  api.on(operations.finishDeadline, async ({ actor, params, body }) => {
    await finishDeadline(await writing(actor), actor, params.postId, body.kind);
    return ofPost(actor, params.postId);
  });
  api.on(operations.reopenDeadline, async ({ actor, params, body }) => {
    await reopenDeadline(await writing(actor), actor, params.postId, body.kind);
    return ofPost(actor, params.postId);
  });
}
