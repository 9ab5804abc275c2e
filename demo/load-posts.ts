import { createPost, reschedulePost, savePost, type PostInput } from '#/modules/posts/index.ts';
import { approvePost, EXPIRE_AFTER, expirePost, sendBackPost, submitPost } from '#/modules/review/index.ts';
import { workerActor } from '#/modules/people/index.ts';
import { schedulePost, withdrawPost, type RemovalJob } from '#/modules/publishing/index.ts';
import type { DemoPost, DemoPostState } from './content/shape.ts';
import { atWork, workdayBefore } from './load-agenda.ts';
import { planColleagues } from './load-colleagues.ts';
import { file, goThrough } from './load-review.ts';
import { actorOn, need, requestIdOn, withRole, type Stage, type Story } from './load-deps.ts';
import { planComments } from './load-network.ts';
import type { StageWorker } from './load-worker.ts';

/** Withdrawn after it had gone out: it is taken down again. The others are withdrawn before. */
const TAKEN_DOWN = new Set(['apik/case']);
/** Approved, and changed afterwards: the seal is broken, and it is a draft again. */
const SEAL_BROKEN = new Set(['ads/manager-story']);

/** Went all the way to the queue of deliveries. */
const SENT_ON = new Set<DemoPostState>(['scheduled', 'published', 'withdrawn', 'late', 'failed', 'unknown']);
const WENT_OUT = new Set<DemoPostState>(['published', 'late', 'failed', 'unknown']);

/** Puts on the agenda all that was done to a post, up to the state in which the demonstration shows it. */
export function planPost(stage: Stage, worker: StageWorker, post: DemoPost, index: number): void {
  const story = begin(stage, post);
  const { state } = post;
  const isDue = Temporal.Instant.compare(story.dueAt, stage.now) < 0;
  const base = isDue ? Temporal.PlainDate.from(story.local.slice(0, 10)) : stage.today;
  const on = (daysBefore: number, minutes: number, run: () => Promise<void>) =>
    stage.agenda.at(
      atWork(workdayBefore(base, daysBefore), minutes + index * 7, stage.content.timeZone),
      run,
    );

  const inTwoSteps = index % 3 === 0;
  on(5, 60, () => write(story, inTwoSteps));
  if (inTwoSteps) on(4, 45, () => complete(story));
  if (post.review) {
    on(4, 200, () => file(story));
    on(1, 60, () => goThrough(story));
  }
  planColleagues(story, on);
  if (state !== 'draft')
    on(state === 'in-review' ? 1 : 3, state === 'in-review' ? -index * 6 : 90, () => submit(story));
  if (state === 'sent-back') on(2, 120, () => sendBack(story));
  if (state === 'approved' || SENT_ON.has(state)) on(2, 30, () => approve(story));
  if (SENT_ON.has(state)) on(2, 200, () => schedule(story));
  if (state === 'expired')
    stage.agenda.at(story.dueAt.add(EXPIRE_AFTER).add({ minutes: 1 }), () => expire(story));
  if (state === 'withdrawn' && !TAKEN_DOWN.has(story.name))
    on(1, 240, async () => void (await withdraw(story)));
  if (SEAL_BROKEN.has(story.name)) {
    on(4, 90, () => submit(story));
    on(3, 100, () => approve(story));
    on(1, 150, () => breakSeal(story));
  }
  if (WENT_OUT.has(state) || TAKEN_DOWN.has(story.name)) worker.plan(story);
  if (TAKEN_DOWN.has(story.name)) {
    stage.agenda.at(story.dueAt.add({ minutes: 134 }), async () => {
      for (const job of await withdraw(story)) await worker.takeDown(story, job);
    });
  }
  planComments(story);
}

function begin(stage: Stage, post: DemoPost): Story {
  const { content, today, now } = stage;
  const on = (day: Temporal.PlainDate) => {
    const local = `${day.toString()}T${post.at.time}`;
    return { local, dueAt: Temporal.PlainDateTime.from(local).toZonedDateTime(content.timeZone).toInstant() };
  };
  const day = today.add({ days: post.at.day });
  const due = on(day);
  // Before breakfast today's late post is not late yet: then it is yesterday's.
  const early = post.state === 'late' && Temporal.Instant.compare(due.dueAt.add({ minutes: 10 }), now) > 0;
  const name = `${content.key}/${post.key}`;
  return {
    stage,
    post,
    name,
    ...(early ? on(day.subtract({ days: 1 })) : due),
    id: '',
    version: 1,
    places: new Map(),
  };
}

