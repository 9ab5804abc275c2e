import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { backOff, isLate, laneOf, postStateOf } from './rules.ts';

describe('the rules of publishing', () => {
  it('doubles the wait up to a limit, and spreads it', () => {
    const tuning = { backOffMs: 1000, backOffMaxMs: 60_000 };
    assert.deepEqual(
      [1, 2, 3, 10, 500].map((tries) => backOff(tries, tuning, 0.5)),
      [1000, 2000, 4000, 60_000, 60_000],
    );
    assert.equal(backOff(1, tuning, 0), 750);
    assert.ok(backOff(1, tuning, 0.999) <= 1250);
  });

  it('calls late what is due for more than a minute and not out', () => {
    const due_at = Temporal.Instant.from('2026-11-24T10:00:00Z');
    const after = (seconds: number) => due_at.add({ seconds });
    assert.equal(isLate({ state: 'scheduled', due_at, held: false }, after(60)), false);
    for (const state of ['scheduled', 'retrying', 'publishing', 'blocked'] as const) {
      assert.equal(isLate({ state, due_at, held: false }, after(61)), true);
      assert.equal(isLate({ state, due_at, held: true }, after(61)), false);
    }
    for (const state of ['published', 'failed', 'unknown', 'withdrawn', 'removed'] as const) {
      assert.equal(isLate({ state, due_at, held: false }, after(3600)), false);
    }
  });

  it('keeps a post in one lane, and uses all lanes', () => {
    const posts = Array.from({ length: 200 }, (_, no) => `post ${no}`);
    assert.deepEqual(
      posts.map((id) => laneOf(id, 4)),
      posts.map((id) => laneOf(id, 4)),
    );
    assert.deepEqual(new Set(posts.map((id) => laneOf(id, 4))), new Set([0, 1, 2, 3]));
    assert.ok(posts.every((id) => laneOf(id, 1) === 0));
  });

  it('tells what a post is by its deliveries', () => {
    assert.equal(postStateOf(['scheduled', 'scheduled'], 'scheduled'), 'scheduled');
    assert.equal(postStateOf(['scheduled', 'published'], 'scheduled'), 'publishing');
    assert.equal(postStateOf(['published', 'published'], 'publishing'), 'published');
    assert.equal(postStateOf(['published', 'failed'], 'publishing'), 'published');
    assert.equal(postStateOf(['published', 'unknown'], 'publishing'), 'publishing');
    assert.equal(postStateOf(['failed'], 'publishing'), 'publishing');
    assert.equal(postStateOf(['published', 'removed'], 'published'), 'published');
    assert.equal(postStateOf(['removed', 'withdrawn'], 'published'), 'withdrawn');
    assert.equal(postStateOf(['published'], 'draft'), null, 'a post being written goes its own way');
  });
});
