import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Holidays from 'date-holidays';
import { OBSERVANCE_SETS as CONTRACT_SETS } from '#/contract/index.ts';
import { createTranslator, loadWords } from '#/language/words/index.ts';
import { VARIANTS } from '#/language/index.ts';
import { DAYS, OBSERVANCE_SETS, type ObservanceSet } from './observance-days.ts';
import { daysOffAmong, observancesBetween, orthodoxEaster, westernEaster } from './observances.ts';

const YEARS = Array.from({ length: 40 }, (_, index) => 2020 + index);
const dayOf = (id: string, year: number): string[] =>
  observancesBetween(`${year}-01-01`, `${year + 1}-01-01`, OBSERVANCE_SETS)
    .filter((day) => day.id === id)
    .map(({ day }) => day);
const off = (year: number, sets: readonly ObservanceSet[]) =>
  daysOffAmong(observancesBetween(`${year}-01-01`, `${year + 1}-01-01`, sets), sets);

describe('observances', () => {
  const holidays = new Holidays('BA');
  /** What a library of others computes for the country. */
  const theirs = (year: number, rule: string): string[] =>
    holidays
      .getHolidays(year)
      .filter((day) => day.rule === rule)
      .map(({ date }) => date.slice(0, 10));

  test('both Easters are where another library has them, from 2020 to 2059', () => {
    for (const year of YEARS) {
      assert.deepEqual([westernEaster(year).toString()], theirs(year, 'easter'), `${year}`);
      assert.deepEqual([orthodoxEaster(year).toString()], theirs(year, 'orthodox'), `${year}`);
    }
  });

  test('the Bajrams are where another library has them, to the day until 2032 and within a day after', () => {
    const rules = { 'ramadan-bajram': '1 Shawwal P3D', 'kurban-bajram': '10 Dhu al-Hijjah P4D' };
    for (const [id, rule] of Object.entries(rules))
      for (const year of YEARS) {
        const [ours, others] = [dayOf(id, year), theirs(year, rule)];
        if (year <= 2032) assert.deepEqual(ours, others, `${id} ${year}`);
        const apart = ours.map(
          (day, no) => Temporal.PlainDate.from(day).until(others[no] ?? '1900-01-01').days,
        );
        assert.ok(
          ours.length > 0 && apart.every((days) => Math.abs(days) <= 1),
          `${id} ${year}: ${ours.join(' ')}, ${others.join(' ')}`,
        );
      }
    assert.equal(dayOf('ramadan-bajram', 2033).length, 2, 'a year that has two');
    // As the Islamic communities of the region announced them.
    assert.deepEqual(dayOf('ramadan-bajram', 2025), ['2025-03-30']);
    assert.deepEqual(dayOf('kurban-bajram', 2026), ['2026-05-27']);
  });

  test('Jewish days and those counted by weekday are where almanacs have them', () => {
    assert.deepEqual(dayOf('rosh-hashanah', 2025), ['2025-09-23']);
    assert.deepEqual(dayOf('yom-kippur', 2025), ['2025-10-02']);
    assert.deepEqual(dayOf('pesach', 2026), ['2026-04-02']);
    assert.deepEqual(dayOf('hanukkah', 2025), ['2025-12-15']);
    assert.deepEqual(dayOf('safer-internet-day', 2026), ['2026-02-10']);
    assert.deepEqual(dayOf('srebrenica-remembrance', 2023), []);
    assert.deepEqual(dayOf('srebrenica-remembrance', 2026), ['2026-07-11']);
  });

  test('where one of the two days of New Year or Labour Day is a Sunday, the law gives the third', () => {
    // 2021: 2 May a Sunday; 2016: 1 May a Sunday; 2023: 1 January a Sunday; 2026: none of them.
    assert.deepEqual(dayOf('labour-day-instead', 2021), ['2021-05-03']);
    assert.deepEqual(dayOf('labour-day-instead', 2016), ['2016-05-03']);
    assert.deepEqual(dayOf('new-year-instead', 2023), ['2023-01-03']);
    assert.deepEqual([...dayOf('labour-day-instead', 2026), ...dayOf('new-year-instead', 2026)], []);
    assert.deepEqual(dayOf('brcko-day-instead', 2026), ['2026-03-09']);
    assert.deepEqual(dayOf('brcko-day-instead', 2027), []);
  });

  test('each part of the country closes on its own days, and all of it on four', () => {
    assert.deepEqual([...off(2026, ['bih'])], ['2026-01-01', '2026-01-02', '2026-05-01', '2026-05-02']);
    assert.ok(off(2026, ['fbih']).has('2026-11-25') && !off(2026, ['fbih']).has('2026-11-21'));
    assert.ok(off(2026, ['rs']).has('2026-11-21') && !off(2026, ['rs']).has('2026-11-25'));
    assert.ok(off(2026, ['brcko']).has('2026-03-08') && !off(2026, ['brcko']).has('2026-03-01'));
    assert.ok(off(2026, ['rs']).has('2026-05-09') && !off(2026, ['fbih']).has('2026-05-09'));
    assert.equal(off(2026, ['international']).size, 0);
  });

  test('every one has a source, a name in every variant, and an id of its own', async () => {
    assert.equal(new Set(DAYS.map(({ id }) => id)).size, DAYS.length);
    assert.deepEqual(
      DAYS.filter(({ source }) => source.length < 5),
      [],
    );
    for (const variant of VARIANTS) {
      const words = createTranslator(variant, await loadWords(variant, ['observances']));
      assert.deepEqual(
        DAYS.map(({ id }) => id).filter((id) => !words.has(`observances:${id}`)),
        [],
        variant,
      );
    }
    assert.deepEqual(CONTRACT_SETS, OBSERVANCE_SETS);
  });

  test('a span ends before its last day, and goes over the turn of the year in order', () => {
    const days = observancesBetween('2026-12-24', '2027-01-07', ['catholic', 'orthodox', 'bih']);
    assert.deepEqual(
      days.map(({ day, id }) => `${day} ${id}`),
      [
        '2026-12-24 catholic-christmas-eve',
        '2026-12-25 catholic-christmas',
        '2026-12-26 saint-stephen',
        '2027-01-01 new-year',
        '2027-01-02 new-year-2',
        '2027-01-06 epiphany',
        '2027-01-06 orthodox-christmas-eve',
      ],
    );
  });
});