function inputOf(story: Story, part: 'first words' | 'all'): PostInput {
  const { stage, post } = story;
  const { workingVariant } = stage.content;
  const pictures = part === 'all' ? (post.media ?? []) : [];
  return {
    title: post.title,
    planItemId: post.planItem === undefined ? null : need(stage.planItems, post.planItem),
    content: {
      texts: part === 'all' ? post.texts : { [workingVariant]: post.texts[workingVariant] },
      cyrillicFollows: true,
      overrides: part === 'all' ? (post.perNetwork ?? {}) : {},
      images: pictures.map(({ file, alt }) => ({ mediaId: need(stage.media, file), alt })),
      targets: post.targets.map(({ account, variant }) => ({
        accountId: need(stage.accounts, account).id,
        variant,
      })),
      due: { local: story.local },
    },
  };
}

async function write(story: Story, onlyFirstWords: boolean): Promise<void> {
  const { stage, post } = story;
  const input = inputOf(story, onlyFirstWords ? 'first words' : 'all');
  if (SEAL_BROKEN.has(story.name)) input.content.due = { local: dayBefore(story.local) };
  story.id = await createPost(stage.deps, actorOn(stage, post.author, `${post.key}-write`), input);
}

const dayBefore = (local: string): string =>
  Temporal.PlainDateTime.from(local).subtract({ days: 1 }).toString({ smallestUnit: 'minute' });

async function complete(story: Story): Promise<void> {
  const { stage, post } = story;
  const actor = actorOn(stage, post.author, `${post.key}-complete`);
  const input = inputOf(story, 'all');
  if (SEAL_BROKEN.has(story.name)) input.content.due = { local: dayBefore(story.local) };
  await savePost(stage.deps, actor, story.id, story.version, input);
  story.version += 1;
}

const submit = ({ stage, post, id, version }: Story): Promise<void> =>
  submitPost(stage.deps, actorOn(stage, post.author, `${post.key}-submit`), id, version);

const byHead = ({ stage, post }: Story, what: string) =>
  actorOn(stage, withRole(stage, 'head'), `${post.key}-${what}`);

async function approve(story: Story): Promise<void> {
  const { stage, post, id, version } = story;
  const head = byHead(story, 'approve');
  const actor =
    post.signedBy === undefined
      ? head
      : {
          ...actorOn(stage, post.signedBy, `${post.key}-approve`),
          principals: [{ personId: head.personId!, roles: head.roles }],
        };
  await approvePost(stage.deps, actor, id, { version });
}

const sendBack = (story: Story): Promise<void> =>
  sendBackPost(story.stage.deps, byHead(story, 'send-back'), story.id, {
    version: story.version,
    reason: story.post.remark ?? '',
  });

const schedule = ({ stage, post, id, version }: Story): Promise<void> =>
  schedulePost(
    { ...stage.deps, connectors: stage.deps.registry },
    actorOn(stage, post.author, `${post.key}-schedule`),
    { postId: id, version },
  );

async function expire({ stage, post, id }: Story): Promise<void> {
  const house = workerActor(stage.institutionId, requestIdOn(stage, `${post.key}-expire`));
  await expirePost(stage.deps, house, id);
}

/** Answers what would be put on the queue: the posts to take down. */
async function withdraw(story: Story): Promise<RemovalJob[]> {
  const { deps } = story.stage;
  const asked: RemovalJob[] = [];
  const jobs = { send: async (_tx: unknown, _queue: string, job: object) => asked.push(job as RemovalJob) };
  await withdrawPost({ ...deps, jobs, connectors: deps.registry }, byHead(story, 'withdraw'), {
    postId: story.id,
    version: story.version,
    reason: story.post.remark ?? '',
  });
  return asked;
}

async function breakSeal(story: Story): Promise<void> {
  const { stage, post } = story;
  const actor = actorOn(stage, post.author, `${post.key}-move`);
  const due = { local: story.local };
  await reschedulePost(stage.deps, actor, story.id, { version: story.version, due });
  story.version += 1;
}
