import type { Tx } from '#/db/database.ts';

const open = (tx: Tx) =>
  tx
    .selectFrom('post_deadlines')
    .innerJoin('posts', 'posts.id', 'post_deadlines.post_id')
    .where('post_deadlines.done_at', 'is', null)
    .where('posts.state', 'in', ['draft', 'sent-back', 'in-review', 'approved', 'scheduled']);

/** Posts on which a person still has to do a step that is needed, first those that are due first. */
export async function postsWithOpenSteps(tx: Tx, personId: string, limit: number): Promise<string[]> {
  const rows = await open(tx)
    .select('posts.id')
    .where('post_deadlines.person_id', '=', personId)
    .where('post_deadlines.needed', '=', true)
    .groupBy(['posts.id', 'posts.due_at'])
    .orderBy('posts.due_at')
    .orderBy('posts.id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Steps that a person still has to do. */
export const listOpenSteps = (tx: Tx, personId: string) =>
  open(tx)
    .select(['post_deadlines.post_id', 'post_deadlines.kind', 'posts.title'])
    .where('post_deadlines.person_id', '=', personId)
    .orderBy('posts.due_at')
    .orderBy('posts.id')
    .execute();

/** Gives them to a successor. Answers how many. */
export async function handOverSteps(tx: Tx, from: string, to: string): Promise<number> {
  const steps = await listOpenSteps(tx, from);
  for (const step of steps) {
    await tx
      .updateTable('post_deadlines')
      // Whoever has it now was not told that it is late.
      .set({ person_id: to, late_told_at: null })
      .where('post_id', '=', step.post_id)
      .where('kind', '=', step.kind)
      .execute();
  }
  return steps.length;
}
