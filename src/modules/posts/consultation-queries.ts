import type { Selectable } from 'kysely';
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

/** Whether one of the posts before this person shows the picture. */
export async function isPictureSentTo(tx: Tx, mediaId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('consultations')
    .innerJoin('posts', 'posts.id', 'consultations.post_id')
    .select('posts.content')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  return row.some(({ content }) => content.images.some((image) => image.mediaId === mediaId));
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
