import {
  answerRemark,
  approvePost,
  changeReviewSettings,
  nameOutsideApprover,
  readReviewSettings,
  resolveRemark,
  startRemark,
  type PathStep,
} from '#/modules/review/index.ts';
import { newId } from '#/kernel/ids.ts';
import { filePost } from '#/modules/posts/index.ts';
import { atWork, workdayBefore } from './load-agenda.ts';
import { actorOn, withRole, type Stage, type Story } from './load-deps.ts';

/** Where the house has translators and advisers, decisions take a path of three steps; elsewhere a head approves. */
export function planPaths(stage: Stage): void {
  const { content, agenda, today } = stage;
  const roles = new Set(content.people.map(({ role }) => role));
  if (!roles.has('translator') || !roles.has('adviser')) return;
  agenda.at(atWork(workdayBefore(today, 41), 45, content.timeZone), () => drawPath(stage));
}

async function drawPath(stage: Stage): Promise<void> {
  const actor = actorOn(stage, withRole(stage, 'head'), 'paths');
  const { revision, kinds } = await readReviewSettings(stage.deps, actor);
  const id = newId();
  const director = { name: 'Direktorica', email: `direktorica@${stage.content.slug}.example.org` };
  await nameOutsideApprover(stage.deps, actor, { ...director, language: stage.content.workingVariant });
  await changeReviewSettings(stage.deps, actor, revision, {
    kinds: kinds.map((kind) => (kind.key === 'decision' ? { ...kind, pathId: id } : kind)),
    paths: [{ id, name: 'Odluke', steps: STEPS }],
    defaultPathId: null,
  });
}

const step = (name: string, role: PathStep['roles'][number], change: Partial<PathStep> = {}): PathStep => ({
  id: name,
  name,
  roles: [role],
  people: [],
  outside: [],
  deputies: [],
  need: 'any',
  edits: false,
  deadline: null,
  ...change,
});

const STEPS: PathStep[] = [
  step('Jezici', 'translator', { edits: true, deadline: { hours: 16, from: 'arrival', remind: 4 } }),
  step('Pravo', 'adviser', { deadline: { hours: 16, from: 'arrival', remind: 4 } }),
  step('Odobrenje', 'head', { deadline: { hours: 8, from: 'due', remind: 4 } }),
];

/** Files the post, so that it takes the path of its kind. */
export async function file({ stage, post, id }: Story): Promise<void> {
  if (!post.review) return;
  const { kind, reference } = post.review;
  await filePost(stage.deps, actorOn(stage, post.author, `${post.key}-file`), id, { kind, reference });
}

/** Answers in the steps that the post has behind it, and says what colleagues say about it. */
export async function goThrough(story: Story): Promise<void> {
  const { stage, post, id, version } = story;
  if (!post.review) return;
  for (const role of (['translator', 'adviser'] as const).slice(0, post.review.step - 1)) {
    const actor = actorOn(stage, withRole(stage, role), `${post.key}-${role}`);
    await approvePost(stage.deps, actor, id, { version });
  }
  for (const thread of post.review.threads) await talk(story, thread);
}

type Thread = NonNullable<Story['post']['review']>['threads'][number];

async function talk({ stage, post, id, version }: Story, { quote, settled, said }: Thread): Promise<void> {
  const variant = stage.content.workingVariant;
  const text = post.texts[variant] ?? '';
  const start = quote === undefined ? -1 : text.indexOf(quote);
  const place =
    quote === undefined || start === -1
      ? ({ kind: 'post' } as const)
      : ({
          kind: 'text',
          network: null,
          variant,
          start,
          end: start + quote.length,
          quote,
          before: text.slice(Math.max(0, start - 32), start),
          after: text.slice(start + quote.length, start + quote.length + 32),
        } as const);
  const [first, ...rest] = said;
  if (!first) return;
  const by = (key: string) => actorOn(stage, key, `${post.key}-remark`);
  const threadId = await startRemark(stage.deps, by(first.by), id, {
    version,
    anchor: place,
    text: first.text,
    mentions: [],
  });
  for (const one of rest)
    await answerRemark(stage.deps, by(one.by), id, threadId, { text: one.text, mentions: [] });
  if (settled) await resolveRemark(stage.deps, by(post.author), id, threadId, true);
}
