import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectors } from '#/connectors/index.ts';
import { inOrder } from './in-order.ts';

test('the practice network comes first while nothing is connected, and where it always is after that', () => {
  const networks = connectors.map(({ manifest }) => manifest).toReversed();
  const names = (isNew: boolean) => inOrder(networks, isNew).map(({ network }) => network);
  const before = networks.map(({ network }) => network);
  assert.deepEqual(names(false), before);
  assert.deepEqual(names(true), ['sandbox', ...before.filter((network) => network !== 'sandbox')]);
});
