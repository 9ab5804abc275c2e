import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Observance } from '#/contract/index.ts';
import { keptElsewhere } from './elsewhere.ts';
import type { Home } from './posts.ts';

const home = (slug: string): Home => ({
  id: slug,
  slug,
  shortName: slug.toUpperCase(),
  colour: '#123456',
  timeZone: 'Europe/Sarajevo',
  mayWrite: false,
});
const kept = (id: string, dayOff = false, day = '2027-03-01'): Observance => ({
  id,
  day,
  name: id,
  sets: [],
  dayOff,
  expected: false,
  source: '',
});
const shown = (own: Observance[], others: { home: Home; observances: Observance[] }[]) =>
  [...keptElsewhere(own, others)].map(([day, all]) => [
    day,
    all.map(
      ({ id, dayOff, homes }) => `${id}${dayOff ? '!' : ''} ${homes.map(({ slug }) => slug).join('+')}`,
    ),
  ]);

describe('days of institutions beside this one', () => {
  test('what is kept here too is not repeated; what is not stands once, with all who keep it', () => {
    assert.deepEqual(
      shown(
        [kept('labour', true), kept('poetry')],
        [
          { home: home('a'), observances: [kept('labour', true), kept('poetry'), kept('statehood')] },
          { home: home('b'), observances: [kept('statehood')] },
        ],
      ),
      [['2027-03-01', ['statehood a+b']]],
    );
  });
  test('a day off there that is worked here is told; a day off here that is worked there is not', () => {
    assert.deepEqual(
      shown(
        [kept('easter'), kept('labour', true)],
        [{ home: home('a'), observances: [kept('easter', true), kept('labour')] }],
      ),
      [['2027-03-01', ['easter! a']]],
    );
  });
  test('who rests and who only keeps the day stand apart, and days apart from each other', () => {
    assert.deepEqual(
      shown(
        [],
        [
          { home: home('a'), observances: [kept('christmas', true, '2027-01-07')] },
          { home: home('b'), observances: [kept('christmas', false, '2027-01-07'), kept('poetry')] },
        ],
      ),
      [
        ['2027-01-07', ['christmas! a', 'christmas b']],
        ['2027-03-01', ['poetry b']],
      ],
    );
  });
});
