import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { VARIANTS } from '#/language/index.ts';
import { variantOfTerminal } from '#/language/terminal.ts';
import { loadWords } from '#/language/words/index.ts';
import { findUsedKeys } from '#/language/words/testing/used-keys.ts';
import { readSources } from '#/language/words/testing/sources.ts';
import { run } from './testing/run.ts';

suite('the command line', () => {
  test('says what there is, and what was written wrongly', async () => {
    for (const argv of [[], ['--help'], ['help']]) {
      const { code, out } = await run(argv);
      assert.equal(code, 0);
      for (const name of ['transliterate', 'key create', 'verify-record', 'backup', 'restore']) {
        assert.match(out, new RegExp(`^  glasnik ${name} `, 'm'));
      }
    }
    const one = await run(['key', 'create', '--help']);
    assert.match(one.out, /key create/);
    assert.doesNotMatch(one.out, /verify-record/);
    const unknown = await run(['publish']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /no command “publish”/);
    for (const argv of [
      ['backup'],
      ['restore', 'a', 'b'],
      ['transliterate', '--to', 'hr'],
      ['verify-record', '--all'],
    ]) {
      const { code, out, err } = await run(argv);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, /Usage:/);
    }
  });

  test('lists all faults of the settings', async () => {
    const { code, err } = await run(['verify-record'], { DATABASE_URL: 'mysql://x', GLASNIK_PORT: 'many' });
    assert.equal(code, 1);
    assert.match(err, /DATABASE_URL: Give postgres:/);
    assert.match(err, /GLASNIK_PORT: Give a number/);
  });

  test('says in one sentence that there is no database, and makes none', async () => {
    const folder = join(tmpdir(), 'glasnik-that-is-not-there');
    for (const argv of [['verify-record'], ['backup', join(folder, 'x.tar')]]) {
      const { code, err } = await run(argv, { GLASNIK_DATA: folder });
      assert.equal(code, 1);
      assert.match(err, /no database of Glasnik yet.*glasnik-that-is-not-there/);
    }
    const { code, err } = await run(['verify-record'], { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c' });
    assert.equal(code, 1);
    assert.match(err, /cannot be reached: .*ECONNREFUSED/);
  });

  test('speaks the language of the terminal', async () => {
    const cases = {
      'bs_BA.UTF-8': 'bs',
      'hr_HR.UTF-8': 'hr',
      'sr_RS.UTF-8': 'sr-Cyrl',
      'sr_BA@latin': 'sr-Latn',
    };
    for (const [LANG, variant] of Object.entries({ ...cases, 'de_AT.UTF-8': 'en', C: 'en' })) {
      assert.equal(variantOfTerminal({ LANG }), variant);
    }
    assert.equal(variantOfTerminal({ LANG: 'de_AT', LC_ALL: 'hr_HR' }), 'hr');
    assert.match((await run(['help'], { LANG: 'sr_RS.UTF-8' })).out, /^Употреба:/);
  });

  test('has words for all it says, in every variant', async () => {
    const used = readSources(['src/cli']).flatMap(({ file, source }) => findUsedKeys(file, source));
    const faults = readSources(['src/cli']).flatMap(({ source }) =>
      [...source.matchAll(/new CliFault\('([^']+)'/g)].map(([, key]) => ({
        key: `cli:${key}`,
        prefix: false,
      })),
    );
    assert.ok(used.length > 10 && faults.length > 10);
    for (const variant of VARIANTS) {
      const words = await loadWords(variant, ['cli', 'common', 'errors']);
      const flat = (tree: object, path: string): string[] =>
        Object.entries(tree).flatMap(([key, value]) =>
          typeof value === 'string'
            ? [path + key.replace(/_(one|few|other)$/, '')]
            : flat(value as object, `${path}${key}.`),
        );
      const known = Object.entries(words).flatMap(([name, tree]) => flat(tree ?? {}, `${name}:`));
      for (const { key, prefix } of [...used, ...faults]) {
        assert.ok(
          prefix ? known.some((one) => one.startsWith(key)) : known.includes(key),
          `${variant} ${key}`,
        );
      }
    }
  });
});

suite('transliterate', () => {
  const to = (script: string, ...more: string[]) => ['transliterate', '--to', script, ...more];

  test('turns text over, byte for byte, also where a letter is cut in two', async () => {
    const source = Buffer.from('Ovdje, Pododjeljenje: injekcija\r\n\tnjegov džep https://a.ba/ž\n');
    const pieces = [...source].map((byte) => Uint8Array.of(byte));
    const { code, out, err } = await run(to('sr-Cyrl'), {}, pieces);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out, 'Овдје, Пододјељење: инјекција\r\n\tњегов џеп https://a.ba/ž\n');
    assert.equal((await run(to('sr-Latn'), {}, [out])).out, source.toString());
    assert.equal((await run(to('sr-Cyrl'))).out, '');
  });

  test('lists words to look at with place, reason and number', async () => {
    const { out, err } = await run(to('sr-Cyrl'), {}, ['Most\n𝒂 Washington i\nWashington, EU4PAR']);
    assert.equal(out, 'Мост\n𝒂 Washington и\nWashington, EU4PAR');
    assert.match(err, /^2 words to look at:\n2:3 {2}Washington ×2 {2}\S.*\n3:13 {2}EU4PAR {2}\S.*\n$/);
  });

  test('takes what the institution has decided, and says what is wrong with it', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'glasnik-cli-'));
    t.after(() => rm(folder, { recursive: true }));
    const file = join(folder, 'glossary.json');
    const glossary = [
      { kind: 'lock', word: 'Mostar*' },
      { kind: 'fixed', latin: 'Vijeće', cyrillic: 'Савјет' },
    ];
    await writeFile(file, JSON.stringify(glossary));
    const turned = await run(to('sr-Cyrl', '--glossary', file), {}, ['Vijeće u Mostaru']);
    assert.equal(turned.out, 'Савјет у Mostaru');
    await writeFile(file, JSON.stringify([...glossary, { kind: 'fixed', latin: 'x' }]));
    assert.match((await run(to('sr-Cyrl', '--glossary', file))).err, /^Entry 3 of the glossary/);
    await writeFile(file, '{"kind": "lock"}');
    assert.match((await run(to('sr-Cyrl', '--glossary', file))).err, /not a list in JSON/);
    const missing = await run(to('sr-Cyrl', '--glossary', join(folder, 'no.json')));
    assert.deepEqual([missing.code, missing.out], [1, '']);
    assert.match(missing.err, /cannot be read/);
  });
});
