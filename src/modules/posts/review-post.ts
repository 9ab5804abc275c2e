import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { permit, type Act, type Actor, type Authority } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { accountsOf } from './access.ts';
import type { Check } from './checks.ts';
import * as queries from './queries.ts';
import { canBe, sealOf, transitions, type PostAct } from './rules.ts';
import { lockPost, requireVersion, type DeliveryHold } from './save-post.ts';

export type ReviewDeps = {
  db: Db;
  clock: Clock;
  deliveries: DeliveryHold;
  /** All checks of a post as it stands, see checks.ts. */
  checksOf(tx: Tx, post: queries.PostRow, now: Temporal.Instant): Promise<Check[]>;
};

type Step = { act: PostAct; permission: Act; kind: string };

/** Asks for approval. @throws Problem `post.blocked` with every blocking check */
export async function submitPost(
  deps: ReviewDeps,
  actor: Actor,
  postId: string,
  version: number,
): Promise<void> {
  await step(
    deps,
    actor,
    postId,
    version,
    { act: 'submit', permission: 'post.submit', kind: 'post.submitted' },
    (tx, post) => requireUnblocked(deps, tx, post),
  );
}

/**
 * Approves exactly what the approver has seen: the approval carries the seal of that version.
 * @throws Problem `post.own` where the approver, or the one they sign for, wrote or changed it
 */
export async function approvePost(
  deps: ReviewDeps,
  actor: Actor,
  postId: string,
  version: number,
): Promise<void> {
  await step(
    deps,
    actor,
    postId,
    version,
    { act: 'approve', permission: 'post.approve', kind: 'post.approved' },
    async (tx, post, now, { onBehalfOf }) => {
      if (actor.personId === null) throw new Problem('forbidden', 'post.approve-by-person');
      if (await hasHandIn(tx, post, [actor.personId, onBehalfOf])) throw new Problem('forbidden', 'post.own');
      await requireUnblocked(deps, tx, post);
      await queries.insertApproval(tx, {
        id: newId(),
        institutionId: actor.institutionId,
        postId,
        version: post.version,
        seal: sealOf(post.content),
        by: actor.personId,
        onBehalfOf,
        at: now,
      });
    },
    (post) => ({ seal: sealOf(post.content) }),
  );
}

/** Gives a post back to its author, with the reason. A standing approval ends. */
export async function sendBackPost(
  deps: ReviewDeps,
  actor: Actor,
  postId: string,
  input: { version: number; reason: string },
): Promise<void> {
  await step(
    deps,
    actor,
    postId,
    input.version,
    { act: 'send-back', permission: 'post.send-back', kind: 'post.sent-back' },
    async (tx, post, now) => {
      await deps.deliveries.hold(tx, postId, 'sent-back', now);
      await queries.breakApprovals(tx, postId, { personId: actor.personId, version: post.version, at: now });
      await addRemark(tx, actor, post, 'sent-back', input.reason, now);
    },
  );
}

/** Takes a withdrawn, expired or returned post up again. */
export async function reopenPost(
  deps: ReviewDeps,
  actor: Actor,
  postId: string,
  version: number,
): Promise<void> {
  await step(
    deps,
    actor,
    postId,
    version,
    { act: 'reopen', permission: 'post.write', kind: 'post.reopened' },
    async () => {},
  );
}

/** So long after its time an approved post may still be scheduled: approving takes a moment. */
export const EXPIRE_AFTER = { minutes: 10 };

/** Ends, for the house, a post whose time passed without an approval. It says so in the record; it never goes out. */
export async function expirePost(
  deps: Pick<ReviewDeps, 'db' | 'clock'>,
  actor: Actor,
  postId: string,
): Promise<boolean> {
  const now = deps.clock.now();
  const before = now.subtract(EXPIRE_AFTER);
  return deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    const due = post.due_at !== null && Temporal.Instant.compare(post.due_at, before) < 0;
    if (!due || !canBe('expire', post.state)) return false;
    await queries.updatePostState(tx, postId, 'expired', now);
    await record(tx, actor, now, {
      kind: 'post.expired',
      subjectType: 'post',
      subjectId: postId,
      version: post.version,
    });
    return true;
  });
}

/** For publishing, which withdraws the deliveries in the same transaction. */
export async function markWithdrawn(
  tx: Tx,
  actor: Actor,
  postId: string,
  input: { version: number; reason: string },
  now: Temporal.Instant,
): Promise<queries.PostRow> {
  permit(actor, 'post.withdraw');
  const post = await lockPost(tx, postId);
  permit(actor, 'post.withdraw', accountsOf(post.content));
  requireVersion(post, input.version);
  requireState('withdraw', post);
  await queries.updatePostState(tx, postId, 'withdrawn', now);
  await queries.breakApprovals(tx, postId, { personId: actor.personId, version: post.version, at: now });
  await addRemark(tx, actor, post, 'withdrawn', input.reason, now);
  await record(tx, actor, now, {
    kind: 'post.withdrawn',
    subjectType: 'post',
    subjectId: postId,
    version: post.version,
  });
  return post;
}

async function step(
  deps: Pick<ReviewDeps, 'db' | 'clock'>,
  actor: Actor,
  postId: string,
  version: number,
  { act, permission, kind }: Step,
  work: (tx: Tx, post: queries.PostRow, now: Temporal.Instant, by: Authority) => Promise<void>,
  detail?: (post: queries.PostRow) => Record<string, unknown>,
): Promise<void> {
  permit(actor, permission);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    const authority = permit(actor, permission, accountsOf(post.content));
    requireVersion(post, version);
    requireState(act, post);
    await work(tx, post, now, authority);
    const to = transitions[act].to;
    if (to) await queries.updatePostState(tx, postId, to, now);
    await record(tx, actor, now, {
      kind,
      subjectType: 'post',
      subjectId: postId,
      version: post.version,
      detail: { ...detail?.(post), ...(authority.onBehalfOf ? authority : {}) },
    });
  });
}

/** Whether one of them wrote the post or saved a version of it. */
export async function hasHandIn(
  tx: Tx,
  post: Pick<queries.PostRow, 'id' | 'author_id'>,
  people: readonly (string | null)[],
): Promise<boolean> {
  for (const id of people) {
    if (id !== null && (post.author_id === id || (await queries.hasSaved(tx, post.id, id)))) return true;
  }
  return false;
}

function requireState(act: PostAct, post: queries.PostRow): void {
  if (!canBe(act, post.state))
    throw new Problem('conflict', 'post.wrong-state', { params: { act, state: post.state } });
}

async function requireUnblocked(deps: ReviewDeps, tx: Tx, post: queries.PostRow): Promise<void> {
  const blocking = (await deps.checksOf(tx, post, deps.clock.now())).filter((check) => check.blocks);
  if (blocking.length > 0) {
    const faults = blocking.map(({ path, code, params }) => ({ path, code, params }));
    throw new Problem('invalid', 'post.blocked', { params: { count: blocking.length }, faults });
  }
}

const addRemark = (
  tx: Tx,
  actor: Actor,
  post: queries.PostRow,
  kind: 'sent-back' | 'withdrawn',
  text: string,
  at: Temporal.Instant,
): Promise<void> =>
  queries.insertRemark(tx, {
    id: newId(),
    institutionId: actor.institutionId,
    postId: post.id,
    version: post.version,
    kind,
    text,
    by: actor.personId,
    at,
  });
