import assert from 'node:assert/strict';
import { test } from 'node:test';
import { warningsOf } from './key-warnings.ts';

const now = Temporal.Instant.from('2026-12-01T12:00:00Z');
const key = {
  id: 'x',
  name: 'Web',
  role: 'editor' as const,
  scopes: null,
  createdAt: '2026-11-30T12:00:00Z',
  endsAt: null,
  lastUsedAt: null,
  revokedAt: null,
};

test('a key that nobody uses is pointed out, but not on its first days', () => {
  assert.deepEqual(warningsOf(key, now), []);
  assert.deepEqual(warningsOf({ ...key, createdAt: '2026-11-20T12:00:00Z' }, now), ['never-used']);
  const old = { ...key, createdAt: '2026-01-01T12:00:00Z' };
  assert.deepEqual(warningsOf({ ...old, lastUsedAt: '2026-11-29T12:00:00Z' }, now), []);
  assert.deepEqual(warningsOf({ ...old, lastUsedAt: '2026-08-01T12:00:00Z' }, now), ['long-unused']);
});

test('so is one that ends within thirty days, and one that has ended', () => {
  assert.deepEqual(warningsOf({ ...key, endsAt: '2027-01-15T12:00:00Z' }, now), []);
  assert.deepEqual(warningsOf({ ...key, endsAt: '2026-12-31T12:00:00Z' }, now), ['ends-soon']);
  assert.deepEqual(warningsOf({ ...key, endsAt: '2026-12-01T12:00:00Z' }, now), ['ended']);
});

test('one that is revoked needs nobody any more', () => {
  const revoked = { ...key, createdAt: '2026-01-01T12:00:00Z', revokedAt: '2026-02-01T12:00:00Z' };
  assert.deepEqual(warningsOf(revoked, now), []);
});
