import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..');
/** What the whole program and the helpers of its tests consist of. */
const PARTS = ['src', 'design', 'studio', 'tests', 'package.json', 'tsconfig.json'];
const LIST = join('src', 'connectors', 'index.ts');

test('a new connector is its folder and one line', async (t) => {
  const copy = await mkdtemp(join(tmpdir(), 'glasnik-copy-'));
  t.after(() => rm(copy, { recursive: true, force: true }));
  for (const part of PARTS) await cp(join(ROOT, part), join(copy, part), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  await cp(join(ROOT, 'tests/fixtures/postcard'), join(copy, 'src/connectors/postcard'), { recursive: true });
  const list = await readFile(join(copy, LIST), 'utf8');
  const withLine = list
    .replace(
      "import type { Connector } from './contract.ts';",
      "$&\nimport { postcard } from './postcard/index.ts';",
    )
    .replace('readonly Connector[] = [', '$&postcard, ');
  assert.equal(withLine.split('\n').length, list.split('\n').length + 1);
  assert.match(withLine, /\[postcard, /);
  await writeFile(join(copy, LIST), withLine);
  const { stdout } = await promisify(execFile)(process.execPath, ['tests/fixtures/postcard-story.ts'], {
    cwd: copy,
    env: process.env,
    timeout: 300_000,
  });
  assert.match(stdout, /published/);
});
