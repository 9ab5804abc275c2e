import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfWork, workingDaysBefore, workingDaysBetween } from './working-days.ts';

const time = {
  timeZone: 'Europe/Sarajevo',
  weekdays: [1, 2, 3, 4, 5],
  from: '08:00',
  to: '16:00',
  daysOff: new Set(['2026-11-25']),
};
const day = (text: string) => Temporal.PlainDate.from(text);
const before = (from: string, count: number) => workingDaysBefore(day(from), count, time).toString();

test('weekends and days off are not counted', () => {
  assert.equal(before('2026-11-27', 1), '2026-11-26');
  assert.equal(before('2026-11-27', 2), '2026-11-24');
  assert.equal(before('2026-11-30', 1), '2026-11-27');
  assert.equal(before('2026-11-30', 3), '2026-11-24');
});

test('none before a day off or a Sunday is the last working day', () => {
  assert.equal(before('2026-11-25', 0), '2026-11-24');
  assert.equal(before('2026-11-29', 0), '2026-11-27');
  assert.equal(before('2026-11-29', 1), '2026-11-27');
});

test('working days between two days, without the last', () => {
  assert.equal(workingDaysBetween(day('2026-11-23'), day('2026-11-30'), time), 4);
  assert.equal(workingDaysBetween(day('2026-11-30'), day('2026-11-30'), time), 0);
});

test('work ends by the clock on the wall, in summer and in winter', () => {
  assert.equal(endOfWork(day('2026-10-23'), time).toString(), '2026-10-23T14:00:00Z');
  assert.equal(endOfWork(day('2026-10-26'), time).toString(), '2026-10-26T15:00:00Z');
});

test('a calendar without a working day still gives a day', () => {
  assert.equal(
    workingDaysBefore(day('2026-11-25'), 3, { weekdays: [], daysOff: new Set() }).toString(),
    '2026-11-22',
  );
});
