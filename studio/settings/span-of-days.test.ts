import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanOfDays } from './span-of-days.ts';

const zone = 'Europe/Sarajevo';
const now = Temporal.Instant.from('2026-11-25T08:30:00Z');

test('days are the institution’s days, and the last one counts whole', () => {
  assert.deepEqual(spanOfDays('2026-12-01', '2026-12-01', zone, now), {
    startsAt: '2026-11-30T23:00:00Z',
    endsAt: '2026-12-01T23:00:00Z',
  });
});

test('what begins today begins now', () => {
  assert.equal(spanOfDays('2026-11-25', '2026-11-26', zone, now).startsAt, '2026-11-25T08:30:00Z');
});

test('over the night when the clocks go forward a day has an hour less', () => {
  assert.deepEqual(spanOfDays('2027-03-28', '2027-03-28', zone, now), {
    startsAt: '2027-03-27T23:00:00Z',
    endsAt: '2027-03-28T22:00:00Z',
  });
});
