import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { loadWords, type WordTree } from '#/language/index.ts';
import { HANDBOOK, pagesOf, toCyrillicPage, WRITTEN } from '../../scripts/lib/handbook.ts';

const LANGUAGES = [...WRITTEN, 'sr-Cyrl'] as const;
type Language = (typeof LANGUAGES)[number];

const linksIn = (text: string) => [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((found) => found[1]!);
const isPicture = (link: string) => link.endsWith('.webp');
const picturesIn = (text: string) => linksIn(text).filter(isPicture);
/** A picture is that of the page's language, whatever the language. */
const placesIn = (text: string, language: Language) =>
  linksIn(text).map((link) => (isPicture(link) ? link.replace(`/${language}/`, '/*/') : link));
const levelsOf = (text: string) => [...text.matchAll(/^#+(?= )/gm)].map(([marks]) => marks.length);
const stepsIn = (text: string) => [...text.matchAll(/^\d+\. /gm)].length;
const boldIn = (text: string) => [...text.matchAll(/\*\*(.+?)\*\*/g)].map((found) => found[1]!);

/** All that the screens say in a language. */
async function sayingsOf(language: Language): Promise<Set<string>> {
  const sayings = new Set<string>();
  for (const tree of Object.values(await loadWords(language))) collect(tree, sayings);
  return sayings;
}

function collect(tree: WordTree, into: Set<string>): void {
  for (const value of Object.values(tree)) {
    if (typeof value === 'string') into.add(value);
    else collect(value, into);
  }
}

describe('the handbook', () => {
  test('has every page in every language, with the same headings, steps, pictures and links', async () => {
    const first = await pagesOf('bs');
    assert.ok(first.size > 14);
    for (const language of LANGUAGES) {
      const pages = await pagesOf(language);
      assert.deepEqual([...pages.keys()], [...first.keys()], language);
      for (const [name, text] of pages) {
        const model = first.get(name)!;
        assert.deepEqual(levelsOf(text), levelsOf(model), `${language}/${name}: headings`);
        assert.equal(stepsIn(text), stepsIn(model), `${language}/${name}: steps`);
        assert.deepEqual(
          placesIn(text, language),
          placesIn(model, 'bs'),
          `${language}/${name}: pictures and links`,
        );
        if (name !== 'README.md') assert.ok(picturesIn(text).length > 0, `${language}/${name} shows nothing`);
        assert.equal(boldIn(text).length, boldIn(model).length, `${language}/${name}: words of the screen`);
      }
    }
  });

  test('has every picture and every page that it leads to', async () => {
    const used = new Set<string>();
    for (const language of LANGUAGES) {
      for (const [name, text] of await pagesOf(language)) {
        const here = dirname(join(HANDBOOK, language, name));
        for (const link of linksIn(text)) {
          assert.ok(existsSync(join(here, link)), `${language}/${name} leads to ${link}`);
        }
        for (const picture of picturesIn(text)) used.add(join(here, picture));
      }
    }
    const index = await readFile(join(HANDBOOK, 'README.md'), 'utf8');
    for (const link of linksIn(index)) assert.ok(existsSync(join(HANDBOOK, link)), link);
    const folder = join(HANDBOOK, 'pictures');
    for (const file of await readdir(folder, { recursive: true })) {
      if (!isPicture(file)) continue;
      assert.ok(used.has(join(folder, file)), `no page shows ${file}`);
      assert.ok((await stat(join(folder, file))).size < 90_000, `${file} is heavy`);
    }
  });

  test('names every page in the index of its language', async () => {
    for (const language of LANGUAGES) {
      const pages = await pagesOf(language);
      const named = new Set(linksIn(pages.get('README.md')!));
      for (const name of pages.keys()) assert.ok(name === 'README.md' || named.has(name), name);
    }
  });

  test('says in bold only what the screens of that language say', async () => {
    for (const language of LANGUAGES) {
      const sayings = await sayingsOf(language);
      for (const [name, text] of await pagesOf(language)) {
        const invented = boldIn(text).filter((words) => !sayings.has(words));
        assert.deepEqual(invented, [], `${language}/${name}`);
      }
    }
  });

  test('has Cyrillic pages that were made from the Latin ones as they are now (npm run handbook)', async () => {
    const cyrillic = await pagesOf('sr-Cyrl');
    for (const [name, text] of await pagesOf('sr-Latn')) {
      assert.equal(cyrillic.get(name), toCyrillicPage(text), `${name}: run npm run handbook`);
    }
  });
});
