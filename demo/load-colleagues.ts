import { finishDeadline, planDeadline } from '#/modules/deadlines/index.ts';
import { addDelegation } from '#/modules/people/index.ts';
import { answerConsultation, consultAdviser } from '#/modules/posts/index.ts';
import { atWork, workdayBefore } from './load-agenda.ts';
import { actorOn, need, type Stage, type Story } from './load-deps.ts';

/** Signatures that are lent, each on the working day before it holds. */
export function planDelegations(stage: Stage): void {
  const { content, today, agenda } = stage;
  const { timeZone } = content;
  content.delegations?.forEach((delegation, index) => {
    const from = workdayBefore(today, delegation.from);
    agenda.at(atWork(workdayBefore(from, 1), 330 + index * 5, timeZone), async () => {
      const actor = actorOn(stage, delegation.principal, `delegation-${delegation.principal}`);
      await addDelegation(stage.deps, actor, {
        principalId: need(stage.people, delegation.principal).id,
        delegateId: need(stage.people, delegation.delegate).id,
        reason: delegation.reason,
        startsAt: from.toZonedDateTime(timeZone).toInstant(),
        endsAt: today.add({ days: delegation.to }).toZonedDateTime(timeZone).toInstant(),
      });
    });
  });
}

type On = (daysBefore: number, minutes: number, run: () => Promise<void>) => void;

/** What colleagues do beside a post: an adviser is asked, steps are shared out and ticked. */
export function planColleagues(story: Story, on: On): void {
  const { questions = [], steps = [] } = story.post;
  steps.forEach((step, index) => {
    on(4, 240 + index * 4, () => share(story, step));
    if (step.done) on(2, 250 + index * 9, () => tick(story, step));
  });
  questions.forEach((question, index) => {
    const asked = { id: '' };
    on(2, 150 + index * 5, () => ask(story, question, asked));
    if (question.answer) on(1, 110 + index * 5, () => answer(story, question, asked));
  });
}

type Question = NonNullable<Story['post']['questions']>[number];
type Step = NonNullable<Story['post']['steps']>[number];

async function ask({ stage, post, id, dueAt }: Story, question: Question, asked: { id: string }) {
  const actor = actorOn(stage, post.author, `${post.key}-ask`);
  asked.id = await consultAdviser(stage.deps, actor, id, {
    personId: need(stage.people, question.to).id,
    question: question.text,
    answerBy: dueAt.subtract({ hours: 48 }),
  });
}

const answer = ({ stage, post }: Story, { to, answer: text = '' }: Question, asked: { id: string }) =>
  answerConsultation(stage.deps, actorOn(stage, to, `${post.key}-advise`), asked.id, text);

const clockOf = ({ stage }: Story) => ({ ...stage.deps, timeZone: stage.content.timeZone });

async function share(story: Story, { kind, person }: Step): Promise<void> {
  const { stage, post, id } = story;
  const personId = need(stage.people, person).id;
  const actor = actorOn(stage, post.author, `${post.key}-steps`);
  await planDeadline(clockOf(story), actor, id, { kind, personId, due: null, needed: true });
}

const tick = (story: Story, { kind, person }: Step): Promise<void> =>
  finishDeadline(clockOf(story), actorOn(story.stage, person, `${story.post.key}-${kind}`), story.id, kind);
