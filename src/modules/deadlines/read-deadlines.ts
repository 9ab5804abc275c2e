import type { Tx } from '#/db/database.ts';
import { settingsOf, workingTimeOf } from '#/modules/calendar/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { listCalendar, lookAtPost, type ListedPost } from '#/modules/posts/index.ts';
import * as queries from './queries.ts';
import { deadlinesOf, isOpen, stillOpen, type Deadline, type PostFacts } from './rules.ts';

/** Of all steps of a post, what a list shows. */
export type DeadlineSummary = { overdue: number; next: Deadline | null };

export type UpcomingDeadline = { postId: string; postTitle: string; deadline: Deadline };

type House = { timeZone: string; now: Temporal.Instant };

/** The steps of each post, in order. For posts the caller may read. */
export async function deadlinesOfPosts(
  tx: Tx,
  posts: readonly PostFacts[],
  { timeZone, now }: House,
): Promise<Map<string, Deadline[]>> {
  if (posts.length === 0) return new Map();
  const settings = await settingsOf(tx);
  const said = await queries.readSaid(
    tx,
    posts.map(({ id }) => id),
  );
  const time = workingTimeOf(settings, timeZone, spanOf(posts));
  return new Map(
    posts.map((post) => [
      post.id,
      deadlinesOf(post, said.get(post.id) ?? new Map(), settings.deadlines, time, now),
    ]),
  );
}

/** What each post of a list still waits for. */
export async function deadlineSummaries(
  tx: Tx,
  posts: readonly PostFacts[],
  house: House,
): Promise<Map<string, DeadlineSummary>> {
  const all = await deadlinesOfPosts(tx, posts, house);
  return new Map(
    posts.map((post) => {
      const open = stillOpen(post, all.get(post.id) ?? []);
      return [post.id, { overdue: open.filter(({ overdue }) => overdue).length, next: open[0] ?? null }];
    }),
  );
}

/** The steps of one post. @throws Problem `post.not-found` */
export async function readPostDeadlines(
  tx: Tx,
  actor: Actor,
  postId: string,
  house: House,
): Promise<Deadline[]> {
  permit(actor, 'post.read');
  const post = await lookAtPost(tx, postId);
  return (await deadlinesOfPosts(tx, [post], house)).get(postId) ?? [];
}

/** Steps reach back from a post at most so far. */
const LONGEST_LEAD = { hours: 24 * 62 };
const MOST_DEADLINES = 500;

/**
 * What is to be ready in a span, and still is not, soonest first: everybody's, or those of one person. At most 500.
 * @throws Problem `calendar.span` where the span is empty or longer than 62 days
 */
export async function listDeadlines(
  tx: Tx,
  actor: Actor,
  span: { from: Temporal.Instant; to: Temporal.Instant; personId: string | null },
  house: House,
): Promise<UpcomingDeadline[]> {
  permit(actor, 'post.read');
  const posts = await postsOnTheWay(tx, actor, span);
  const all = await deadlinesOfPosts(tx, posts, house);
  return posts
    .flatMap((post) =>
      stillOpen(post, all.get(post.id) ?? [])
        .filter(({ dueAt, person }) => inSpan(dueAt, span) && isOf(person, post, span.personId))
        .map((deadline) => ({ postId: post.id, postTitle: post.title, deadline })),
    )
    .toSorted((a, b) => Temporal.Instant.compare(a.deadline.dueAt!, b.deadline.dueAt!))
    .slice(0, MOST_DEADLINES);
}

/** Posts whose steps can fall into the span: those due in it, and those due later by at most the longest lead. */
async function postsOnTheWay(
  tx: Tx,
  actor: Actor,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<ListedPost[]> {
  const last = to.add(LONGEST_LEAD);
  return [
    ...(await listCalendar(tx, actor, from.toString(), to.toString())),
    ...(await listCalendar(tx, actor, to.toString(), last.toString())),
  ].filter(({ state }) => isOpen(state));
}

const inSpan = (
  at: Temporal.Instant | null,
  span: { from: Temporal.Instant; to: Temporal.Instant },
): boolean =>
  at !== null && Temporal.Instant.compare(at, span.from) >= 0 && Temporal.Instant.compare(at, span.to) < 0;

/** A step that nobody has is the author's. */
const isOf = (person: Deadline['person'], post: ListedPost, personId: string | null): boolean =>
  personId === null || (person?.id ?? post.author_id) === personId;

/** Days that hold the due times of all these posts and the way to them. */
function spanOf(posts: readonly PostFacts[]): { from: string; to: string } {
  const instants = posts.flatMap(({ due_at, created_at }) => (due_at ? [due_at, created_at] : [created_at]));
  const times = instants.map((at) => at.epochMilliseconds);
  const day = (ms: number, days: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms)
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .add({ days })
      .toString();
  return { from: day(Math.min(...times), -62), to: day(Math.max(...times), 2) };
}
