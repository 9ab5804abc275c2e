import { sql } from 'kysely';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { notify } from '#/modules/notices/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import { lockPost } from '#/modules/posts/index.ts';
import * as queries from './queries.ts';
import { deadlinesOfPosts } from './read-deadlines.ts';
import { stillOpen } from './rules.ts';

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

/** Tells each holder once of a step of this post that is late. @returns how many were told */
export async function watchDeadlines(
  deps: { db: Db; clock: Clock; timeZone: string },
  actor: Actor,
  postId: string,
): Promise<number> {
  const now = deps.clock.now();
  const { institutionId } = actor;
  return deps.db.within({ institutionId }, async (tx) => {
    const post = await lockPost(tx, postId);
    const all = (await deadlinesOfPosts(tx, [post], { timeZone: deps.timeZone, now })).get(postId) ?? [];
    const told = await queries.lateTold(tx, postId);
    const late = stillOpen(post, all).filter(
      ({ overdue, person, kind }) => overdue && person !== null && !told.has(kind),
    );
    for (const { kind, person } of late) {
      await queries.writeDeadline(tx, { institutionId, postId, kind }, { late_told_at: now.toString() });
      await notify(tx, {
        institutionId,
        personIds: [person!.id],
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
