import { operations, type PostSummary } from '#/contract/index.ts';
import type { Registry } from '#/connectors/registry.ts';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { deadlineSummaries } from '#/modules/deadlines/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import {
  answerConsultation,
  consultAdviser,
  createPost,
  endConsultation,
  listCalendar,
  listPosts,
  readPostVersions,
  reopenPost,
  reschedulePost,
  savePost,
  setPostCampaign,
  type ListedPost,
} from '#/modules/posts/index.ts';
import {
  schedulePassedPost,
  schedulePost,
  troublesOf,
  unschedulePost,
  withdrawPost,
  type WithdrawDeps,
} from '#/modules/publishing/index.ts';
import {
  approvePost,
  recallPost,
  sendBackPost,
  submitPost,
  type ReviewDeps,
} from '#/modules/review/index.ts';
import { noteNames } from './post-election.ts';
import type { PostWorks } from './post-works.ts';
import { orCurrent, presentPost } from './present-post.ts';
import { instant, person, presentPostSummary } from './presenters.ts';
import type { ApiRequest, ApiRouter } from './router.ts';

type Deps = PostWorks & WithdrawDeps & { db: Db; clock: Clock; registry: Registry } & ReviewDeps;
type Asked = Pick<ApiRequest, 'say'> & { actor: Actor };

/** Posts: the list, the editor, review and approval. */
export function mountPosts(api: ApiRouter, deps: Deps): void {
  mountLists(api, deps);
  mountEditor(api, deps);
  mountReview(api, deps);
  mountConsultations(api, deps);
}

function mountLists(api: ApiRouter, deps: Deps): void {
  api.on(operations.listPosts, async ({ actor, query }) =>
    deps.db.within(actor, async (tx) => {
      const { rows, next } = await listPosts(tx, actor, {
        limit: query.limit,
        ...(query.after === undefined ? {} : { after: query.after }),
        ...(query.state === undefined ? {} : { state: query.state }),
        ...(query.search === undefined ? {} : { search: query.search }),
      });
      return { body: { items: await summaries(tx, deps, actor, rows), next } };
    }),
  );
  api.on(operations.listCalendar, async ({ actor, query }) =>
    deps.db.within(actor, async (tx) => {
      const rows = await listCalendar(tx, actor, query.from, query.to);
      return { body: { items: await summaries(tx, deps, actor, rows) } };
    }),
  );
}

async function summaries(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  rows: readonly ListedPost[],
): Promise<PostSummary[]> {
  const troubles = await troublesOf(
    tx,
    rows.map((row) => row.id),
    deps.clock.now(),
  );
  const networks = await deps.networksOf(tx, rows);
  const { timeZone } = await deps.readHouse(tx, actor.institutionId);
  const deadlines = await deadlineSummaries(tx, rows, { timeZone, now: deps.clock.now() });
  return rows.map((row) =>
    presentPostSummary(row, actor.institutionId, {
      networks: networks.get(row.id) ?? [],
      trouble: troubles.get(row.id) ?? null,
      deadlines: deadlines.get(row.id),
    }),
  );
}

function mountEditor(api: ApiRouter, deps: Deps): void {
  api.on(operations.createPost, async (request) => {
    const id = await createPost(deps, request.actor, request.body);
    await noteNames(deps, request.actor, id);
    return { ...(await presentPost(deps, request, id)), status: 201 };
  });
  api.on(operations.getPost, (request) => presentPost(deps, request, request.params.postId));
  api.on(operations.savePost, async (request) => {
    const { postId } = request.params;
    await orCurrent(deps, request, postId, () =>
      savePost(deps, request.actor, postId, request.ifMatch, request.body),
    );
    await noteNames(deps, request.actor, postId);
    return presentPost(deps, request, postId);
  });
  api.on(operations.listPostVersions, async ({ actor, params, query }) => {
    const { items, next } = await deps.db.within(actor, (tx) =>
      readPostVersions(tx, actor, params.postId, query),
    );
    return {
      body: {
        items: items.map((row) => ({
          no: row.no,
          title: row.title,
          content: row.content,
          seal: row.seal,
          savedBy: person(row.saved_by, row.saved_by_name),
          savedAt: instant(row.saved_at),
        })),
        next,
      },
    };
  });
  api.on(operations.setPostCampaign, async (request) => {
    const { postId } = request.params;
    await setPostCampaign(deps, request.actor, postId, request.body.campaignId);
    return presentPost(deps, request, postId);
  });
  api.on(operations.reschedulePost, async (request) => {
    const { postId } = request.params;
    await orCurrent(deps, request, postId, () => reschedulePost(deps, request.actor, postId, request.body));
    return presentPost(deps, request, postId);
  });
}

function mountReview(api: ApiRouter, deps: Deps): void {
  const act = async (
    request: Asked & { params: { postId: string } },
    work: (postId: string) => Promise<void>,
  ) => {
    const { postId } = request.params;
    await orCurrent(deps, request, postId, () => work(postId));
    return presentPost(deps, request, postId);
  };
  api.on(operations.submitPost, (request) =>
    act(request, (id) => submitPost(deps, request.actor, id, request.body.version)),
  );
  api.on(operations.approvePost, (request) =>
    act(request, async (id) => {
      const { version, schedule, condition } = request.body;
      const passage = await approvePost(deps, request.actor, id, { version, condition });
      // Two steps, two transactions: killed in between, the post is approved and Today says that it waits.
      if (schedule && passage === 'approved')
        await schedulePassedPost(deps, request.actor, { postId: id, version });
    }),
  );
  api.on(operations.sendBackPost, (request) =>
    act(request, (id) => sendBackPost(deps, request.actor, id, request.body)),
  );
  api.on(operations.schedulePost, (request) =>
    act(request, (id) => schedulePost(deps, request.actor, { postId: id, version: request.body.version })),
  );
  api.on(operations.withdrawPost, (request) =>
    act(request, (id) => withdrawPost(deps, request.actor, { postId: id, ...request.body })),
  );
  api.on(operations.recallPost, (request) =>
    act(request, (id) => recallPost(deps, request.actor, id, request.body.version)),
  );
  api.on(operations.unschedulePost, (request) =>
    act(request, (id) => unschedulePost(deps, request.actor, { postId: id, version: request.body.version })),
  );
  api.on(operations.reopenPost, (request) =>
    act(request, (id) => reopenPost(deps, request.actor, id, request.body.version)),
  );
}

function mountConsultations(api: ApiRouter, deps: Deps): void {
  api.on(operations.consultAdviser, async (request) => {
    const { postId } = request.params;
    const { answerBy, ...question } = request.body;
    await consultAdviser(deps, request.actor, postId, {
      ...question,
      answerBy: answerBy === null ? null : Temporal.Instant.from(answerBy),
    });
    return { ...(await presentPost(deps, request, postId)), status: 201 };
  });
  api.on(operations.answerConsultation, async (request) => {
    await answerConsultation(deps, request.actor, request.params.consultationId, request.body.answer);
    return { body: null };
  });
  api.on(operations.endConsultation, async (request) => {
    await endConsultation(deps, request.actor, request.params.consultationId);
    return { body: null };
  });
}
