import type { Today } from '#/contract/index.ts';
import type { Tx } from '#/db/database.ts';
import { listMySteps } from '#/modules/deadlines/index.ts';
import { may, type Actor } from '#/modules/people/index.ts';
import { adviceDue, listWaiting, type ListedPost } from '#/modules/posts/index.ts';
import { deadlinesOfReviews, postsThatAskMe } from '#/modules/review/index.ts';
import { instantOrNull, person } from './presenters.ts';

type Waiting = Today['waiting'][number];

/** Of everything that waits for one person, what Today shows. */
const MOST = 50;
/** For so long what nobody approved in time stands there, unless its author moves it on. */
const EXPIRED_DAYS = 14;

/** What waits for this person and until when, soonest first: answers, advice, their own posts, the steps they hold. */
export async function waitingFor(
  tx: Tx,
  actor: Actor,
  house: { timeZone: string; now: Temporal.Instant },
): Promise<Waiting[]> {
  const asked = await postsThatAskMe(tx, actor);
  const until = new Map([
    ...(actor.personId === null ? [] : await adviceDue(tx, actor.personId)),
    ...(await deadlinesOfReviews(tx, asked)),
  ]);
  const steps = (await listMySteps(tx, actor, house)).map(({ post, deadline }) => ({
    ...present(post, deadline.dueAt),
    why: 'step' as const,
    step: deadline.kind,
  }));
  const withStep = new Set(steps.map(({ postId }) => postId));
  const expiredSince = house.now.subtract({ hours: EXPIRED_DAYS * 24 });
  const posts = (await listWaiting(tx, actor, asked, { now: house.now, expiredSince })).map((post) => {
    const why = whyOf(post, actor);
    return { ...present(post, waitsForAnswer(why) ? until.get(post.id) : null), why, step: null };
  });
  // A draft of one's own in which a step is named says nothing that the step does not.
  const named = posts.filter(({ postId, why }) => why !== 'my-draft' || !withStep.has(postId));
  return [...named, ...steps].toSorted(soonestFirst).slice(0, MOST);
}

const waitsForAnswer = (why: Waiting['why']): boolean => why === 'review' || why === 'asked';

const present = (post: ListedPost, untilAt: Temporal.Instant | null | undefined) => ({
  postId: post.id,
  title: post.title,
  untilAt: instantOrNull(untilAt ?? null),
  dueAt: instantOrNull(post.due_at),
  author: person(post.author_id, post.author_name),
});

function whyOf(post: ListedPost, actor: Actor): Exclude<Waiting['why'], 'step'> {
  const own = post.author_id === actor.personId;
  if (!may(actor, 'post.read')) return 'asked';
  if (post.state === 'in-review' && !own) return 'review';
  if (post.state === 'sent-back') return 'sent-back';
  if (post.state === 'expired') return 'expired';
  if (post.state === 'approved') return 'approved-unscheduled';
  return post.seal_broken ? 'seal-broken' : 'my-draft';
}

/** What has no time at all comes last. */
function soonestFirst(a: Waiting, b: Waiting): number {
  const at = ({ untilAt, dueAt }: Waiting) => Date.parse(untilAt ?? dueAt ?? '') || Infinity;
  const [first, second] = [at(a), at(b)];
  return first === second ? (a.postId < b.postId ? -1 : 1) : first - second;
}
