import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { WorkingTime } from './working-days.ts';
import { addWorkingHours, subtractWorkingHours } from './working-hours.ts';

const house: WorkingTime = {
  timeZone: 'Europe/Sarajevo',
  weekdays: [1, 2, 3, 4, 5],
  daysOff: new Set(),
  from: '08:00',
  to: '16:00',
};
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Sarajevo]`).toInstant();
const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Europe/Sarajevo').toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('working hours', () => {
  const forward: [string, number, string][] = [
    ['2026-11-25T09:00', 4, '2026-11-25T13:00'],
    ['2026-11-25T14:00', 4, '2026-11-26T10:00'],
    ['2026-11-27T15:00', 2, '2026-11-30T09:00'],
    ['2026-11-28T12:00', 1, '2026-11-30T09:00'],
    ['2026-11-25T06:00', 8, '2026-11-25T16:00'],
    ['2026-11-25T16:00', 8, '2026-11-26T16:00'],
    // The night in which the clocks go back lies in this week-end: working days stay as long as they are.
    ['2026-10-23T15:00', 9, '2026-10-26T16:00'],
  ];
  for (const [start, hours, end] of forward) {
    test(`${hours} from ${start} is ${end}`, () => {
      assert.equal(local(addWorkingHours(at(start), hours, house)), end);
    });
  }
  const back: [string, number, string][] = [
    ['2026-11-25T13:00', 4, '2026-11-25T09:00'],
    ['2026-11-25T10:00', 4, '2026-11-24T14:00'],
    ['2026-11-30T09:00', 2, '2026-11-27T15:00'],
    ['2026-11-29T20:00', 8, '2026-11-27T08:00'],
  ];
  for (const [end, hours, start] of back) {
    test(`${hours} before ${end} is ${start}`, () => {
      assert.equal(local(subtractWorkingHours(at(end), hours, house)), start);
    });
  }
  test('a holiday is passed over', () => {
    const free = { ...house, daysOff: new Set(['2026-11-25']) };
    assert.equal(local(addWorkingHours(at('2026-11-24T15:00'), 2, free)), '2026-11-26T09:00');
  });
  test('a house that never works ends too', () => {
    assert.ok(addWorkingHours(at('2026-11-24T15:00'), 2, { ...house, weekdays: [] }));
  });
});
