import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { accountsOf } from './access.ts';
import * as queries from './queries.ts';
import { canBe, sealOf, transitions, type PostAct } from './rules.ts';
import { lockPost, requireVersion } from './save-post.ts';

/** What the record says of a move: its kind, and whatever else belongs to it. */
export type Move = { kind: string; detail?: Record<string, unknown> };

/**
 * Moves a locked post along `transitions`, and writes it down. Who may is the caller's to know: `review` for its
 * path, `publishing` for deliveries.
 * @throws Problem `post.wrong-state`
 */
export async function movePost(
  tx: Tx,
  actor: Actor,
  post: queries.PostRow,
  act: PostAct,
  now: Temporal.Instant,
  { kind, detail }: Move,
): Promise<void> {
  requireState(act, post);
  const { to } = transitions[act];
  if (to) await queries.updatePostState(tx, post.id, to, now);
  await record(tx, actor, now, {
    kind,
    subjectType: 'post',
    subjectId: post.id,
    version: post.version,
    ...(detail ? { detail } : {}),
  });
}

/**
 * Seals a locked post as it stands: the approval that publishing asks for. `name`: of whoever has no account here.
 * @throws Problem `post.wrong-state`
 */
export async function sealPost(
  tx: Tx,
  actor: Actor,
  post: queries.PostRow,
  now: Temporal.Instant,
  by: { name?: string; onBehalfOf?: string | null; detail?: Record<string, unknown> } = {},
): Promise<void> {
  const seal = sealOf(post.content);
  requireState('approve', post);
  await queries.insertApproval(tx, {
    id: newId(),
    institutionId: actor.institutionId,
    postId: post.id,
    version: post.version,
    seal,
    by: actor.personId,
    onBehalfOf: by.onBehalfOf ?? null,
    name: by.name ?? null,
    at: now,
  });
  await movePost(tx, actor, post, 'approve', now, {
    kind: 'post.approved',
    detail: { seal, ...by.detail },
  });
}

/** Gives a locked post back with the reason; a standing approval ends. Deliveries are held by the caller before. */
export async function returnPost(
  tx: Tx,
  actor: Actor,
  post: queries.PostRow,
  now: Temporal.Instant,
  said: { reason: string; detail?: Record<string, unknown> },
): Promise<void> {
  requireState('send-back', post);
  await queries.breakApprovals(tx, post.id, { personId: actor.personId, version: post.version, at: now });
  await addRemark(tx, actor, post, 'sent-back', said.reason, now);
  await movePost(tx, actor, post, 'send-back', now, {
    kind: 'post.sent-back',
    ...(said.detail ? { detail: said.detail } : {}),
  });
}

/** Takes a withdrawn, expired or returned post up again. */
export async function reopenPost(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  postId: string,
  version: number,
): Promise<void> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    permit(actor, 'post.write', accountsOf(post.content));
    requireVersion(post, version);
    await movePost(tx, actor, post, 'reopen', now, { kind: 'post.reopened' });
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
  await queries.breakApprovals(tx, postId, { personId: actor.personId, version: post.version, at: now });
  await addRemark(tx, actor, post, 'withdrawn', input.reason, now);
  await movePost(tx, actor, post, 'withdraw', now, { kind: 'post.withdrawn' });
  return post;
}

/** @throws Problem `post.wrong-state` */
export function requireState(act: PostAct, post: queries.PostRow): void {
  if (!canBe(act, post.state))
    throw new Problem('conflict', 'post.wrong-state', { params: { act, state: post.state } });
}

/** Whether one of them wrote the post or saved a version of it: then it is not theirs to approve. */
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
