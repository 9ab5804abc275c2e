import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MOST_REPEATS, repeatDates, REPEAT_STEPS, type RepeatRule } from './repeat-dates.ts';

const now = Temporal.Instant.from('2026-12-01T09:00:00Z');
const sarajevo = { timeZone: 'Europe/Sarajevo', now, own: null };
const dates = (rule: RepeatRule, change: object = {}) => repeatDates(rule, { ...sarajevo, ...change });
const code = (wanted: string) => (error: unknown) => (error as { code: string }).code === wanted;

describe('dates of repeats', () => {
  test('the 31st is the last day of shorter months, said so, and a 31st again after them', () => {
    const found = dates({ every: 'month', start: '2027-01-31T09:00', end: { times: 5 } });
    assert.deepEqual(
      found.map(({ date, moved }) => [date, moved]),
      [
        ['2027-01-31', null],
        ['2027-02-28', 'month-end'],
        ['2027-03-31', null],
        ['2027-04-30', 'month-end'],
        ['2027-05-31', null],
      ],
    );
  });

  test('29 February is the 28th in other years', () => {
    const found = dates({ every: 'year', start: '2028-02-29T09:00', end: { times: 5 } });
    assert.deepEqual(
      found.map(({ date, moved }) => `${date} ${moved}`),
      [
        '2028-02-29 null',
        '2029-02-28 month-end',
        '2030-02-28 month-end',
        '2031-02-28 month-end',
        '2032-02-29 null',
      ],
    );
  });

  test('nine stays nine over both nights; the missing hour is later, the doubled one the first, both said', () => {
    const walls = dates({ every: 'week', start: '2027-03-20T09:00', end: { times: 40 } }).map(({ at }) =>
      at.toZonedDateTimeISO('Europe/Sarajevo').toPlainTime().toString(),
    );
    assert.deepEqual([...new Set(walls)], ['09:00:00']);
    const [gap] = dates({ every: 'week', start: '2027-03-28T02:30', end: { times: 1 } });
    assert.deepEqual([String(gap?.at), gap?.moved], ['2027-03-28T01:30:00Z', 'gap']);
    const [twice] = dates({ every: 'week', start: '2027-10-31T02:30', end: { times: 1 } });
    assert.deepEqual([String(twice?.at), twice?.moved], ['2027-10-31T00:30:00Z', 'twice']);
  });

  test('in every zone and step: in order, as many as asked, on the wall as asked but where it says why not', () => {
    for (const timeZone of ['Europe/Sarajevo', 'UTC', 'America/New_York', 'Australia/Lord_Howe'])
      for (const every of REPEAT_STEPS)
        for (let day = 1; day <= 31; day += 3)
          for (const hour of ['00:15', '02:10', '02:45', '23:59']) {
            const start = `2027-01-${String(day).padStart(2, '0')}T${hour}`;
            const found = repeatDates(
              { every, start, end: { times: MOST_REPEATS } },
              { timeZone, now, own: null },
            );
            assert.equal(found.length, MOST_REPEATS);
            for (const [index, { at, date, moved }] of found.entries()) {
              if (index > 0) assert.ok(Temporal.Instant.compare(found[index - 1]!.at, at) < 0);
              const wall = at.toZonedDateTimeISO(timeZone);
              assert.equal(wall.toPlainDate().toString(), date);
              assert.equal(
                wall.toPlainTime().toString().slice(0, 5) === hour,
                moved !== 'gap',
                at.toString(),
              );
              const first = Temporal.PlainDate.from(start);
              if (every === 'week' || every === 'two-weeks') assert.equal(wall.dayOfWeek, first.dayOfWeek);
              else if (moved === 'month-end') assert.equal(wall.day, wall.daysInMonth);
              else assert.equal(wall.day, day);
            }
          }
  });

  test('what is over and the own time of the post do not count; the last day does', () => {
    const own = Temporal.Instant.from('2026-12-08T08:00:00Z');
    const found = dates({ every: 'week', start: '2026-11-24T09:00', end: { until: '2026-12-22' } }, { own });
    assert.deepEqual(
      found.map(({ date }) => date),
      ['2026-12-15', '2026-12-22'],
    );
    assert.equal(dates({ every: 'week', start: '2026-11-24T09:00', end: { times: 3 } }, { own }).length, 3);
  });

  test('an end that gives too many or none is refused', () => {
    const start = '2026-12-08T09:00';
    assert.throws(
      () => dates({ every: 'week', start, end: { until: '2028-12-31' } }),
      code('repeat.too-many'),
    );
    assert.throws(() => dates({ every: 'week', start, end: { until: '2026-12-07' } }), code('repeat.none'));
  });
});
