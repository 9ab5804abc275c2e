import type { Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { DeadlineKind, Said } from './rules.ts';
import type { PostDeadlineTable } from './tables.ts';

type Row = Selectable<PostDeadlineTable>;

/** What was said about the steps of these posts. */
export async function readSaid(
  tx: Tx,
  postIds: readonly string[],
): Promise<Map<string, Map<DeadlineKind, Said>>> {
  const found = new Map<string, Map<DeadlineKind, Said>>();
  if (postIds.length === 0) return found;
  const rows = await tx
    .selectFrom('post_deadlines')
    .leftJoin('people as holder', 'holder.id', 'post_deadlines.person_id')
    .leftJoin('people as doer', 'doer.id', 'post_deadlines.done_by')
    .selectAll('post_deadlines')
    .select(['holder.name as person_name', 'doer.name as done_by_name'])
    .where('post_id', 'in', postIds)
    .execute();
  for (const row of rows) {
    const ofPost = found.get(row.post_id) ?? new Map<DeadlineKind, Said>();
    found.set(row.post_id, ofPost.set(row.kind, toSaid(row)));
  }
  return found;
}

const toSaid = (row: Row & { person_name: string | null; done_by_name: string | null }): Said => ({
  personId: row.person_id,
  personName: row.person_name,
  dueAt: row.due_at ?? null,
  needed: row.needed,
  doneAt: row.done_at ?? null,
  doneBy: row.done_by,
  doneByName: row.done_by_name,
  doneDueAt: row.done_due_at ?? null,
});

export type DeadlineWrite = Partial<{
  person_id: string | null;
  due_at: string | null;
  needed: boolean;
  done_at: string | null;
  done_by: string | null;
  done_due_at: string | null;
  late_told_at: string | null;
}>;

/** The steps of a post of which their holder was told that they are late. */
export async function lateTold(tx: Tx, postId: string): Promise<Set<DeadlineKind>> {
  const rows = await tx
    .selectFrom('post_deadlines')
    .select('kind')
    .where('post_id', '=', postId)
    .where('late_told_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ kind }) => kind));
}

/** Keeps what somebody says of a step, over what was said before. */
export async function writeDeadline(
  tx: Tx,
  key: { institutionId: string; postId: string; kind: DeadlineKind },
  write: DeadlineWrite,
): Promise<void> {
  await tx
    .insertInto('post_deadlines')
    .values({
      institution_id: key.institutionId,
      post_id: key.postId,
      kind: key.kind,
      person_id: null,
      needed: true,
      done_by: null,
      ...write,
    })
    .onConflict((conflict) => conflict.columns(['post_id', 'kind']).doUpdateSet(write))
    .execute();
}

/** Whether a person belongs to the institution of the transaction now. */
export async function isColleague(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('memberships')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
