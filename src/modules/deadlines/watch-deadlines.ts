import { sql } from 'kysely';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { notify } from '#/modules/notices/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import { lockPost, lookAtPost } from '#/modules/posts/index.ts';
import * as queries from './queries.ts';
import { deadlinesOfPosts } from './read-deadlines.ts';
import { stillOpen, type DeadlineKind, type PostFacts } from './rules.ts';

/** Steps reach back from a post at most so far: 40 working days, and the holidays between them. */
const FARTHEST = { hours: 24 * 70 };

/** The posts on which somebody may have a late step, by institution. */
export async function stepsToWatch(
  db: Db['open'],
  now: Temporal.Instant,
  batch: number,
): Promise<{ institutionId: string; postIds: string[] }[]> {
  const { rows } = await sql<{ institution_id: string; post_ids: string[] }>`
    select * from steps_to_watch(${now.add(FARTHEST).toString()}::timestamptz, ${batch})`.execute(db);
  return rows.map((row) => ({ institutionId: row.institution_id, postIds: row.post_ids }));
}

type Late = { kind: DeadlineKind; personId: string };

/** Tells each holder once of a step of this post that is late. @returns how many were told */
export async function watchDeadlines(
  deps: { db: Db; clock: Clock; timeZone: string },
  actor: Actor,
  postId: string,
): Promise<number> {
  const now = deps.clock.now();
  const { institutionId } = actor;
  const house = { timeZone: deps.timeZone, now };
  return deps.db.within({ institutionId }, async (tx) => {
    // Most are not late: nobody who saves the post waits for a look at it.
    if ((await untold(tx, await lookAtPost(tx, postId), house)).length === 0) return 0;
    const post = await lockPost(tx, postId);
    const late = await untold(tx, post, house);
    for (const { kind, personId } of late) {
      await queries.writeDeadline(tx, { institutionId, postId, kind }, { late_told_at: now.toString() });
      await notify(tx, {
        institutionId,
        personIds: [personId],
        kind: 'deadline.late',
        subjectType: 'post',
        subjectId: postId,
        params: { title: post.title, deadline: kind },
        at: now,
      });
    }
    return late.length;
  });
}

/** Late steps of a post of which their holder was not told. */
async function untold(
  tx: Tx,
  post: PostFacts,
  house: { timeZone: string; now: Temporal.Instant },
): Promise<Late[]> {
  const told = await queries.lateTold(tx, post.id);
  const steps = (await deadlinesOfPosts(tx, [post], house)).get(post.id) ?? [];
  return stillOpen(post, steps).flatMap(({ overdue, person, kind }) =>
    overdue && person !== null && !told.has(kind) ? [{ kind, personId: person.id }] : [],
  );
}
