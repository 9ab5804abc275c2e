import { operations, type PostElection } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import {
  addEntry,
  addList,
  changePeriod,
  declarePeriod,
  endException,
  listPeriods,
  makeException,
  readPeriod,
  removeEntry,
  restoreEntry,
  withdrawPeriod,
  type Author,
} from '#/modules/elections/index.ts';
import { permit, whoHolds, workerActor, type Actor } from '#/modules/people/index.ts';
import { lookAtPost, permitReading, sealOf } from '#/modules/posts/index.ts';
import { watchElection, type WatchDeps } from '#/modules/publishing/index.ts';
import { mountElectionReport, type ReportDeps } from './election-report.ts';
import { mountHouseElections } from './house-elections.ts';
import { entryIn, presentPeriod, presentView } from './present-election.ts';
import { readElection } from './post-election.ts';
import type { ApiRouter } from './router.ts';

type Deps = WatchDeps & ReportDeps & { db: Db; clock: Clock };

/** Election periods: of an institution, of all by their coordinator, and exceptions for one post. */
export function mountElections(api: ApiRouter, deps: Deps): void {
  mountPeriods(api, deps);
  mountLists(api, deps);
  mountExceptions(api, deps);
  mountHouseElections(api, deps);
  mountElectionReport(api, deps);
}

const own = (actor: Actor): Author => ({ of: 'institution', actor });

const readOwn = (deps: Deps, actor: Actor, id: string) =>
  deps.db.within(actor, async (tx) => {
    const approvers = await whoHolds(tx, actor.institutionId, ['head', 'administrator']);
    return presentView(await readPeriod(tx, actor, id), approvers.length, deps.clock.now());
  });

/** What is scheduled is brought in line at once; if that breaks off, the worker does it within a minute. */
async function bringInLine(deps: Deps, { institutionId, requestId }: Actor): Promise<void> {
  await watchElection(deps, workerActor(institutionId, requestId), null);
}

function mountPeriods(api: ApiRouter, deps: Deps): void {
  api.on(operations.listElections, async ({ actor, query }) => {
    const { rows, next } = await deps.db.within(actor, (tx) => listPeriods(tx, actor, query));
    const now = deps.clock.now();
    return { body: { items: rows.map((row) => presentPeriod(row, now)), next } };
  });
  api.on(operations.getElection, ({ actor, params }) => readOwn(deps, actor, params.electionId));
  api.on(operations.declareElection, async ({ actor, body }) => {
    const id = await declarePeriod(deps, own(actor), body);
    await bringInLine(deps, actor);
    return { ...(await readOwn(deps, actor, id)), status: 201 };
  });
  api.on(operations.changeElection, async ({ actor, params, body, ifMatch }) => {
    await changePeriod(deps, own(actor), params.electionId, ifMatch, body);
    await bringInLine(deps, actor);
    return readOwn(deps, actor, params.electionId);
  });
  api.on(operations.withdrawElection, async ({ actor, params, body }) => {
    await withdrawPeriod(deps, own(actor), params.electionId, body.reason);
    await bringInLine(deps, actor);
    return readOwn(deps, actor, params.electionId);
  });
}

function mountLists(api: ApiRouter, deps: Deps): void {
  const after = async <Answer>(actor: Actor, id: string, work: Promise<Answer>) => {
    const answer = await work;
    await bringInLine(deps, actor);
    return { ...(await readOwn(deps, actor, id)), answer };
  };
  api.on(operations.addElectionEntry, async ({ actor, params, body }) => {
    const { electionId: id } = params;
    const { answer: _none, ...reply } = await after(actor, id, addEntry(deps, own(actor), id, body));
    return { ...reply, status: 201 };
  });
  api.on(operations.addElectionList, async ({ actor, params, body }) => {
    const { electionId: id } = params;
    const { answer, ...reply } = await after(actor, id, addList(deps, own(actor), id, body));
    return { ...reply, body: { ...reply.body, added: answer }, status: 201 };
  });
  api.on(operations.removeElectionEntry, async ({ actor, params }) => {
    await removeEntry(deps, own(actor), entryIn(params));
    return readOwn(deps, actor, params.electionId);
  });
  api.on(operations.restoreElectionEntry, async ({ actor, params }) => {
    const work = restoreEntry(deps, own(actor), entryIn(params));
    const { answer: _none, ...reply } = await after(actor, params.electionId, work);
    return reply;
  });
}

function mountExceptions(api: ApiRouter, deps: Deps): void {
  const read = (actor: Actor, postId: string): Promise<{ body: PostElection | null }> =>
    deps.db.within(actor, async (tx) => {
      await permitReading(tx, actor, postId);
      const post = await lookAtPost(tx, postId);
      return { body: await readElection(tx, post, sealOf(post.content), deps.clock.now()) };
    });
  api.on(operations.makeElectionException, async ({ actor, params, body }) => {
    permit(actor, 'election.except');
    await read(actor, params.postId);
    await makeException(deps, actor, params.postId, body);
    return { ...(await read(actor, params.postId)), status: 201 };
  });
  api.on(operations.endElectionException, async ({ actor, params }) => {
    await endException(deps, actor, params.postId, params.exceptionId);
    return read(actor, params.postId);
  });
}
