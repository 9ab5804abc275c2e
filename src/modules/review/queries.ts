import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import {
  SECOND_STEP,
  HOUSE_SETTINGS,
  type Deadlines,
  type ReviewPath,
  type ReviewSettings,
} from './paths.ts';
import type { NewSeat, Seat } from './seats.ts';
import type { AnswerKind, Outcome, ReviewAnswerTable, ReviewTable } from './tables.ts';

export type ReviewRow = Selectable<ReviewTable>;
export type AnswerRow = Selectable<ReviewAnswerTable> & {
  person_name: string | null;
  for_person_name: string | null;
};

export async function readSettingsRow(tx: Tx): Promise<ReviewSettings> {
  const row = await tx.selectFrom('review_settings').selectAll().executeTakeFirst();
  if (!row) return HOUSE_SETTINGS;
  const { kinds, paths, revision } = row;
  return { kinds, paths, revision, defaultPathId: row.default_path_id };
}

/** False where somebody else has written since the revision that was read. */
export async function writeSettings(
  tx: Tx,
  institutionId: string,
  settings: ReviewSettings,
  now: Temporal.Instant,
): Promise<boolean> {
  const values = {
    kinds: JSON.stringify(settings.kinds),
    paths: JSON.stringify(settings.paths),
    default_path_id: settings.defaultPathId,
    updated_at: now.toString(),
  };
  const result = await tx
    .insertInto('review_settings')
    .values({ ...values, institution_id: institutionId, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .column('institution_id')
        .doUpdateSet({ ...values, revision: settings.revision + 1 })
        .where('review_settings.revision', '=', settings.revision),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export const readOpenReview = (tx: Tx, postId: string): Promise<ReviewRow | undefined> =>
  tx
    .selectFrom('reviews')
    .selectAll()
    .where('post_id', '=', postId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

export const readLastReview = (tx: Tx, postId: string): Promise<ReviewRow | undefined> =>
  tx
    .selectFrom('reviews')
    .selectAll()
    .where('post_id', '=', postId)
    .orderBy(sql`ended_at is null`, 'desc')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

export const readReview = (tx: Tx, id: string): Promise<ReviewRow | undefined> =>
  tx.selectFrom('reviews').selectAll().where('id', '=', id).executeTakeFirst();

export type NewReview = {
  id: string;
  institutionId: string;
  postId: string;
  version: number;
  seal: string;
  path: ReviewPath;
  step: number;
  urgent: string | null;
  follows: string | null;
  by: string | null;
  now: Temporal.Instant;
};

export async function insertReview(tx: Tx, review: NewReview): Promise<void> {
  const now = review.now.toString();
  await tx
    .insertInto('reviews')
    .values({
      id: review.id,
      institution_id: review.institutionId,
      post_id: review.postId,
      version: review.version,
      seal: review.seal,
      path: JSON.stringify(review.path),
      step: review.step,
      urgent: review.urgent,
      follows: review.follows,
      started_by: review.by,
      started_at: now,
      arrived_at: now,
    })
    .execute();
}

/** Moves a review to a step; what was to be reminded of the last one is forgotten. */
export async function arriveAt(
  tx: Tx,
  id: string,
  step: number,
  { deadlineAt, remindAt }: Deadlines,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('reviews')
    .set({
      step,
      arrived_at: now.toString(),
      deadline_at: deadlineAt?.toString() ?? null,
      remind_at: remindAt?.toString() ?? null,
      reminded_at: null,
      late_told_at: null,
    })
    .where('id', '=', id)
    .execute();
}

export async function updateReview(
  tx: Tx,
  id: string,
  change: { version?: number; seal?: string; path?: ReviewPath; urgent?: string },
): Promise<void> {
  const { path, ...rest } = change;
  await tx
    .updateTable('reviews')
    .set({ ...rest, ...(path ? { path: JSON.stringify(path) } : {}) })
    .where('id', '=', id)
    .execute();
}

export async function markTold(
  tx: Tx,
  id: string,
  what: 'reminded_at' | 'late_told_at',
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('reviews')
    .set({ [what]: now.toString() })
    .where('id', '=', id)
    .execute();
}

/** Ends a review: nobody is asked any more, and no link of it opens the way to an answer. */
export async function endReview(tx: Tx, id: string, outcome: Outcome, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('reviews').set({ ended_at: now.toString(), outcome }).where('id', '=', id).execute();
  await closeSeatsOf(tx, id, now);
  await endLinks(tx, id, now);
}

export async function insertSeats(
  tx: Tx,
  review: { id: string; institution_id: string; step: number },
  seats: readonly (NewSeat & { id: string })[],
): Promise<void> {
  if (seats.length === 0) return;
  await tx
    .insertInto('review_seats')
    .values(
      seats.map((seat) => ({
        ...seat,
        institution_id: review.institution_id,
        review_id: review.id,
        step: review.step,
      })),
    )
    .execute();
}

export const listSeats = (tx: Tx, reviewId: string, step: number): Promise<Seat[]> =>
  tx
    .selectFrom('review_seats')
    .select(['id', 'role', 'person_id', 'outside_id', 'deputy', 'closed_at'])
    .where('review_id', '=', reviewId)
    .where('step', '=', step)
    .orderBy('id')
    .execute();

export async function closeSeats(tx: Tx, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  await tx.updateTable('review_seats').set({ closed_at: now.toString() }).where('id', 'in', ids).execute();
}

export async function closeSeatsOf(tx: Tx, reviewId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('review_seats')
    .set({ closed_at: now.toString() })
    .where('review_id', '=', reviewId)
    .where('closed_at', 'is', null)
    .execute();
}

/**
 * The posts in whose review one of these people or roles is asked now. In a step that approves nobody is asked about
 * what they wrote or saved last, nor for a second approval after their own; who saved an earlier version is told apart when
 * the post is opened.
 */
export async function postsThatAsk(
  tx: Tx,
  who: { personId: string; people: readonly string[]; roles: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ post_id: string }>`
    select distinct reviews.post_id
    from review_seats join reviews on reviews.id = review_seats.review_id join posts on posts.id = reviews.post_id
    where review_seats.closed_at is null and reviews.ended_at is null
      and (review_seats.person_id = any(${who.people}::uuid[]) or review_seats.role = any(${who.roles}::text[]))
      and ((reviews.path -> 'steps' -> reviews.step ->> 'edits')::boolean
        or (posts.last_saved_by is distinct from ${who.personId} and posts.author_id is distinct from ${who.personId}))
      and not (reviews.path -> 'steps' -> reviews.step ->> 'id' = ${SECOND_STEP.id} and exists (
        select from review_answers a where a.review_id in (reviews.id, reviews.follows) and a.answer like 'approved%'
          and ${who.personId}::uuid in (a.person_id, a.for_person_id)))
  `.execute(tx);
  return rows.map((row) => row.post_id);
}

/** By when the step that each of these posts stands at asks for an answer; null where it sets no time. */
export async function deadlinesOfReviews(
  tx: Tx,
  postIds: readonly string[],
): Promise<Map<string, Temporal.Instant | null>> {
  if (postIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('reviews')
    .select(['post_id', 'deadline_at'])
    .where('post_id', 'in', postIds)
    .where('ended_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.post_id, row.deadline_at]));
}

export type NewAnswer = {
  id: string;
  answer: AnswerKind;
  text: string;
  personId: string | null;
  forPersonId: string | null;
  name: string | null;
  email: string | null;
  at: Temporal.Instant;
};

export async function insertAnswer(tx: Tx, review: ReviewRow, answer: NewAnswer): Promise<void> {
  await tx
    .insertInto('review_answers')
    .values({
      id: answer.id,
      institution_id: review.institution_id,
      review_id: review.id,
      post_id: review.post_id,
      step: review.step,
      answer: answer.answer,
      text: answer.text,
      version: review.version,
      seal: review.seal,
      person_id: answer.personId,
      for_person_id: answer.forPersonId,
      name: answer.name,
      email: answer.email,
      at: answer.at.toString(),
    })
    .execute();
}

export const listAnswers = (tx: Tx, postId: string): Promise<AnswerRow[]> =>
  tx
    .selectFrom('review_answers')
    .leftJoin('people as giver', 'giver.id', 'review_answers.person_id')
    .leftJoin('people as principal', 'principal.id', 'review_answers.for_person_id')
    .selectAll('review_answers')
    .select(['giver.name as person_name', 'principal.name as for_person_name'])
    .where('post_id', '=', postId)
    .orderBy('at')
    .execute();

export const hasAnswered = async (
  tx: Tx,
  reviewId: string,
  step: number,
  personId: string,
): Promise<boolean> =>
  (await tx
    .selectFrom('review_answers')
    .select('id')
    .where('review_id', '=', reviewId)
    .where('step', '=', step)
    .where('person_id', '=', personId)
    .executeTakeFirst()) !== undefined;

export async function endLinks(tx: Tx, reviewId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('approval_links')
    .set({ ended_at: now.toString() })
    .where('review_id', '=', reviewId)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
}

/** Asked by the worker, from outside any institution. */
export async function dueReviews(
  db: Kysely<Tables>,
  now: Temporal.Instant,
  batch: number,
): Promise<{ institutionId: string; id: string }[]> {
  const { rows } = await sql<{ institution_id: string; id: string }>`
    select institution_id, id from due_reviews(${now.toString()}, ${batch})`.execute(db);
  return rows.map((row) => ({ institutionId: row.institution_id, id: row.id }));
}

export async function nameOf(tx: Tx, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const row = await tx.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst();
  return row?.name ?? null;
}
