import { sql, type Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { ConsultationTable } from './tables.ts';

export type ConsultationRow = Selectable<ConsultationTable>;

export async function insertConsultation(
  tx: Tx,
  consultation: {
    id: string;
    institutionId: string;
    postId: string;
    personId: string;
    question: string;
    answerBy: Temporal.Instant | null;
    by: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('consultations')
    .values({
      id: consultation.id,
      institution_id: consultation.institutionId,
      post_id: consultation.postId,
      person_id: consultation.personId,
      question: consultation.question,
      answer_by: consultation.answerBy?.toString() ?? null,
      asked_by: consultation.by,
      asked_at: consultation.now.toString(),
    })
    .execute();
}

export const lockConsultation = (tx: Tx, id: string): Promise<ConsultationRow | undefined> =>
  tx.selectFrom('consultations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function updateConsultation(
  tx: Tx,
  id: string,
  change: { answer: string; answered_at: string } | { ended_at: string },
): Promise<void> {
  await tx.updateTable('consultations').set(change).where('id', '=', id).execute();
}

/** By when each post that this person is asked about wants their advice; null where nobody set a time. */
export async function adviceDue(tx: Tx, personId: string): Promise<Map<string, Temporal.Instant | null>> {
  const rows = await tx
    .selectFrom('consultations')
    .select(['post_id', 'answer_by'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('answered_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.post_id, row.answer_by ?? null]));
}

/** Also after the answer: who has advised sees what became of it, until the post is taken out of their sight. */
export async function hasOpenConsultation(tx: Tx, postId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('consultations')
    .select('id')
    .where('post_id', '=', postId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a step of a review has put the post before this person. */
export async function isReader(tx: Tx, postId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('post_readers')
    .select('post_id')
    .where('post_id', '=', postId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts a post before people who see nothing else of the house. It stays in their sight: they have judged it. */
export async function addReaders(
  tx: Tx,
  post: { id: string; institution_id: string },
  personIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .insertInto('post_readers')
    .values(
      personIds.map((person_id) => ({
        post_id: post.id,
        institution_id: post.institution_id,
        person_id,
        since: now.toString(),
      })),
    )
    .onConflict((conflict) => conflict.columns(['post_id', 'person_id']).doNothing())
    .execute();
}

const contentsSentTo = (tx: Tx, personId: string) =>
  tx
    .selectFrom('posts')
    .select('content')
    .where(
      sql<boolean>`id in (select post_id from consultations where person_id = ${personId} and ended_at is null
        union all select post_id from post_readers where person_id = ${personId})`,
    )
    .execute();

/** Whether one of the posts before this person shows the picture. */
export async function isPictureSentTo(tx: Tx, mediaId: string, personId: string): Promise<boolean> {
  const rows = await contentsSentTo(tx, personId);
  return rows.some(({ content }) => content.images.some((image) => image.mediaId === mediaId));
}

/** The accounts that the posts before this person go to. */
export async function accountsSentTo(tx: Tx, personId: string): Promise<Set<string>> {
  const rows = await contentsSentTo(tx, personId);
  return new Set(rows.flatMap(({ content }) => content.targets.map(({ accountId }) => accountId)));
}

/** Everybody who sees this post because it was put before them. */
export async function readersOf(tx: Tx, postId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from consultations where post_id = ${postId} and ended_at is null
    union select person_id from post_readers where post_id = ${postId}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Who has asked this person about the post. */
export async function askersOf(tx: Tx, postId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('consultations')
    .select('asked_by')
    .where('post_id', '=', postId)
    .where('person_id', '=', personId)
    .execute();
  return rows.flatMap(({ asked_by }) => asked_by ?? []);
}

/** In the order of asking, with names. */
export const listConsultationRows = (tx: Tx, postId: string) =>
  tx
    .selectFrom('consultations')
    .innerJoin('people', 'people.id', 'consultations.person_id')
    .leftJoin('people as asker', 'asker.id', 'consultations.asked_by')
    .selectAll('consultations')
    .select(['people.name as person_name', 'asker.name as asked_by_name'])
    .where('post_id', '=', postId)
    .orderBy('asked_at')
    .orderBy('consultations.id')
    .execute();
