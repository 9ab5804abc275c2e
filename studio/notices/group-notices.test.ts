import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Notice } from '#/contract/index.ts';
import { groupNotices } from './group-notices.ts';

const notice = (id: string, at: string, readAt: string | null = null): Notice => ({
  id,
  kind: 'post.approved',
  text: id,
  path: '',
  at,
  times: 1,
  readAt,
});

test('a day is a day of the institution, and what was read never stands among what was not', () => {
  const groups = groupNotices(
    [
      // Half past midnight in Sarajevo, and half past eleven the evening before.
      notice('a', '2026-11-24T23:30:00Z'),
      notice('b', '2026-11-24T22:30:00Z'),
      notice('c', '2026-11-24T08:00:00Z'),
      notice('d', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'),
    ],
    'Europe/Sarajevo',
  );
  assert.deepEqual(
    groups.map(({ key, items }) => [key, ...items.map(({ id }) => id)]),
    [
      ['unread-2026-11-25', 'a'],
      ['unread-2026-11-24', 'b', 'c'],
      ['read-2026-11-24', 'd'],
    ],
  );
});
