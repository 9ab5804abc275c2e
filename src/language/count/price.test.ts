import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priceOf } from './price.ts';

const rates = { post: 0.015, withLink: 0.2 };

test('each part of a thread costs, and one with an address costs more', () => {
  assert.equal(priceOf(['Most je otvoren.'], rates), 0.015);
  assert.equal(priceOf(['Prijave na https://opcina.example.ba/poziv do petka.'], rates), 0.2);
  assert.equal(priceOf(['Prijave na opcina.ba do petka.'], rates), 0.2);
  const thread = priceOf(['Prvi dio 1/2', 'Drugi dio, https://opcina.example.ba 2/2'], rates);
  assert.equal(thread.toFixed(3), '0.215');
});
