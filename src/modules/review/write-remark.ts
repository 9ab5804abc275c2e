import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { cleanText } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { lockPost, lookAtPost, permitReading, readVersion, type PostRow } from '#/modules/posts/index.ts';
import { record } from '#/modules/records/index.ts';
import { isThere, type Anchor } from './anchors.ts';
import { listMentionable, type Mentionable } from './mentionable.ts';
import * as threads from './remark-queries.ts';
import { tell, type TellDeps } from './tell.ts';

type Deps = TellDeps & { db: Db; clock: Clock };

export type RemarkInput = { text: string; mentions: readonly string[] };

/** The threads of a post, in the order in which they were begun, each with its remarks. */
export async function listRemarks(tx: Tx, actor: Actor, postId: string): Promise<threads.Thread[]> {
  await permitReading(tx, actor, postId);
  await lookAtPost(tx, postId);
  return threads.listThreads(tx, postId);
}

/** Whom a remark on this post may call. */
export async function readMentionable(tx: Tx, actor: Actor, postId: string): Promise<Mentionable[]> {
  permit(actor, 'post.remark');
  await permitReading(tx, actor, postId);
  return listMentionable(tx, actor, await lookAtPost(tx, postId));
}

/**
 * Begins a thread on a post, a span of a text or a point of a picture.
 * @throws Problem `remark.place-gone` where the version that was marked does not have that place
 */
export async function startRemark(
  deps: Deps,
  actor: Actor,
  postId: string,
  input: RemarkInput & { version: number; anchor: Anchor },
): Promise<string> {
  permit(actor, 'post.remark');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    await permitReading(tx, actor, postId);
    const post = await lockPost(tx, postId);
    const { content } = await readVersion(tx, postId, input.version);
    if (!isThere(input.anchor, content)) throw new Problem('conflict', 'remark.place-gone');
    const id = newId();
    const { version, anchor } = input;
    await threads.insertThread(tx, { id, institutionId: actor.institutionId, postId, version, anchor, now });
    await say(tx, deps, actor, post, { threadId: id, others: [], input }, now);
    return id;
  });
}

/** Answers in a thread. One that was settled is open again: somebody had more to say. */
export async function answerRemark(
  deps: Deps,
  actor: Actor,
  postId: string,
  threadId: string,
  input: RemarkInput,
): Promise<void> {
  permit(actor, 'post.remark');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    await permitReading(tx, actor, postId);
    const post = await lockPost(tx, postId);
    const thread = await need(tx, postId, threadId);
    if (thread.resolved_at !== null) await threads.resolve(tx, threadId, null, null);
    const others = await threads.peopleIn(tx, threadId);
    await say(tx, deps, actor, post, { threadId, others, input }, now);
  });
}

/** Settles a thread, or opens it again. */
export async function resolveRemark(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  postId: string,
  threadId: string,
  resolved: boolean,
): Promise<void> {
  permit(actor, 'post.remark');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    await permitReading(tx, actor, postId);
    const post = await lockPost(tx, postId);
    const thread = await need(tx, postId, threadId);
    if ((thread.resolved_at !== null) === resolved) return;
    await threads.resolve(tx, threadId, resolved ? now : null, resolved ? actor.personId : null);
    await record(tx, actor, now, {
      kind: resolved ? 'remark.resolved' : 'remark.reopened',
      subjectType: 'post',
      subjectId: postId,
      version: post.version,
    });
  });
}

async function need(tx: Tx, postId: string, threadId: string) {
  const thread = await threads.lockThread(tx, threadId);
  if (thread?.post_id !== postId) throw new Problem('not-found', 'remark.not-found');
  return thread;
}

async function say(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  post: PostRow,
  said: { threadId: string; others: readonly string[]; input: RemarkInput },
  now: Temporal.Instant,
): Promise<void> {
  const text = cleanText(said.input.text).text.trim();
  const mentions = [...new Set(said.input.mentions)];
  if (mentions.length > 0) {
    const known = new Set((await listMentionable(tx, actor, post)).map(({ id }) => id));
    if (mentions.some((id) => !known.has(id))) throw new Problem('invalid', 'remark.mention-unknown');
  }
  await threads.insertRemark(tx, {
    id: newId(),
    institutionId: actor.institutionId,
    threadId: said.threadId,
    text,
    mentions,
    by: actor.personId,
    now,
  });
  await record(tx, actor, now, {
    kind: 'remark.written',
    subjectType: 'post',
    subjectId: post.id,
    version: post.version,
  });
  const isOther = (id: string | null): id is string => id !== null && id !== actor.personId;
  const mentioned = mentions.filter(isOther);
  await tell(tx, deps, actor, now, { kind: 'mentioned', post, people: mentioned, text });
  const rest = new Set([post.author_id, ...said.others].filter(isOther));
  for (const id of mentioned) rest.delete(id);
  await tell(tx, deps, actor, now, { kind: 'remarked', post, people: [...rest], text });
}
