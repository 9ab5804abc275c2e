import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';

/** A yes to a post in the review that it went out by, or the one before it. */
export type GivenApproval = {
  post_id: string;
  /** Of a colleague, or of whoever approved by a link. */
  name: string;
  for_name: string | null;
  at: Temporal.Instant;
  /** It was the step that an election period adds. */
  is_second: boolean;
};

/** Who approved these posts as they stand, in order. */
export async function approvalsOf(tx: Tx, postIds: readonly string[]): Promise<GivenApproval[]> {
  if (postIds.length === 0) return [];
  const { rows } = await sql<GivenApproval>`
    select r.post_id, coalesce(giver.name, a.name, '') as name, principal.name as for_name, a.at,
      coalesce(of_answer.path -> 'steps' -> a.step ->> 'id' = 'election-second', false) as is_second
    from unnest(${postIds}::uuid[]) as wanted (id)
      join lateral (select id, post_id, follows from reviews where reviews.post_id = wanted.id and outcome = 'approved'
        order by ended_at desc limit 1) r on true
      join review_answers a on a.review_id in (r.id, r.follows) and a.answer in ('approved', 'approved-with-condition')
      join reviews of_answer on of_answer.id = a.review_id
      left join people giver on giver.id = a.person_id left join people principal on principal.id = a.for_person_id
    order by r.post_id, a.at, a.id`.execute(tx);
  return rows;
}
