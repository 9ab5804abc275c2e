import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VARIANTS } from '#/contract/index.ts';
import { loadWords } from '#/language/words/index.ts';
import { readSources } from '#/language/words/testing/sources.ts';

test('the client has words for all it says', async () => {
  const keys = readSources(['src/client']).flatMap(({ source }) => [
    ...[...source.matchAll(/'client:([a-zA-Z.-]+)'/g)].map(([, found]) => found ?? ''),
    ...[...source.matchAll(/new ClientFault\(\s*EXIT\.\w+,\s*'([^']+)'/g)].map(([, found]) => found ?? ''),
  ]);
  assert.ok(keys.length > 40);
  for (const variant of VARIANTS) {
    const words = JSON.stringify((await loadWords(variant, ['client'])).client);
    for (const name of keys.flatMap((it) => it.split('.').at(-1) ?? []))
      assert.match(words, new RegExp(`"${name}(_one)?"`));
  }
});
