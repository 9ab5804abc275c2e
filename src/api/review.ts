import { operations, type RemarkThread, type ReviewSettings } from '#/contract/index.ts';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { namesOfColleagues, type Actor } from '#/modules/people/index.ts';
import { excerptOf, filePost, variantsOf } from '#/modules/posts/index.ts';
import { schedulePassedPost, type ScheduleDeps } from '#/modules/publishing/index.ts';
import {
  answerRemark,
  archiveOutsideApprover,
  askOutsideApprover,
  changeReviewSettings,
  hastenReview,
  listMyReviews,
  listRemarks,
  markSeen,
  meetCondition,
  nameOutsideApprover,
  readMentionable,
  readReviewSettings,
  resolveRemark,
  showApprovalLink,
  startRemark,
  type ReviewDeps,
  type Thread,
  type WaitingReview,
} from '#/modules/review/index.ts';
import type { PostWorks } from './post-works.ts';
import { orCurrent, presentPost, type Asked } from './present-post.ts';
import { instant, instantOrNull, mediaUrl, person } from './presenters.ts';
import type { ApiRouter } from './router.ts';

type Deps = PostWorks & ScheduleDeps & ReviewDeps & { db: Db; clock: Clock; url: string };

/** Paths of review, what waits for whom, remarks, and approval by a link. */
export function mountReview(api: ApiRouter, deps: Deps): void {
  mountSettings(api, deps);
  mountPassage(api, deps);
  mountRemarks(api, deps);
}

function mountSettings(api: ApiRouter, deps: Deps): void {
  const present = async (
    actor: Actor,
    by?: Parameters<typeof readReviewSettings>[2],
  ): Promise<{ body: ReviewSettings; version: number }> => {
    const { outside, paths, ...rest } = await readReviewSettings(deps, actor, by);
    const body = {
      ...rest,
      paths: paths.flatMap(({ id, ...path }) => (id === null ? [] : [{ id, ...path }])),
      outside: outside.map(({ id, name, email }) => ({ id, name, email })),
    };
    return { body, version: rest.revision };
  };
  api.on(operations.getReviewSettings, ({ actor }) => present(actor));
  api.on(operations.changeReviewSettings, async ({ actor, ifMatch, body }) => {
    await changeReviewSettings(deps, actor, ifMatch, body);
    return present(actor, 'review.configure');
  });
  api.on(operations.nameOutsideApprover, async ({ actor, body, variant }) => {
    await nameOutsideApprover(deps, actor, { ...body, language: variant });
    return { ...(await present(actor, 'review.ask-outside')), status: 201 };
  });
  api.on(operations.archiveOutsideApprover, async ({ actor, params }) => {
    await archiveOutsideApprover(deps, actor, params.outsideId);
    return present(actor, 'review.ask-outside');
  });
}

function mountPassage(api: ApiRouter, deps: Deps): void {
  api.on(operations.listReviews, async ({ actor }) =>
    deps.db.within(actor, async (tx) => {
      const waiting = await listMyReviews(tx, actor);
      const networks = await deps.networksOf(
        tx,
        waiting.map(({ post }) => post),
      );
      const names = await namesOfColleagues(tx, actor.institutionId);
      return {
        body: {
          items: waiting.map((one) =>
            presentWaiting(one, actor, { networks: networks.get(one.post.id) ?? [], names }),
          ),
        },
      };
    }),
  );
  const act = async (request: Asked & { params: { postId: string } }, work: () => Promise<unknown>) => {
    const { postId } = request.params;
    await orCurrent(deps, request, postId, async () => void (await work()));
    return presentPost(deps, request, postId);
  };
  api.on(operations.filePost, (request) =>
    act(request, () => filePost(deps, request.actor, request.params.postId, request.body)),
  );
  api.on(operations.hastenReview, (request) =>
    act(request, () => hastenReview(deps, request.actor, request.params.postId, request.body)),
  );
  api.on(operations.askOutsideApprover, (request) =>
    act(request, () =>
      askOutsideApprover(deps, request.actor, request.params.postId, {
        ...request.body,
        language: request.variant,
      }),
    ),
  );
  api.on(operations.showApprovalLink, async ({ actor, params }) => ({
    body: await showApprovalLink(deps, actor, params.postId, params.approvalLinkId),
    shownOnce: true,
  }));
  api.on(operations.meetCondition, (request) =>
    act(request, async () => {
      const { actor, params } = request;
      const open = await meetCondition(deps, actor, params.postId, params.conditionId);
      if (open > 0) return;
      // What was approved waited for this alone.
      const { body } = await presentPost(deps, request, params.postId);
      if (body.state === 'approved')
        await schedulePassedPost(deps, actor, { postId: body.id, version: body.version });
    }),
  );
  api.on(operations.markPostSeen, async ({ actor, params }) => {
    await deps.db.within(actor, (tx) => markSeen(tx, deps, actor, params.postId));
    return { body: null };
  });
}

function mountRemarks(api: ApiRouter, deps: Deps): void {
  const present = async (tx: Tx, actor: Actor, postId: string) => ({
    body: { items: (await listRemarks(tx, actor, postId)).map(presentThread) },
  });
  const after = async (actor: Actor, postId: string, work: Promise<unknown>) => {
    await work;
    return deps.db.within(actor, (tx) => present(tx, actor, postId));
  };
  api.on(operations.listRemarks, ({ actor, params }) =>
    deps.db.within(actor, (tx) => present(tx, actor, params.postId)),
  );
  api.on(operations.listMentionable, async ({ actor, params }) => ({
    body: { items: await deps.db.within(actor, (tx) => readMentionable(tx, actor, params.postId)) },
  }));
  api.on(operations.startRemark, ({ actor, params, body }) =>
    after(actor, params.postId, startRemark(deps, actor, params.postId, body)),
  );
  api.on(operations.answerRemark, ({ actor, params, body }) =>
    after(actor, params.postId, answerRemark(deps, actor, params.postId, params.threadId, body)),
  );
  api.on(operations.resolveRemark, ({ actor, params, body }) =>
    after(actor, params.postId, resolveRemark(deps, actor, params.postId, params.threadId, body.resolved)),
  );
}

const presentThread = (thread: Thread): RemarkThread => ({
  id: thread.id,
  version: thread.version,
  anchor: thread.anchor,
  resolved: thread.resolved_at
    ? { at: instant(thread.resolved_at), by: person(thread.resolved_by, thread.resolved_by_name) }
    : null,
  remarks: thread.remarks.map((remark) => ({
    id: remark.id,
    text: remark.text,
    mentions: remark.mentions,
    by: person(remark.person_id, remark.person_name),
    at: instant(remark.at),
  })),
});

function presentWaiting(
  { post, step, ...one }: WaitingReview,
  actor: Actor,
  around: { networks: string[]; names: ReadonlyMap<string, string> },
) {
  const [first] = post.content.images;
  return {
    postId: post.id,
    title: post.title,
    excerpt: excerptOf(post.content),
    kind: post.kind,
    reference: post.reference,
    author: person(post.author_id, post.author_name),
    dueAt: instantOrNull(post.due_at),
    variants: variantsOf(post.content),
    networks: around.networks,
    thumbnailUrl: first ? mediaUrl(actor.institutionId, first.mediaId, 'thumbnail') : null,
    stepName: step.name,
    step: one.no,
    steps: one.of,
    edits: step.edits,
    arrivedAt: instant(one.arrivedAt),
    deadlineAt: instantOrNull(one.deadlineAt),
    urgent: one.urgent,
    onBehalfOf: person(one.forPersonId, around.names.get(one.forPersonId ?? '')),
  };
}
