import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { SHOTS } from '../../scripts/lib/picture-book.ts';
import { inRoot } from '../../scripts/lib/paths.mjs';

const FOLDER = inRoot('docs', 'screens');

test('the picture book shows every screen that the router knows, wide and narrow (npm run screens)', async () => {
  const files = new Set(await readdir(FOLDER));
  const index = await readFile(join(FOLDER, 'README.md'), 'utf8');
  for (const { name, dark } of SHOTS) {
    for (const shown of dark ? [name, `${name}-dark`] : [name]) {
      assert.ok(index.includes(`## ${shown}\n`), `${shown} is not in docs/screens/README.md`);
      for (const width of [1280, 360]) assert.ok(files.has(`${shown}-${width}.png`), `${shown}-${width}.png`);
    }
  }
});
