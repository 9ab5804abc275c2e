import { operations, type HousePause, type Pause, type PauseView } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Variant } from '#/language/index.ts';
import {
  draftStatement,
  endPause,
  endPauseOfAll,
  holdAll,
  holdPosts,
  letPostThrough,
  readHousePause,
  readPause,
  sendLatePost,
  type PauseRow,
} from '#/modules/pause/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import type { NetworkWords } from './network-words.ts';
import type { PostWorks } from './post-works.ts';
import { instant, person } from './presenters.ts';
import type { ApiRouter } from './router.ts';

type Deps = PostWorks & { db: Db; clock: Clock; networkWords: NetworkWords };

const presentPause = (row: PauseRow): Pause => ({
  id: row.id,
  scope: row.institution_id === null ? 'all' : 'institution',
  reason: row.reason,
  statement: row.statement,
  startedAt: instant(row.started_at),
  startedBy: person(row.started_by, row.started_by_name),
});

/** The pause switch: of an institution, and of all. */
export function mountPause(api: ApiRouter, deps: Deps): void {
  const read = async (actor: Actor, variant: Variant): Promise<{ body: PauseView }> => {
    const { pauses, held, ...rest } = await readPause(deps, actor);
    return {
      body: {
        ...rest,
        pauses: pauses.map(presentPause),
        held: held.map((post) => ({
          postId: post.post_id,
          title: post.title,
          version: post.version,
          state: post.state,
          dueAt: instant(post.due_at),
          isDue: post.is_due,
          isLate: post.is_late,
          election: post.period,
          accounts: post.accounts.map((account) => ({
            ...account,
            networkName: deps.networkWords.name(account.network, variant),
          })),
        })),
      },
    };
  };
  api.on(operations.getPause, ({ actor, variant }) => read(actor, variant));
  api.on(operations.holdPosts, async ({ actor, body, variant }) => {
    await holdPosts(deps, actor, body);
    return read(actor, variant);
  });
  api.on(operations.endPause, async ({ actor, variant }) => {
    await endPause(deps, actor);
    return read(actor, variant);
  });
  api.on(operations.letPostThrough, async ({ actor, params, variant }) => {
    await letPostThrough(deps, actor, params.postId);
    return read(actor, variant);
  });
  api.on(operations.sendLatePost, async ({ actor, params, variant }) => {
    await sendLatePost(deps, actor, params.postId);
    return read(actor, variant);
  });
  api.on(operations.draftStatement, async ({ actor, body, t }) => ({
    body: {
      postId: await draftStatement(deps, actor, { ...body, title: t('common:pause.statement-title') }),
    },
    status: 201,
  }));
  mountHousePause(api, deps);
}

function mountHousePause(api: ApiRouter, deps: Deps): void {
  const read = async (personId: string): Promise<{ body: HousePause }> => {
    const { coordinator, pause } = await readHousePause(deps, personId);
    return { body: { coordinator, pause: pause && presentPause(pause) } };
  };
  api.on(operations.getHousePause, ({ personId }) => read(personId));
  api.on(operations.holdAll, async ({ personId, requestId, body }) => {
    await holdAll(deps, { personId, requestId }, body);
    return read(personId);
  });
  api.on(operations.endPauseOfAll, async ({ personId, requestId }) => {
    await endPauseOfAll(deps, { personId, requestId });
    return read(personId);
  });
}
