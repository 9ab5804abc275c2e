import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POST_STATES } from '#/contract/index.ts';
import { COLUMNS, meaningOf, nextWay, waysFrom } from './moves.ts';

test('a move is the act it means, or is refused with its reason', () => {
  assert.deepEqual(meaningOf('draft', 'in-review'), { act: 'submit' });
  assert.deepEqual(meaningOf('in-review', 'scheduled'), { act: 'approve-and-schedule' });
  assert.deepEqual(meaningOf('scheduled', 'sent-back'), { act: 'send-back' });
  assert.deepEqual(meaningOf('draft', 'scheduled'), { refused: 'way' });
  assert.deepEqual(meaningOf('scheduled', 'published'), { refused: 'published' });
  assert.deepEqual(meaningOf('published', 'draft'), { refused: 'out' });
  assert.equal(meaningOf('draft', 'draft'), null);
});

test('nobody can move a post out by hand, from any state', () => {
  for (const from of POST_STATES) {
    const meaning = meaningOf(from, 'published');
    assert.ok(meaning === null || 'refused' in meaning, from);
    assert.ok(
      waysFrom(from).every(({ to }) => to !== 'published'),
      from,
    );
  }
});

test('a key goes to the next column that takes the post, else to the neighbour, which says why not', () => {
  assert.equal(nextWay('draft', 1), 'in-review');
  assert.equal(nextWay('sent-back', -1), 'draft');
  assert.equal(nextWay('approved', -1), 'sent-back');
  assert.equal(nextWay('scheduled', 1), 'published');
  assert.equal(nextWay('draft', -1), null);
  assert.equal(COLUMNS.length, new Set(COLUMNS).size);
});
