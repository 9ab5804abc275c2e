import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { VARIANTS, type Variant } from '../variants.ts';
import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDistance,
  formatMarks,
  formatPrice,
  formatNumber,
  formatPercent,
  formatRelative,
  formatTime,
  monthName,
  pluralCategory,
} from './index.ts';

const day = Temporal.PlainDate.from('2026-07-20');
const moment = Temporal.ZonedDateTime.from('2026-07-20T08:05[Europe/Sarajevo]');
/** No-break spaces read as spaces, and one is known to be there. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const inAll = (make: (variant: Variant) => string) => VARIANTS.map((variant) => plain(make(variant)));

const to = (iso: string) => Temporal.PlainDate.from(iso);

describe('dates', () => {
  test('by the custom of each variant', () => {
    assert.deepEqual(
      inAll((v) => formatDate(day, v)),
      ['20. juli 2026.', '20. srpnja 2026.', '20. jul 2026.', '20. јул 2026.', '20 July 2026'],
    );
    assert.deepEqual(
      inAll((v) => formatDate(day, v, 'full')),
      [
        'ponedjeljak, 20. juli 2026.',
        'ponedjeljak, 20. srpnja 2026.',
        'ponedjeljak, 20. jul 2026.',
        'понедјељак, 20. јул 2026.',
        'Monday 20 July 2026',
      ],
    );
    assert.deepEqual(
      inAll((v) => formatDate(day, v, 'month')),
      ['juli 2026.', 'srpanj 2026.', 'jul 2026.', 'јул 2026.', 'July 2026'],
    );
    assert.deepEqual(
      inAll((v) => formatDate(day, v, 'numeric')),
      ['20. 7. 2026.', '20. 7. 2026.', '20. 7. 2026.', '20. 7. 2026.', '20/07/2026'],
    );
    assert.ok(formatDate(day, 'bs').includes('\u00A0'));
  });

  test('with a time, from a zoned moment', () => {
    assert.equal(plain(formatDateTime(moment, 'sr-Cyrl')), '20. јул 2026. у 08:05');
    assert.equal(plain(formatDateTime(moment, 'en', 'day')), '20 July at 08:05');
    assert.equal(formatTime(moment), '08:05');
  });

  test('as a stretch', () => {
    assert.equal(plain(formatDateRange(day, to('2026-07-22'), 'bs')), '20.–22. juli 2026.');
    assert.equal(plain(formatDateRange(day, to('2026-08-02'), 'hr')), '20. srpnja – 2. kolovoza 2026.');
    assert.equal(plain(formatDateRange(day, to('2027-01-02'), 'en')), '20 July 2026 – 2 January 2027');
    assert.equal(plain(formatDateRange(day, day, 'bs')), '20. juli 2026.');
  });

  test('every month and day has a name in every variant', () => {
    for (const variant of VARIANTS) {
      const months = Array.from({ length: 12 }, (_, at) => monthName(at + 1, variant));
      assert.equal(new Set(months).size, 12);
      assert.ok(!months.includes(''));
      const days = Array.from({ length: 7 }, (_, at) => formatDate(day.add({ days: at }), variant, 'full'));
      assert.equal(new Set(days.map((text) => text.split(/[, ]/)[0])).size, 7);
    }
  });
});

describe('numbers', () => {
  test('write a price with two decimals, and a third where it needs one', () => {
    assert.equal(formatPrice(0.2, 'USD', 'bs'), '0,20\u00A0USD');
    assert.equal(formatPrice(0.015, 'USD', 'sr-Cyrl'), '0,015\u00A0USD');
    assert.equal(formatPrice(0.015, 'USD', 'en'), '0.015\u00A0USD');
  });

  test('by the custom of each variant', () => {
    assert.deepEqual(
      inAll((v) => formatNumber(1_234_567.891, v)),
      ['1.234.567,89', '1.234.567,89', '1.234.567,89', '1.234.567,89', '1,234,567.89'],
    );
    assert.deepEqual(
      inAll((v) => formatPercent(0.6404, v)),
      ['64,04 %', '64,04 %', '64,04%', '64,04%', '64.04%'],
    );
    assert.deepEqual(
      inAll((v) => formatMarks(1250, v)),
      ['1.250,00 KM', '1.250,00 KM', '1.250,00 KM', '1.250,00 КМ', 'BAM 1,250.00'],
    );
  });

  test('plural categories are those of the platform', () => {
    const numbers = [
      ...Array.from({ length: 1200 }, (_, at) => at),
      0.1,
      1.1,
      1.2,
      1.5,
      2.11,
      3.14,
      10.21,
      1e6,
      1e6 + 1,
    ];
    for (const variant of VARIANTS) {
      const rules = new Intl.PluralRules(variant);
      for (const count of numbers)
        assert.equal(pluralCategory(count, variant), rules.select(count), `${variant} ${count}`);
    }
  });
});

describe('distances in time', () => {
  test('with the right form of the unit', () => {
    assert.equal(formatDistance(2, 'hour', 'bs'), 'za 2 sata');
    assert.equal(formatDistance(-5, 'minute', 'hr'), 'prije 5 minuta');
    assert.equal(formatDistance(-21, 'minute', 'bs'), 'prije 21 minutu');
    assert.equal(formatDistance(-12, 'minute', 'bs'), 'prije 12 minuta');
    assert.equal(formatDistance(3, 'week', 'hr'), 'za 3 tjedna');
    assert.equal(formatDistance(3, 'week', 'bs'), 'za 3 sedmice');
    assert.equal(formatDistance(-1, 'day', 'sr-Cyrl'), 'прије 1 дан');
    assert.equal(formatDistance(1, 'hour', 'en'), 'in 1 hour');
    assert.equal(formatDistance(-3, 'year', 'en'), '3 years ago');
    assert.equal(formatDistance(0, 'day', 'hr'), 'upravo sada');
  });

  test('picking the unit from two moments', () => {
    const now = Date.UTC(2026, 6, 20);
    const from = (seconds: number) => formatRelative(now + seconds * 1000, now, 'bs');
    assert.equal(from(-10), 'upravo sada');
    assert.equal(from(-45), 'prije 45 sekundi');
    assert.equal(from(-119), 'prije 1 minutu');
    assert.equal(from(7200), 'za 2 sata');
    assert.equal(from(86_400 * 13), 'za 13 dana');
    assert.equal(from(-86_400 * 14), 'prije 2 sedmice');
    assert.equal(from(-86_400 * 30), 'prije 1 mjesec');
    assert.equal(from(86_400 * 365), 'za 1 godinu');
  });
});
