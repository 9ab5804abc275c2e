import type { Tx } from '#/db/database.ts';
import type { Actor } from '#/modules/people/index.ts';
import { listPostsById, type ListedPost } from '#/modules/posts/index.ts';
import { postsWithOpenSteps } from './hand-over-deadlines.ts';
import { deadlinesOfPosts } from './read-deadlines.ts';
import { stillOpen, type Deadline } from './rules.ts';

/** Of the posts on which somebody holds a step, those that come first. */
const MOST_POSTS = 100;

export type MyStep = { post: ListedPost; deadline: Deadline };

/** The steps that were given to this person by name and still wait, of posts they may read, soonest first. */
export async function listMySteps(
  tx: Tx,
  actor: Actor,
  house: { timeZone: string; now: Temporal.Instant },
): Promise<MyStep[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const posts = await listPostsById(tx, actor, await postsWithOpenSteps(tx, personId, MOST_POSTS));
  const all = await deadlinesOfPosts(tx, posts, house);
  return posts
    .flatMap((post) =>
      stillOpen(post, all.get(post.id) ?? [])
        .filter(({ person }) => person?.id === personId)
        .map((deadline) => ({ post, deadline })),
    )
    .toSorted((a, b) => Temporal.Instant.compare(a.deadline.dueAt!, b.deadline.dueAt!));
}
