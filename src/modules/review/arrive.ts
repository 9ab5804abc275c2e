import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { settingsOf, workingTimeOf, type WorkingTime } from '#/modules/calendar/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { permissionsIn, whoHolds, type Actor } from '#/modules/people/index.ts';
import { addReaders, type PostRow } from '#/modules/posts/index.ts';
import { insertLink, LINK_LIFETIME } from './links.ts';
import { deadlinesOf, type PathStep } from './paths.ts';
import { settleAsking } from './end-review.ts';
import * as queries from './queries.ts';
import { seatsOf } from './seats.ts';
import { tell, type TellDeps } from './tell.ts';

/** The step that a review stands at. */
export function stepOf(review: Pick<queries.ReviewRow, 'path' | 'step'>): PathStep {
  const step = review.path.steps[review.step];
  if (!step) throw new Error(`a review stands at step ${review.step} of ${review.path.steps.length}`);
  return step;
}

/** Puts a review before those whose turn it is: seats, deadline, links for whoever has no account, and word of it. */
export async function arriveAtStep(
  tx: Tx,
  deps: TellDeps,
  actor: Actor,
  post: PostRow,
  review: queries.ReviewRow,
  no: number,
  now: Temporal.Instant,
): Promise<void> {
  const at = { ...review, step: no };
  const step = stepOf(at);
  await queries.closeSeatsOf(tx, review.id, now);
  await settleAsking(tx, review, now);
  await queries.endLinks(tx, review.id, now);
  const house = await workingTime(tx, actor.institutionId, { now, due: post.due_at });
  const deadlines = deadlinesOf(step, { arrived: now, due: post.due_at }, house);
  await queries.arriveAt(tx, review.id, no, deadlines, now);
  await queries.insertSeats(
    tx,
    at,
    seatsOf(step).map((seat) => ({ ...seat, id: newId() })),
  );
  const asked = [...step.people, ...step.deputies, ...(await whoHolds(tx, post.institution_id, step.roles))];
  await letSee(tx, post, asked, now);
  for (const outsideId of step.outside) await askOutside(tx, actor, at, outsideId, now);
  await tell(tx, deps, actor, now, { kind: 'asked', post, review: at });
}

/** Of those who are asked, whoever sees only what is sent to them sees this post from now on. */
export async function letSee(
  tx: Tx,
  post: Pick<PostRow, 'id' | 'institution_id'>,
  asked: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  const readers: string[] = [];
  for (const id of new Set(asked)) {
    const rights = await permissionsIn(tx, post.institution_id, id);
    if (!rights.includes('post.read')) readers.push(id);
  }
  await addReaders(tx, post, readers, now);
}

/** A link for somebody without an account, over exactly what stands before the reviewers now. */
export async function askOutside(
  tx: Tx,
  actor: Actor,
  review: queries.ReviewRow,
  outsideId: string,
  now: Temporal.Instant,
): Promise<string> {
  const id = newId();
  await insertLink(tx, {
    id,
    institution_id: review.institution_id,
    review_id: review.id,
    post_id: review.post_id,
    step: review.step,
    outside_id: outsideId,
    version: review.version,
    seal: review.seal,
    expires_at: now.add(LINK_LIFETIME),
    created_by: actor.personId,
    created_at: now,
  });
  return id;
}

/** When the house works, over all days on which a deadline of this post may fall. */
async function workingTime(
  tx: Tx,
  institutionId: string,
  { now, due }: { now: Temporal.Instant; due: Temporal.Instant | null },
): Promise<WorkingTime> {
  const institution = await findInstitution(tx, institutionId);
  if (!institution) throw new Problem('not-found', 'institution.not-found');
  const timeZone = institution.time_zone;
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const last = due && Temporal.Instant.compare(due, now) > 0 ? due : now;
  const span = { from: day(now).subtract(AROUND).toString(), to: day(last).add(AROUND).toString() };
  return workingTimeOf(await settingsOf(tx), timeZone, span);
}

/** The longest deadline is 400 working hours: fifty days of eight, with their week-ends and holidays. */
const AROUND = { days: 100 };
