import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { goesOutAt, periodsAt } from '#/modules/elections/index.ts';
import { isSecond, type PathStep } from './paths.ts';
import type { ReviewRow } from './queries.ts';

/** Whether a post would go out in an election period. */
export async function needsSecond(
  tx: Tx,
  post: { due_at: Temporal.Instant | null },
  now: Temporal.Instant,
): Promise<boolean> {
  return (await periodsAt(tx, goesOutAt(post.due_at, now))).length > 0;
}

const IS_YES = sql`in ('approved', 'approved-with-condition')`;

type Approvers = { people: Set<string>; emails: Set<string> };

/** Whoever has said yes to what a review is about, in it or before: in person, for somebody, or by a link. */
export async function approversIn(
  tx: Tx,
  review: Pick<ReviewRow, 'id' | 'follows' | 'post_id' | 'seal'>,
): Promise<Approvers> {
  const { rows } = await sql<{
    person_id: string | null;
    for_person_id: string | null;
    email: string | null;
  }>`
    select a.person_id, a.for_person_id, lower(coalesce(a.email, people.email)) as email
    from review_answers a left join people on people.id = a.person_id
    where a.review_id = any(${[review.id, review.follows].filter((id) => id !== null)}::uuid[]) and a.answer ${IS_YES}
    union select approved_by, approved_for, null from approvals
      where post_id = ${review.post_id}::uuid and seal = ${review.seal} and broken_at is null`.execute(tx);
  return {
    people: new Set(rows.flatMap((row) => [row.person_id, row.for_person_id]).filter((id) => id !== null)),
    emails: new Set(rows.flatMap((row) => row.email ?? [])),
  };
}

/** Somebody who gives the second yes, and in whose name. */
export type SecondPerson = {
  personId: string | null;
  forPersonId: string | null;
  email?: string | undefined;
};

/** Whether they are another than those who have approved; a signature counts as the person it is lent by. */
export function isAnother({ people, emails }: Approvers, who: SecondPerson): boolean {
  const named = [who.personId, who.forPersonId].some((id) => id !== null && people.has(id));
  return !named && !(who.email !== undefined && emails.has(who.email.toLowerCase()));
}

/** @throws Problem `review.second-same` */
export async function requireAnother(
  tx: Tx,
  review: ReviewRow,
  step: PathStep,
  who: SecondPerson,
): Promise<void> {
  if (!isSecond(step)) return;
  if (!isAnother(await approversIn(tx, review), who)) throw new Problem('forbidden', 'review.second-same');
}

/** Whether two people have said yes to this very seal: in the review that it was sealed by, or one after the other. */
export async function hasSecondApproval(tx: Tx, postId: string, seal: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select ${hasTwo(sql`${postId}::uuid`, sql`${seal}`)} as has`.execute(tx);
  return rows[0]?.has === true;
}

/** Posts that would go out between the two moments with the yes of one. */
export async function approvedByOne(
  tx: Tx,
  span: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select posts.id from posts
      join lateral (select seal from approvals where approvals.post_id = posts.id and broken_at is null
        order by approved_at desc limit 1) as standing on true
    where posts.state in ('approved', 'scheduled') and posts.due_at >= ${span.from.toString()}::timestamptz
      and posts.due_at < ${span.to.toString()}::timestamptz and not ${hasTwo(sql`posts.id`, sql`standing.seal`)}
    order by posts.due_at, posts.id limit 500`.execute(tx);
  return rows.map(({ id }) => id);
}

const hasTwo = (post: RawBuilder<unknown>, seal: RawBuilder<unknown>) => sql<boolean>`(exists (
  select from approvals one join approvals other on other.post_id = one.post_id and other.seal = one.seal and other.id > one.id
  where one.post_id = ${post} and one.seal = ${seal} and one.broken_at is null and other.broken_at is null
    and not array_remove(array[one.approved_by, one.approved_for], null)
      && array_remove(array[other.approved_by, other.approved_for], null)
    and (one.approved_name = other.approved_name) is not true) or exists (
  select from reviews r
    join review_answers one on one.review_id in (r.id, r.follows) and one.answer ${IS_YES}
    join review_answers other on other.review_id in (r.id, r.follows) and other.answer ${IS_YES} and other.id > one.id
  where r.post_id = ${post} and r.outcome = 'approved' and r.seal = ${seal}
    and not array_remove(array[one.person_id, one.for_person_id], null)
      && array_remove(array[other.person_id, other.for_person_id], null)
    and (lower(one.email) = lower(other.email)) is not true))`;
