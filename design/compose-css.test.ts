import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { composeCss } from './compose-css.ts';

const here = import.meta.dirname;
const site = composeCss(join(here, 'site.css'));
const bytes = (name: string): number => statSync(join(here, 'fonts', `glasnik-serif-${name}.woff2`)).size;

test('imports are written out once, comments go, quoted text stays as it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'compose-css-'));
  writeFileSync(
    join(folder, 'a.css'),
    `@import './b.css';\n@import './b.css';\n/* why */\n.a { content: ' ; } '; }\n`,
  );
  writeFileSync(join(folder, 'b.css'), `.b > .c , .d {\n  color: red;\n  width: calc(1px + 2px);\n}\n`);
  assert.equal(
    composeCss(join(folder, 'a.css')),
    `.b>.c,.d{color:red;width:calc(1px + 2px)}.a{content:' ; } '}`,
  );
});

test('an import that only a bundler can find is an error', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'glasnik-css-')), 'a.css');
  writeFileSync(file, `@import 'some-package/style.css';`);
  assert.throws(() => composeCss(file), /only a bundler/);
});

test('the citizen stylesheet weighs at most 8 KB gzipped, a script of the heading font at most 14 KB', () => {
  assert.ok(gzipSync(site, { level: 9 }).length <= 8192);
  assert.ok(bytes('common') + bytes('latin') + bytes('latin-ext') <= 14 * 1024);
  assert.ok(bytes('common') + bytes('cyrillic') <= 14 * 1024);
});

test('no style asks a third party, and none needs an exception in the content security policy', () => {
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  assert.ok(files.length > 20);
  for (const file of files)
    assert.doesNotMatch(readFileSync(join(here, file), 'utf8'), /https?:|url\(['"]?data:/, file);
});

test('every custom property that is used is set somewhere', () => {
  const all = site + composeCss(join(here, 'components.css')) + composeCss(join(here, 'tokens-states.css'));
  const given = new Set(['trigger-width', 'stack-gap']); // React Aria sets the first, a page may set the second
  const set = new Set([...all.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
  for (const [, name = ''] of all.matchAll(/var\((--[\w-]+)/g)) {
    assert.ok(set.has(name) || given.has(name.slice(2)), `${name} is used and never set`);
  }
  for (const [, name = ''] of site.matchAll(/var\((--[\w-]+)[),]/g)) {
    const optional = /^--(state|shell|stack|trigger)/.test(name);
    assert.ok(optional || site.includes(`${name}:`), `${name} is used on citizen pages and never set there`);
  }
});
