import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostSummary } from '#/contract/index.ts';
import { eventOf, movedTo, wallOf } from './events.ts';

const SARAJEVO = 'Europe/Sarajevo';
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

test('posts of both DST nights stand at the hour of the wall, on the institution’s day', () => {
  const at = (instant: string) => eventOf(post(instant), SARAJEVO, true)?.start;
  assert.equal(at('2026-10-24T22:30:00Z'), '2026-10-25T00:30:00Z');
  assert.equal(at('2026-10-25T00:30:00Z'), '2026-10-25T02:30:00Z');
  assert.equal(at('2026-10-25T01:30:00Z'), '2026-10-25T02:30:00Z');
  assert.equal(at('2026-10-25T22:59:00Z'), '2026-10-25T23:59:00Z');
  assert.equal(at('2027-03-27T23:30:00Z'), '2027-03-28T00:30:00Z');
  assert.equal(at('2027-03-28T01:30:00Z'), '2027-03-28T03:30:00Z');
  assert.equal(at('2027-03-28T21:59:00Z'), '2027-03-28T23:59:00Z');
});

test('the two posts of the doubled hour know which they are, and keep it when they are moved within it', () => {
  const later = eventOf(post('2026-10-25T01:30:00Z'), SARAJEVO, true)!.extendedProps.wall;
  assert.deepEqual(later, { local: '2026-10-25T02:30', hour: 'later' });
  assert.deepEqual(movedTo(new Date('2026-10-25T02:45:00Z'), later, SARAJEVO), {
    local: '2026-10-25T02:45',
    hour: 'later',
  });
  assert.deepEqual(movedTo(new Date('2026-10-25T02:45:00Z'), { local: '2026-10-24T02:45' }, SARAJEVO), {
    local: '2026-10-25T02:45',
  });
});

test('a dropped date is read as wall time, whatever zone the browser is in', () => {
  assert.equal(wallOf(new Date('2027-03-28T02:30:00Z')), '2027-03-28T02:30');
});

test('what is out or over cannot be dragged, nor can anything by whoever may not write', () => {
  assert.equal(
    eventOf(post('2026-10-25T01:30:00Z', { state: 'published' }), SARAJEVO, true)?.startEditable,
    false,
  );
  assert.equal(eventOf(post('2026-10-25T01:30:00Z'), SARAJEVO, false)?.startEditable, false);
  assert.equal(eventOf(post(null), SARAJEVO, true), null);
});

test('trouble is drawn before the state', () => {
  assert.equal(
    eventOf(post('2026-10-25T01:30:00Z', { trouble: 'late' }), SARAJEVO, true)?.extendedProps.state,
    'late',
  );
});
