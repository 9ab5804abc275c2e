import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSources } from '#/language/words/testing/sources.ts';

test('every part that comes later is waited for: where one fails, wrap it in `patiently` or `later`', () => {
  const lazies = readSources(['studio']).flatMap(({ file, source }) =>
    [...source.matchAll(/= lazy\(\s*(\w+)/g)].map(([, wrap]) => ({ file, wrap })),
  );
  assert.ok(lazies.length >= 30, `only ${lazies.length} found`);
  assert.deepEqual(
    lazies.filter(({ wrap }) => wrap !== 'patiently' && wrap !== 'later'),
    [],
  );
});
