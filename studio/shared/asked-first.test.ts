import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations } from '#/contract/index.ts';
import { readSources } from '#/language/words/testing/sources.ts';

/** Every place where the studio takes something away, as `file: operation`, and whether it is asked about before. */
function takings(): readonly { place: string; asked: boolean }[] {
  return readSources(['studio']).flatMap(({ file, source }) =>
    [...source.matchAll(/const (\w+) = useAct\('(\w+)'/g)].flatMap(([, name, operation]) => {
      if (!isTaking(operation!)) return [];
      const sent = [...source.matchAll(new RegExp(`\\b${name}\\.mutate\\(`, 'g'))].length;
      const confirmed = [...source.matchAll(new RegExp(`onConfirm=\\{[^\\n]*\\b${name}\\.mutate\\(`, 'g'))]
        .length;
      return [{ place: `${file}: ${operation}`, asked: sent > 0 && sent === confirmed }];
    }),
  );
}

/** Taken back with one press, by the message that tells of it: `tests/e2e/elections.test.ts` presses it. */
const UNDONE = /: remove(House)?ElectionEntry$/;

const isTaking = (name: string): boolean =>
  Object.entries(operations).some(([one, { method }]) => one === name && method === 'DELETE');

test('whatever the studio removes, it asks once before or offers to take back', () => {
  const found = takings();
  assert.ok(found.length >= 10, `only ${found.length} found`);
  assert.deepEqual(
    found.filter(({ place, asked }) => !asked && !UNDONE.test(place)).map(({ place }) => place),
    [],
  );
});
