import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodOf, step } from './period.ts';

test('a month is six weeks from the Monday on or before the first, a week is seven days from Monday', () => {
  assert.deepEqual(periodOf('month', '2026-11-24'), { from: '2026-10-26', to: '2026-12-07' });
  assert.deepEqual(periodOf('week', '2026-10-25'), { from: '2026-10-19', to: '2026-10-26' });
  assert.deepEqual(periodOf('list', '2027-02-10'), { from: '2027-02-01', to: '2027-03-01' });
});

test('a step from the 31st ends in the next month, not after it', () => {
  assert.equal(step('month', '2026-10-31', 1), '2026-11-30');
  assert.equal(step('week', '2026-10-25', 1), '2026-11-01');
  assert.equal(step('list', '2026-01-15', -1), '2025-12-15');
});
