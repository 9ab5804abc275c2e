import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { firstFree, instantsOf, isFree, tidySlots, type Slot, type Timetable } from './rules.ts';

const ZONES = ['Europe/Sarajevo', 'UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const at = (text: string) => Temporal.Instant.from(text);
const sarajevo = { timeZone: 'Europe/Sarajevo', daysOff: new Set<string>() };
const everyDay = (time: string): Slot[] => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, time }));
const timetable = (slots: readonly Slot[], change: Partial<Timetable> = {}): Timetable => ({
  accountId: 'a',
  slots,
  skipDaysOff: false,
  ...change,
});

/** The same numbers at every run, so that what fails fails again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('slots of a week', () => {
  test('each comes at its hour on its weekday, or the clocks skip that hour; in order, once, inside the span', () => {
    const roll = dice(43);
    for (let round = 0; round < 120; round += 1) {
      const timeZone = ZONES[round % ZONES.length]!;
      const slots = tidySlots(
        Array.from({ length: 1 + roll(6) }, () => ({
          weekday: 1 + roll(7),
          time: `${String(roll(24)).padStart(2, '0')}:${['00', '15', '30', '45'][roll(4)]}`,
        })),
      );
      const from = at('2026-01-01T00:00:00Z').add({ hours: roll(24 * 365), minutes: roll(60) });
      const to = from.add({ hours: 24 * (1 + roll(40)) });
      const found = instantsOf(timetable(slots), from, to, { timeZone, daysOff: new Set() });
      const seen = new Set<string>();
      for (const [index, instant] of found.entries()) {
        assert.ok(Temporal.Instant.compare(instant, from) > 0 && Temporal.Instant.compare(instant, to) < 0);
        if (index > 0) assert.ok(Temporal.Instant.compare(found[index - 1]!, instant) < 0);
        const wall = instant.toZonedDateTimeISO(timeZone);
        const fits = slots.some(({ weekday, time }) => {
          const wished = wall.toPlainDate().toPlainDateTime(time);
          return weekday === wall.dayOfWeek && wished.toZonedDateTime(timeZone).equals(wall);
        });
        assert.ok(fits, `${wall.toString()} of ${JSON.stringify(slots)}`);
        seen.add(wall.toPlainDateTime().toString());
      }
      assert.equal(seen.size, found.length, 'no time of a wall comes twice');
      // None is missing: every whole day of the span has those of its weekday.
      const days = from.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 });
      const last = to.toZonedDateTimeISO(timeZone).toPlainDate();
      for (let day = days; Temporal.PlainDate.compare(day, last) < 0; day = day.add({ days: 1 })) {
        const wished = slots
          .filter(({ weekday }) => weekday === day.dayOfWeek)
          .map(({ time }) => day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
        const there = found.map(({ epochMilliseconds }) => epochMilliseconds);
        for (const one of wished) assert.ok(there.includes(one), `${day.toString()} in ${timeZone}`);
      }
    }
  });

  test('in the hour that the clocks skip a slot comes an hour later, and not twice with the one that is there', () => {
    const night = [at('2027-03-27T12:00:00Z'), at('2027-03-28T12:00:00Z')] as const;
    const alone = instantsOf(timetable(everyDay('02:30')), ...night, sarajevo);
    assert.deepEqual(alone.map(String), ['2027-03-28T01:30:00Z']);
    const both = instantsOf(timetable([...everyDay('02:30'), ...everyDay('03:30')]), ...night, sarajevo);
    assert.deepEqual(both.map(String), ['2027-03-28T01:30:00Z']);
  });

  test('in the hour that comes twice a slot is the first', () => {
    const night = [at('2027-10-30T12:00:00Z'), at('2027-10-31T12:00:00Z')] as const;
    assert.deepEqual(instantsOf(timetable(everyDay('02:30')), ...night, sarajevo).map(String), [
      '2027-10-31T00:30:00Z',
    ]);
  });

  test('8:30 stays 8:30 over both nights', () => {
    for (const day of ['2027-03-27', '2027-10-30']) {
      const from = at(`${day}T00:00:00Z`);
      const walls = instantsOf(timetable(everyDay('08:30')), from, from.add({ hours: 72 }), sarajevo).map(
        (instant) => instant.toZonedDateTimeISO('Europe/Sarajevo').toPlainTime().toString(),
      );
      assert.deepEqual(walls, ['08:30:00', '08:30:00', '08:30:00']);
    }
  });

  test('days off are skipped only where the institution wishes it', () => {
    const span = [at('2026-12-31T12:00:00Z'), at('2027-01-03T12:00:00Z')] as const;
    const days = { timeZone: 'Europe/Sarajevo', daysOff: new Set(['2027-01-01', '2027-01-02']) };
    const count = (skipDaysOff: boolean) =>
      instantsOf(timetable(everyDay('08:30'), { skipDaysOff }), ...span, days).length;
    assert.deepEqual([count(true), count(false)], [1, 3]);
  });
});

describe('free slots', () => {
  const noon = at('2027-01-04T11:00:00Z');
  const taken = (minutes: number, accountIds = ['a']) => [{ accountIds, at: noon.add({ minutes }) }];

  test('a post closer than the calendar allows takes one, on its accounts only', () => {
    assert.equal(isFree(noon, ['a'], taken(14), 15), false);
    assert.equal(isFree(noon, ['a'], taken(-14), 15), false);
    assert.equal(isFree(noon, ['a'], taken(15), 15), true);
    assert.equal(isFree(noon, ['a'], taken(0, ['b']), 15), true);
    assert.equal(isFree(noon, ['a'], taken(0), 0), false, 'two at the same instant never');
  });

  test('of several accounts all must have the slot, and all must be free', () => {
    const timetables = [
      timetable([...everyDay('08:30'), ...everyDay('12:00')]),
      timetable([...everyDay('10:00'), ...everyDay('12:00')], { accountId: 'b' }),
    ];
    const wish = { accountIds: ['a', 'b', 'without'], timetables, closeMinutes: 15 };
    const [from, to] = [at('2027-01-04T00:00:00Z'), at('2027-01-10T00:00:00Z')];
    assert.equal(String(firstFree(wish, [], from, to, sarajevo)), '2027-01-04T11:00:00Z');
    const busy = taken(5, ['without']);
    assert.equal(String(firstFree(wish, busy, from, to, sarajevo)), '2027-01-05T11:00:00Z');
  });

  test('the week is kept in order, each slot once', () => {
    const slots = [
      { weekday: 2, time: '08:30' },
      { weekday: 1, time: '12:00' },
      { weekday: 1, time: '08:30' },
      { weekday: 2, time: '08:30' },
    ];
    assert.deepEqual(
      tidySlots(slots).map(({ weekday, time }) => `${weekday} ${time}`),
      ['1 08:30', '1 12:00', '2 08:30'],
    );
  });
});
