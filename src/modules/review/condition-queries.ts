import { sql, type Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import { readLastReview, type ReviewRow } from './queries.ts';
import type { ReviewConditionTable } from './tables.ts';

export type ConditionRow = Selectable<ReviewConditionTable>;

export async function insertCondition(
  tx: Tx,
  review: ReviewRow,
  condition: { id: string; answerId: string; text: string },
): Promise<void> {
  await tx
    .insertInto('review_conditions')
    .values({
      id: condition.id,
      institution_id: review.institution_id,
      review_id: review.id,
      post_id: review.post_id,
      answer_id: condition.answerId,
      text: condition.text,
    })
    .execute();
}

export const listConditions = (tx: Tx, reviewId: string) =>
  tx
    .selectFrom('review_conditions')
    .innerJoin('review_answers', 'review_answers.id', 'review_conditions.answer_id')
    .leftJoin('people as giver', 'giver.id', 'review_answers.person_id')
    .leftJoin('people as meeter', 'meeter.id', 'review_conditions.met_by')
    .selectAll('review_conditions')
    .select([
      'review_answers.person_id',
      'review_answers.name as outside_name',
      'review_answers.at',
      'giver.name as person_name',
      'meeter.name as met_by_name',
    ])
    .where('review_conditions.review_id', '=', reviewId)
    .orderBy('review_answers.at')
    .execute();

export const lockCondition = (tx: Tx, id: string): Promise<ConditionRow | undefined> =>
  tx.selectFrom('review_conditions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function meetCondition(
  tx: Tx,
  id: string,
  by: string | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('review_conditions')
    .set({ met_at: now.toString(), met_by: by })
    .where('id', '=', id)
    .execute();
}

/** Conditions of the approval that holds which nobody has met yet. */
export async function countOpenConditions(tx: Tx, postId: string): Promise<number> {
  const last = await readLastReview(tx, postId);
  if (last?.outcome !== 'approved') return 0;
  const row = await tx
    .selectFrom('review_conditions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('review_id', '=', last.id)
    .where('met_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function countUrgent(tx: Tx, since: Temporal.Instant): Promise<{ urgent: number; all: number }> {
  const row = await tx
    .selectFrom('reviews')
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('urgent', 'is not', null).as('urgent'),
    ])
    .where('started_at', '>=', since.toString() as never)
    .executeTakeFirstOrThrow();
  return row;
}

export const readView = (tx: Tx, postId: string, personId: string) =>
  tx
    .selectFrom('review_views')
    .select(['version', 'before_version', 'at'])
    .where('post_id', '=', postId)
    .where('person_id', '=', personId)
    .executeTakeFirst();

/** Remembers that somebody has looked at a version; the other one that they had seen before stays known. */
export async function writeView(
  tx: Tx,
  view: { institutionId: string; postId: string; personId: string; version: number; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('review_views')
    .values({
      institution_id: view.institutionId,
      post_id: view.postId,
      person_id: view.personId,
      version: view.version,
      at: view.now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['post_id', 'person_id'])
        .doUpdateSet({
          version: view.version,
          before_version: sql`review_views.version` as never,
          at: view.now.toString(),
        })
        .where('review_views.version', '<', view.version),
    )
    .execute();
}
