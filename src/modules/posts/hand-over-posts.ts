import type { Tx } from '#/db/database.ts';
import { permissionsIn, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import type { PostState } from './rules.ts';

/** Posts that somebody still has to bring to their end. */
const UNFINISHED: readonly PostState[] = ['draft', 'sent-back', 'in-review', 'approved', 'scheduled'];

export type HeldPost = { id: string; title: string; state: PostState; due_at: Temporal.Instant | null };

/** What a person has written and not finished, due first. */
export const listUnfinishedPosts = (tx: Tx, personId: string): Promise<HeldPost[]> =>
  tx
    .selectFrom('posts')
    .select(['id', 'title', 'state', 'due_at'])
    .where('author_id', '=', personId)
    .where('state', 'in', UNFINISHED)
    .orderBy('due_at')
    .orderBy('id')
    .execute();

/**
 * Makes a successor the author of everything that is not finished. Versions stay with who saved them, so that four
 * eyes still count the leaver's. Answers how many.
 */
export async function handOverPosts(
  tx: Tx,
  actor: Actor,
  from: string,
  to: string,
  now: Temporal.Instant,
): Promise<number> {
  const moved = await tx
    .updateTable('posts')
    .set({ author_id: to })
    .where('author_id', '=', from)
    .where('state', 'in', UNFINISHED)
    .returning(['id', 'version'])
    .execute();
  for (const { id, version } of moved) {
    await record(tx, actor, now, {
      kind: 'post.handed-over',
      subjectType: 'post',
      subjectId: id,
      version,
      detail: { from, to },
    });
  }
  return moved.length;
}

export const countOpenConsultations = async (tx: Tx, personId: string): Promise<number> => {
  const row = await openConsultations(tx, personId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
};

const openConsultations = (tx: Tx, personId: string) =>
  tx
    .selectFrom('consultations')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('answered_at', 'is', null);

/** Puts open questions before the successor where they are an adviser, and closes them otherwise. */
export async function handOverConsultations(
  tx: Tx,
  actor: Actor,
  from: string,
  to: string | null,
  now: Temporal.Instant,
): Promise<number> {
  const advises = to !== null && (await permissionsIn(tx, actor.institutionId, to)).includes('post.advise');
  const moved = await tx
    .updateTable('consultations')
    .set(advises ? { person_id: to } : { ended_at: now.toString() })
    .where('person_id', '=', from)
    .where('ended_at', 'is', null)
    .where('answered_at', 'is', null)
    .returning('id')
    .execute();
  return moved.length;
}
