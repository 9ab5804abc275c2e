import type { Tx } from '#/db/database.ts';
import type { Actor } from '#/modules/people/index.ts';
import { letSee } from './arrive.ts';
import type { PathStep } from './paths.ts';
import { readSettingsRow, writeSettings } from './queries.ts';

export type HeldReview = { post_id: string; title: string };

const openSeats = (tx: Tx, personId: string) =>
  tx
    .selectFrom('review_seats')
    .innerJoin('reviews', 'reviews.id', 'review_seats.review_id')
    .where('review_seats.person_id', '=', personId)
    .where('review_seats.closed_at', 'is', null)
    .where('reviews.ended_at', 'is', null);

/** Posts that wait for a person by name, and the paths that name them. */
export async function listHeldReviews(
  tx: Tx,
  personId: string,
): Promise<{ posts: HeldReview[]; paths: string[] }> {
  const posts = await openSeats(tx, personId)
    .innerJoin('posts', 'posts.id', 'reviews.post_id')
    .select(['reviews.post_id', 'posts.title'])
    .distinct()
    .execute();
  const { paths } = await readSettingsRow(tx);
  return { posts, paths: paths.filter(({ steps }) => steps.some(names(personId))).map(({ name }) => name) };
}

const names = (personId: string) => (step: PathStep) => [...step.people, ...step.deputies].includes(personId);

/**
 * Seats the successor wherever the leaver was asked by name, in reviews under way and in the paths to come. Where the
 * successor sits already, the leaver's seat is closed.
 */
export async function handOverReviews(
  tx: Tx,
  actor: Actor,
  from: string,
  to: string,
  now: Temporal.Instant,
): Promise<number> {
  const seats = await openSeats(tx, from)
    .select(['review_seats.id', 'review_seats.review_id', 'review_seats.step', 'reviews.post_id'])
    .execute();
  for (const seat of seats) {
    const taken = await tx
      .selectFrom('review_seats')
      .select('id')
      .where('review_id', '=', seat.review_id)
      .where('step', '=', seat.step)
      .where('person_id', '=', to)
      .executeTakeFirst();
    await tx
      .updateTable('review_seats')
      .set(taken ? { closed_at: now.toString() } : { person_id: to })
      .where('id', '=', seat.id)
      .execute();
    await letSee(tx, { id: seat.post_id, institution_id: actor.institutionId }, [to], now);
  }
  return seats.length + (await replaceInPaths(tx, actor, from, to, now));
}

async function replaceInPaths(
  tx: Tx,
  actor: Actor,
  from: string,
  to: string,
  now: Temporal.Instant,
): Promise<number> {
  const settings = await readSettingsRow(tx);
  const naming = settings.paths.filter(({ steps }) => steps.some(names(from))).length;
  if (naming === 0) return 0;
  const swap = (ids: readonly string[]) => [...new Set(ids.map((id) => (id === from ? to : id)))];
  const paths = settings.paths.map((path) => ({
    ...path,
    steps: path.steps.map((step) => {
      const people = swap(step.people);
      return { ...step, people, deputies: swap(step.deputies).filter((id) => !people.includes(id)) };
    }),
  }));
  await writeSettings(tx, actor.institutionId, { ...settings, paths }, now);
  return naming;
}
