import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostSummary } from '#/contract/index.ts';
import { conflictsOf } from './conflicts.ts';
import { isShown, NO_FILTER, readAddress, writeAddress } from './address.ts';
import { layOut } from './layout.ts';
import { byDay, movedTo, place, type Home, type Placed } from './posts.ts';

const SARAJEVO = 'Europe/Sarajevo';
const home: Home = {
  id: 'h',
  slug: 'ured',
  shortName: 'Ured',
  colour: '#004466',
  timeZone: SARAJEVO,
  mayWrite: true,
};
const post = (dueAt: string | null, more: Partial<PostSummary> = {}): PostSummary => ({
  id: 'p',
  title: 'Poziv',
  state: 'scheduled',
  dueAt,
  author: null,
  updatedAt: '2026-10-01T00:00:00Z',
  excerpt: '',
  variants: ['bs'],
  networks: ['sandbox'],
  targets: [],
  planItemId: null,
  theme: '',
  campaignId: null,
  deadlines: { overdue: 0, next: null },
  thumbnailUrl: null,
  trouble: null,
  sealBroken: false,
  kind: '',
  reference: '',
  ...more,
});
const at = (dueAt: string, more: Partial<PostSummary> = {}): Placed =>
  place(post(dueAt, more), home, SARAJEVO)!;

test('posts of both DST nights stand at the hour of the wall, on the institution’s day', () => {
  const local = (instant: string) => at(instant).wall.local;
  assert.equal(local('2026-10-24T22:30:00Z'), '2026-10-25T00:30');
  assert.equal(local('2026-10-25T00:30:00Z'), '2026-10-25T02:30');
  assert.equal(local('2026-10-25T01:30:00Z'), '2026-10-25T02:30');
  assert.equal(local('2026-10-25T22:59:00Z'), '2026-10-25T23:59');
  assert.equal(local('2027-03-27T23:30:00Z'), '2027-03-28T00:30');
  assert.equal(local('2027-03-28T01:30:00Z'), '2027-03-28T03:30');
  assert.equal(at('2027-03-28T21:59:00Z').minute, 23 * 60 + 59);
  assert.equal(at('2027-03-27T23:30:00Z').day, '2027-03-28');
});

test('the two posts of the doubled hour know which they are, keep it within it, and stand in their order', () => {
  const [later, earlier] = [at('2026-10-25T01:30:00Z'), at('2026-10-25T00:30:00Z')];
  assert.deepEqual(later.wall, { local: '2026-10-25T02:30', hour: 'later' });
  assert.deepEqual(movedTo('2026-10-25T02:45', later.wall, SARAJEVO), {
    local: '2026-10-25T02:45',
    hour: 'later',
  });
  assert.deepEqual(movedTo('2026-10-25T02:45', { local: '2026-10-24T02:45' }, SARAJEVO), {
    local: '2026-10-25T02:45',
  });
  assert.deepEqual(byDay([later, earlier]).get('2026-10-25'), [earlier, later]);
});

test('what is out or over cannot be moved, nor can anything by whoever may not write', () => {
  assert.equal(at('2026-10-25T01:30:00Z', { state: 'published' }).movable, false);
  assert.equal(place(post('2026-10-25T01:30:00Z'), { ...home, mayWrite: false }, SARAJEVO)?.movable, false);
  assert.equal(place(post(null), home, SARAJEVO), null);
});

test('trouble is drawn before the state', () => {
  assert.equal(at('2026-10-25T01:30:00Z', { trouble: 'late' }).state, 'late');
});

test('two posts within a quarter of an hour on one account are a conflict, on two accounts they are none', () => {
  const on = (accountId: string) => ({ targets: [{ accountId, variant: 'bs' as const }] });
  const settings = { closeMinutes: 15, busyPosts: 2, quietPosts: 1 };
  const span = { from: '2026-11-02', to: '2026-11-16' };
  const posts = [
    at('2026-11-03T08:00:00Z', { id: 'a', ...on('x') }),
    at('2026-11-03T08:10:00Z', { id: 'b', ...on('x') }),
    at('2026-11-03T08:05:00Z', { id: 'c', ...on('y') }),
    at('2026-11-04T08:00:00Z', { id: 'd', ...on('x') }),
    at('2026-11-04T08:15:00Z', { id: 'e', ...on('x') }),
    at('2026-11-04T08:05:00Z', { id: 'f', state: 'withdrawn', ...on('x') }),
  ];
  const found = conflictsOf(posts, settings, span, '2026-11-01', true);
  assert.deepEqual([...found.close.keys()].toSorted(), ['a', 'b']);
  assert.deepEqual([...found.busy], [['2026-11-03', 3]]);
  assert.deepEqual(found.quiet, ['2026-11-09']);
  // A week that is over is not mourned, and a threshold of none never warns.
  assert.deepEqual(conflictsOf(posts, settings, span, '2026-11-20', true).quiet, []);
  assert.deepEqual(conflictsOf(posts, { ...settings, quietPosts: 0 }, span, '2026-11-01', true).quiet, []);
  // On the first day of a house every week is empty, and nobody has to look at it.
  assert.deepEqual(conflictsOf([], settings, span, '2026-11-01', false).quiet, []);
});

test('an address says what is shown, and is read back', () => {
  const address = {
    view: 'week' as const,
    day: '2026-11-03',
    filter: { ...NO_FILTER, state: 'draft', person: 'p1' },
    beside: ['dei', 'apik'],
    deadlines: true,
    rows: 'campaign' as const,
  };
  const text = writeAddress(address).toString();
  assert.deepEqual(readAddress(new URLSearchParams(text), { view: 'month', day: '2026-01-01' }), address);
  const empty = readAddress(new URLSearchParams('view=nothing&day=soon'), {
    view: 'list',
    day: '2026-01-01',
  });
  assert.deepEqual([empty.view, empty.day, empty.filter], ['list', '2026-01-01', NO_FILTER]);
});

test('filters leave what fits all of them', () => {
  const one = at('2026-11-03T08:00:00Z', {
    targets: [{ accountId: 'x', variant: 'hr' }],
    campaignId: 'c',
    author: { id: 'p', name: 'P' },
    trouble: 'late',
  });
  const shown = (filter: object) => isShown(one, { ...NO_FILTER, ...filter });
  assert.ok(shown({}) && shown({ account: 'x', variant: 'hr', campaign: 'c', person: 'p' }));
  assert.ok(shown({ state: 'scheduled' }) && shown({ state: 'late' }), 'by state and by trouble');
  for (const wrong of [
    { account: 'y' },
    { variant: 'en' },
    { campaign: 'd' },
    { person: 'q' },
    { state: 'draft' },
  ])
    assert.ok(!shown(wrong), JSON.stringify(wrong));
});

test('posts at one time lie side by side, and what has no room is counted', () => {
  const many = Array.from({ length: 5 }, (_, no) => at('2026-11-03T08:00:00Z', { id: `p${no}` }));
  const { boxes, more } = layOut([...many, at('2026-11-03T10:00:00Z', { id: 'alone' })], 3);
  assert.deepEqual(
    boxes.map(({ placed, column, columns }) => [placed.post.id, column, columns]),
    [
      ['p0', 0, 3],
      ['p1', 1, 3],
      ['alone', 0, 1],
    ],
  );
  assert.deepEqual(
    more.map(({ minute, count, column }) => [minute, count, column]),
    [[540, 3, 2]],
  );
});
