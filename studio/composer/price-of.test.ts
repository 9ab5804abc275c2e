import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priceOf } from './price-of.ts';

const price = { currency: 'USD', post: 0.015, withLink: 0.2 };

test('each part of a thread costs, and one with an address costs more', () => {
  assert.equal(priceOf(['Most je otvoren.'], price), 0.015);
  assert.equal(priceOf(['Prijave na https://opcina.example.ba/poziv do petka.'], price), 0.2);
  assert.equal(priceOf(['Prijave na opcina.ba do petka.'], price), 0.2);
  assert.equal(
    priceOf(['Prvi dio 1/2', 'Drugi dio, https://opcina.example.ba 2/2'], price)?.toFixed(3),
    '0.215',
  );
});

test('a network that takes nothing has no price', () => {
  assert.equal(priceOf(['Most je otvoren.'], null), null);
});
