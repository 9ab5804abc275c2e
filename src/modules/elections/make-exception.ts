import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import type { ElectionDeps } from './author.ts';
import { endExceptionRow, insertException } from './exception-queries.ts';
import * as queries from './queries.ts';

/**
 * Lets one post name one entry, with the reason: a notice that the law asks for names the official who signs it. Whoever
 * approves the post sees it, and the report counts it.
 * @throws Problem `election.entry-not-found`, `election.excepted-already`
 */
export async function makeException(
  deps: ElectionDeps,
  actor: Actor,
  postId: string,
  input: { entryId: string; reason: string },
): Promise<void> {
  permit(actor, 'election.except');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const entry = await queries.findEntry(tx, input.entryId);
    if (!entry) throw new Problem('not-found', 'election.entry-not-found');
    const isNew = await insertException(tx, {
      id: newId(),
      institution_id: actor.institutionId,
      period_id: entry.period_id,
      post_id: postId,
      entry_id: entry.id,
      reason: input.reason,
      made_by: actor.personId,
      made_at: now.toString(),
      ended_by: null,
    });
    if (!isNew) throw new Problem('conflict', 'election.excepted-already');
    await record(tx, actor, now, {
      kind: 'election.excepted',
      subjectType: 'post',
      subjectId: postId,
      detail: { entry: entry.name || entry.short_form, reason: input.reason, periodId: entry.period_id },
    });
  });
}

/** Takes an exception back: the entry blocks the post again. @throws Problem `election.exception-not-found` */
export async function endException(
  deps: ElectionDeps,
  actor: Actor,
  postId: string,
  exceptionId: string,
): Promise<void> {
  permit(actor, 'election.except');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const ended = await endExceptionRow(tx, exceptionId, { by: actor.personId, at: now });
    if (ended?.post_id !== postId) throw new Problem('not-found', 'election.exception-not-found');
    const entry = await queries.findEntry(tx, ended.entry_id);
    await record(tx, actor, now, {
      kind: 'election.exception-ended',
      subjectType: 'post',
      subjectId: postId,
      detail: { entry: entry?.name || entry?.short_form || '', periodId: ended.period_id },
    });
  });
}
