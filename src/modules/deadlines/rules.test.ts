import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEADLINE_KINDS as CONTRACT_KINDS } from '#/contract/index.ts';
import { countedBack, DEADLINE_KINDS, deadlinesOf, stillOpen, type PostFacts, type Said } from './rules.ts';

const time = {
  timeZone: 'Europe/Sarajevo',
  weekdays: [1, 2, 3, 4, 5],
  from: '08:00',
  to: '16:00',
  daysOff: new Set<string>(),
};
const at = (text: string) => Temporal.Instant.from(text);
const template = [
  { kind: 'brief', days: 10 },
  { kind: 'facts', days: 5 },
  { kind: 'approval', days: 1 },
];
const post = (more: Partial<PostFacts> = {}): PostFacts => ({
  id: 'p',
  state: 'draft',
  due_at: at('2026-10-30T09:00:00Z'), // a Friday; the clocks go back on the Sunday before
  created_at: at('2026-10-01T08:00:00Z'),
  ...more,
});
const said = (more: Partial<Said>): Said => ({
  personId: null,
  personName: null,
  dueAt: null,
  needed: true,
  doneAt: null,
  doneBy: null,
  doneByName: null,
  doneDueAt: null,
  ...more,
});
const now = at('2026-10-24T00:00:00Z');

test('steps are counted back in working days, at the end of work, over the change of clocks', () => {
  const steps = deadlinesOf(post(), new Map(), template, time, now);
  assert.deepEqual(
    steps.map(({ kind, dueAt, overdue }) => [kind, dueAt?.toString(), overdue]),
    [
      ['brief', '2026-10-16T14:00:00Z', true],
      ['facts', '2026-10-23T14:00:00Z', true],
      ['approval', '2026-10-29T15:00:00Z', false],
    ],
  );
});

test('only what is not done moves with the due time', () => {
  const done = new Map([
    ['brief' as const, said({ doneAt: at('2026-10-15T10:00:00Z'), doneDueAt: at('2026-10-16T14:00:00Z') })],
    ['facts' as const, said({ dueAt: at('2026-10-20T08:00:00Z') })],
  ]);
  const later = post({ due_at: at('2026-11-06T09:00:00Z') });
  assert.deepEqual(
    deadlinesOf(later, done, template, time, now).map(({ dueAt }) => dueAt?.toString()),
    ['2026-10-16T14:00:00Z', '2026-10-20T08:00:00Z', '2026-11-05T15:00:00Z'],
  );
});

test('a post that begins late has its steps in proportion, and none after itself', () => {
  const hurried = post({ created_at: at('2026-10-28T08:00:00Z') });
  const days = template.map((step) => countedBack(hurried, step.days, template, time)?.toString());
  assert.deepEqual(days, ['2026-10-28T15:00:00Z', '2026-10-29T15:00:00Z', '2026-10-30T09:00:00Z']);
});

test('approval is done by the approval, and what is out or over waits for nothing', () => {
  const approved = post({ state: 'approved' });
  const steps = deadlinesOf(approved, new Map(), template, time, now);
  assert.equal(steps.find(({ kind }) => kind === 'approval')?.byState, true);
  assert.deepEqual(
    stillOpen(approved, steps).map(({ kind }) => kind),
    ['brief', 'facts'],
  );
  for (const state of ['published', 'expired', 'withdrawn'] as const) {
    const over = post({ state });
    const all = deadlinesOf(over, new Map(), template, time, now);
    assert.ok(
      all.every(({ overdue }) => !overdue),
      state,
    );
    assert.deepEqual(stillOpen(over, all), [], state);
  }
});

test('a step that is not needed is not late, and one outside the template stands where it was spoken of', () => {
  const some = new Map([
    ['brief' as const, said({ needed: false })],
    ['visual' as const, said({ personId: 'x', personName: 'Amra' })],
  ]);
  const steps = deadlinesOf(post(), some, template, time, now);
  assert.deepEqual(
    steps.map(({ kind, overdue }) => [kind, overdue]),
    [
      ['brief', false],
      ['facts', true],
      ['visual', false],
      ['approval', false],
    ],
  );
  assert.deepEqual(steps[2]?.person, { id: 'x', name: 'Amra' });
});

test('without a due time nothing is due', () => {
  const steps = deadlinesOf(post({ due_at: null }), new Map(), template, time, now);
  assert.ok(steps.every(({ dueAt, overdue }) => dueAt === null && !overdue));
});

test('the contract knows the same steps', () => assert.deepEqual(CONTRACT_KINDS, DEADLINE_KINDS));
