import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { notify, settleNotices } from '#/modules/notices/index.ts';
import { permissionsIn, permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { accountsOf } from './access.ts';
import * as queries from './consultation-queries.ts';
import { namesOf, type PostRow } from './queries.ts';
import { lockPost } from './save-post.ts';

export type Question = { personId: string; question: string; answerBy: Temporal.Instant | null };

/**
 * Puts a post before an adviser, with the one thing that is asked of them. From then on they see it.
 * @throws Problem `post.not-found`, `person.not-found`, `consultation.not-adviser`
 */
export async function consultAdviser(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  postId: string,
  input: Question,
): Promise<string> {
  permit(actor, 'post.consult');
  return deps.db.within(actor, (tx) => consultAdviserIn(tx, actor, postId, input, deps.clock.now()));
}

/** The same inside a transaction that does more. */
export async function consultAdviserIn(
  tx: Tx,
  actor: Actor,
  postId: string,
  input: Question,
  now: Temporal.Instant,
): Promise<string> {
  const post = await lockPost(tx, postId);
  permit(actor, 'post.consult', accountsOf(post.content));
  const rights = await permissionsIn(tx, actor.institutionId, input.personId);
  if (rights.length === 0) throw new Problem('not-found', 'person.not-found');
  if (!rights.includes('post.advise')) throw new Problem('conflict', 'consultation.not-adviser');
  const id = newId();
  await queries.insertConsultation(tx, {
    ...input,
    id,
    institutionId: actor.institutionId,
    postId,
    by: actor.personId,
    now,
  });
  await tellOf(tx, actor, post, 'advice.asked', [input.personId], { question: input.question }, now);
  await record(tx, actor, now, {
    kind: 'post.adviser-consulted',
    subjectType: 'post',
    subjectId: postId,
    version: post.version,
    detail: { consultationId: id, personId: input.personId },
  });
  return id;
}

/** Gives the advice that was asked for; until the question is closed it can be given anew. */
export async function answerConsultation(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  consultationId: string,
  answer: string,
): Promise<void> {
  permit(actor, 'post.advise');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const found = await lockOpen(tx, consultationId);
    if (found.person_id !== actor.personId) throw new Problem('not-found', 'consultation.not-found');
    await queries.updateConsultation(tx, found.id, { answer, answered_at: now.toString() });
    const about = { institutionId: actor.institutionId, subjectId: found.post_id };
    await settleNotices(tx, { ...about, kinds: ['advice.asked'], personIds: [found.person_id] }, now);
    const post = await lockPost(tx, found.post_id);
    await tellOf(tx, actor, post, 'advice.given', [found.asked_by, post.author_id], {}, now);
    await record(tx, actor, now, {
      kind: 'post.advised',
      subjectType: 'post',
      subjectId: found.post_id,
      detail: { consultationId },
    });
  });
}

/** Takes a post out of an adviser's sight. What they answered stays. @throws Problem `consultation.not-found` */
export async function endConsultation(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  consultationId: string,
): Promise<void> {
  permit(actor, 'post.consult');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const found = await lockOpen(tx, consultationId);
    await queries.updateConsultation(tx, found.id, { ended_at: now.toString() });
    await record(tx, actor, now, {
      kind: 'post.consultation-ended',
      subjectType: 'post',
      subjectId: found.post_id,
      detail: { consultationId, personId: found.person_id },
    });
  });
}

async function tellOf(
  tx: Tx,
  actor: Actor,
  post: PostRow,
  kind: 'advice.asked' | 'advice.given',
  personIds: readonly (string | null)[],
  params: Record<string, string>,
  now: Temporal.Instant,
): Promise<void> {
  const by = (await namesOf(tx, [actor.personId])).get(actor.personId ?? '') ?? '';
  await notify(tx, {
    institutionId: actor.institutionId,
    personIds,
    except: actor.personId,
    kind,
    subjectType: 'post',
    subjectId: post.id,
    params: { title: post.title, ...params, by },
    at: now,
  });
}

async function lockOpen(tx: Tx, id: string): Promise<queries.ConsultationRow> {
  const found = await queries.lockConsultation(tx, id);
  if (!found || found.ended_at !== null) throw new Problem('not-found', 'consultation.not-found');
  return found;
}
