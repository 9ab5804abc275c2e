import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { connectors } from '#/connectors/index.ts';
import { WRITTEN } from '../../scripts/lib/handbook.ts';
import { networkPageMaker, networkPagesOf } from '../../scripts/lib/network-pages.ts';

const headingsIn = (text: string) => [...text.matchAll(/^#+ /gm)].length;
const stepsIn = (text: string) => [...text.matchAll(/^\d+\. /gm)].length;

describe('the pages of the networks', () => {
  test('are there for every network but the practice one, in every language, with the same parts', async () => {
    const first = await networkPagesOf('bs');
    const wanted = connectors
      .map(({ manifest }) => `${manifest.network}.md`)
      .filter((name) => name !== 'sandbox.md');
    assert.deepEqual([...first.keys()], wanted.toSorted());
    for (const language of [...WRITTEN, 'sr-Cyrl']) {
      const pages = await networkPagesOf(language);
      assert.deepEqual([...pages.keys()], [...first.keys()], language);
      for (const [name, text] of pages) {
        const model = first.get(name)!;
        assert.equal(headingsIn(text), headingsIn(model), `${language}/${name}: headings`);
        assert.equal(stepsIn(text), stepsIn(model), `${language}/${name}: steps`);
      }
    }
  });

  test('are in Cyrillic as the Latin ones are now (npm run handbook)', async () => {
    const toCyrillic = await networkPageMaker();
    const made = await networkPagesOf('sr-Cyrl');
    for (const [name, text] of await networkPagesOf('sr-Latn'))
      assert.equal(made.get(name), toCyrillic(text), name);
  });
});
