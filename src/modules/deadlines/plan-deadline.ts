import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { notify, settleNotices } from '#/modules/notices/index.ts';
import { may, permit, type Actor } from '#/modules/people/index.ts';
import { lockPost, resolveDueTime, type LocalTime } from '#/modules/posts/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';
import { deadlinesOfPosts } from './read-deadlines.ts';
import { isOpen, type DeadlineKind } from './rules.ts';

type Deps = { db: Db; clock: Clock; timeZone: string };

/** Who has a step, by when where that is not simply counted back, and whether it is needed at all. */
export type DeadlinePlan = {
  kind: DeadlineKind;
  personId: string | null;
  due: LocalTime | null;
  needed: boolean;
};

/** @throws Problem `post.not-found`, `deadline.over` where the post is out or over, `person.not-found` */
export async function planDeadline(
  deps: Deps,
  actor: Actor,
  postId: string,
  { kind, personId, due, needed }: DeadlinePlan,
): Promise<void> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  const dueAt = due && resolveDueTime(due, deps.timeZone).toString();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    requireOpen(post);
    if (personId !== null && !(await queries.isColleague(tx, personId)))
      throw new Problem('invalid', 'person.not-found', {
        faults: [{ path: '/personId', code: 'person.not-found' }],
      });
    const { institutionId } = actor;
    const before = (await queries.readSaid(tx, [postId])).get(postId)?.get(kind)?.personId ?? null;
    const write = { person_id: personId, due_at: dueAt, needed, late_told_at: null };
    await queries.writeDeadline(tx, { institutionId, postId, kind }, write);
    await record(tx, actor, now, {
      kind: 'deadline.planned',
      subjectType: 'post',
      subjectId: postId,
      detail: { kind, personId, dueAt, needed },
    });
    if (before !== null && (before !== personId || !needed)) await settleFor(tx, actor, postId, before, now);
    if (personId !== before && needed) await tellHolder(tx, actor, post, kind, personId, now);
  });
}

async function tellHolder(
  tx: Tx,
  actor: Actor,
  post: { id: string; title: string },
  step: DeadlineKind,
  personId: string | null,
  at: Temporal.Instant,
): Promise<void> {
  await notify(tx, {
    institutionId: actor.institutionId,
    personIds: [personId],
    except: actor.personId,
    kind: 'deadline.given',
    subjectType: 'post',
    subjectId: post.id,
    params: { title: post.title, deadline: step },
    at,
  });
}

/**
 * Ticks a step: it stays where it stands from now on. For whoever writes posts, and whoever has the step.
 * @throws Problem `deadline.not-found`, `deadline.by-approval`, `deadline.over`
 */
export const finishDeadline = (deps: Deps, actor: Actor, postId: string, kind: DeadlineKind): Promise<void> =>
  tick(deps, actor, postId, kind, true);

/** Takes the tick away: the step moves with the due time again. */
export const reopenDeadline = (deps: Deps, actor: Actor, postId: string, kind: DeadlineKind): Promise<void> =>
  tick(deps, actor, postId, kind, false);

async function tick(
  deps: Deps,
  actor: Actor,
  postId: string,
  kind: DeadlineKind,
  done: boolean,
): Promise<void> {
  permit(actor, 'post.read');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    requireOpen(post);
    // The approval itself ticks it, and only that.
    if (kind === 'approval') throw new Problem('conflict', 'deadline.by-approval');
    const steps = (await deadlinesOfPosts(tx, [post], { timeZone: deps.timeZone, now })).get(postId);
    const step = steps?.find((one) => one.kind === kind);
    if (!step) throw new Problem('not-found', 'deadline.not-found');
    const isOwn = actor.personId !== null && step.person?.id === actor.personId;
    if (!isOwn && !may(actor, 'post.write')) permit(actor, 'post.write');
    if ((step.doneAt !== null) === done) return;
    const write = done
      ? {
          done_at: now.toString(),
          done_by: actor.personId,
          done_due_at: step.dueAt?.toString() ?? null,
        }
      : { done_at: null, done_by: null, done_due_at: null };
    await queries.writeDeadline(tx, { institutionId: actor.institutionId, postId, kind }, write);
    await record(tx, actor, now, {
      kind: done ? 'deadline.done' : 'deadline.reopened',
      subjectType: 'post',
      subjectId: postId,
      detail: { kind },
    });
    if (done && step.person) await settleFor(tx, actor, postId, step.person.id, now);
  });
}

/** What told somebody of their steps on a post waits no longer, once none of those is left. */
async function settleFor(
  tx: Tx,
  actor: Actor,
  postId: string,
  personId: string,
  at: Temporal.Instant,
): Promise<void> {
  const said = (await queries.readSaid(tx, [postId])).get(postId)?.values() ?? [];
  if ([...said].some((step) => step.personId === personId && step.needed && step.doneAt === null)) return;
  const { institutionId } = actor;
  const kinds = ['deadline.given', 'deadline.late'] as const;
  await settleNotices(tx, { institutionId, subjectId: postId, kinds, personIds: [personId] }, at);
}

function requireOpen(post: { state: Parameters<typeof isOpen>[0] }): void {
  if (!isOpen(post.state)) throw new Problem('conflict', 'deadline.over', { params: { state: post.state } });
}
