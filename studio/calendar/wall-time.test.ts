import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offsetName, readWall, shiftDays, startOfDay, toInstant, toWall, toWallTime } from './wall-time.ts';

const SARAJEVO = 'Europe/Sarajevo';

test('an ordinary time is read once, in winter and in summer', () => {
  assert.equal(toWall('2026-12-01T08:00:00Z', SARAJEVO), '2026-12-01T09:00');
  assert.equal(toWall('2027-07-01T07:00:00Z', SARAJEVO), '2027-07-01T09:00');
  assert.deepEqual(readWall('2026-12-01T09:00', SARAJEVO), { kind: 'once', instant: '2026-12-01T08:00:00Z' });
});

test('on 28 March 2027 the hour from two to three is not there', () => {
  for (const local of ['2027-03-28T02:00', '2027-03-28T02:30', '2027-03-28T02:59'])
    assert.equal(readWall(local, SARAJEVO).kind, 'gap', local);
  assert.deepEqual(readWall('2027-03-28T02:30', SARAJEVO), {
    kind: 'gap',
    before: '2027-03-28T01:30',
    after: '2027-03-28T03:30',
  });
  assert.equal(readWall('2027-03-28T01:59', SARAJEVO).kind, 'once');
  assert.equal(readWall('2027-03-28T03:00', SARAJEVO).kind, 'once');
  assert.equal(toInstant({ local: '2027-03-28T02:30' }, SARAJEVO), null);
  assert.equal(toWall('2027-03-28T00:59:00Z', SARAJEVO), '2027-03-28T01:59');
  assert.equal(toWall('2027-03-28T01:00:00Z', SARAJEVO), '2027-03-28T03:00');
});

test('on 25 October 2026 the hour from two to three comes twice, and each is kept apart', () => {
  assert.deepEqual(readWall('2026-10-25T02:30', SARAJEVO), {
    kind: 'twice',
    earlier: '2026-10-25T00:30:00Z',
    later: '2026-10-25T01:30:00Z',
  });
  assert.deepEqual(toWallTime('2026-10-25T00:30:00Z', SARAJEVO), {
    local: '2026-10-25T02:30',
    hour: 'earlier',
  });
  assert.deepEqual(toWallTime('2026-10-25T01:30:00Z', SARAJEVO), {
    local: '2026-10-25T02:30',
    hour: 'later',
  });
  assert.deepEqual(toWallTime('2026-10-25T02:30:00Z', SARAJEVO), { local: '2026-10-25T03:30' });
  assert.equal(toInstant({ local: '2026-10-25T02:30' }, SARAJEVO), null);
  assert.equal(offsetName('2026-10-25T00:30:00Z', SARAJEVO), 'UTC+2');
  assert.equal(offsetName('2026-10-25T01:30:00Z', SARAJEVO), 'UTC+1');
});

test('every minute of both nights goes to the wall and back to the same instant', () => {
  for (const start of ['2027-03-27T22:00:00Z', '2026-10-24T22:00:00Z'])
    for (let minute = 0; minute < 8 * 60; minute += 1) {
      const instant = Temporal.Instant.from(start).add({ minutes: minute }).toString();
      assert.equal(toInstant(toWallTime(instant, SARAJEVO), SARAJEVO), instant);
    }
});

test('a post moved by a day keeps its hour over the change of clocks', () => {
  assert.equal(shiftDays('2027-03-27T09:00', 1), '2027-03-28T09:00');
  assert.equal(toInstant({ local: '2027-03-27T09:00' }, SARAJEVO), '2027-03-27T08:00:00Z');
  assert.equal(toInstant({ local: '2027-03-28T09:00' }, SARAJEVO), '2027-03-28T07:00:00Z');
});

test('the day begins at the institution’s midnight, not at Greenwich’s', () => {
  assert.equal(startOfDay('2026-10-26', SARAJEVO), '2026-10-25T23:00:00Z');
  assert.equal(startOfDay('2026-10-25', SARAJEVO), '2026-10-24T22:00:00Z');
});
