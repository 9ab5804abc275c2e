import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepsOf, type Facts } from './steps.ts';

/** Only what the steps look at. */
const facts = (change: object): Facts =>
  ({
    institution: { names: { bs: 'Ured' }, logoMediaId: null },
    people: [{ roles: ['administrator'] }],
    accounts: [],
    posts: [],
    practised: 0,
    ...change,
  }) as unknown as Facts;

const told = (change: object) =>
  stepsOf(facts(change)).map(({ name, state, left, path }) => [name, state, left.join(), path].join(' '));

const NAMED = { institution: { names: { bs: 'U', hr: 'U', 'sr-Latn': 'K' }, logoMediaId: 'x' } };
const STAFFED = { people: [{ roles: ['administrator'] }, { roles: ['head'] }] };
const CONNECTED = { accounts: [{ network: 'sandbox', state: 'connected' }] };
const ready = { ...NAMED, ...STAFFED, ...CONNECTED };

test('in the beginning all is open, and the first is next', () => {
  assert.deepEqual(told({}), [
    'identity next names,logo settings',
    'people later head settings/people',
    'account later account accounts',
    'post later write posts/new',
  ]);
});

test('what is there is done in any order, and what is taken away is open again', () => {
  assert.match(told(STAFFED)[1]!, /^people done/);
  assert.match(told({ people: [{ roles: ['head', 'editor'] }] })[1]!, /second/);
  assert.match(told({ ...ready, accounts: [{ network: 'sandbox', state: 'retired' }] })[2]!, /^account next/);
});

test('the last step follows the first post until it is live', () => {
  const last = (state: string) => told({ ...ready, posts: [{ id: '7', state }] })[3];
  assert.equal(last('draft'), 'post next send posts/7');
  assert.equal(last('in-review'), 'post next approve posts/7');
  assert.equal(last('scheduled'), 'post next wait posts/7');
  assert.equal(told({ ...ready, practised: 1 })[3], 'post done  practice');
});
