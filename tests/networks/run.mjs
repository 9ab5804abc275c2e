// Tests against real servers of networks: `node tests/networks/run.mjs`. Installs their packages when they are
// missing (about 600 MB and two minutes, once), then runs the tests with the project's own Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const bin = join(root, 'node_modules', '.bin');
const node = join(bin, 'node');
if (!existsSync(node)) {
  console.error('The packages of Glasnik itself are missing. Run "npm install" in its folder first.');
  process.exit(1);
}

const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

// Which packages, built for which Node: a change of either means installing again.
const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
const lock = readFileSync(join(here, 'package-lock.json'));
const stamp = `${version} ${process.arch} ${createHash('sha256').update(lock).digest('hex')}\n`;
const stampFile = join(here, 'node_modules', '.glasnik-stamp');
const isInstalled = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;

if (!isInstalled) {
  console.log('Installing the servers for the tests of networks (once, about two minutes) ...');
  // SQLite is compiled against the headers that come with the pinned Node, and nothing is fetched from elsewhere.
  const headers = join(here, 'node_modules', `node-${process.platform}-${process.arch}`);
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--no-progress'], {
    cwd: here,
    stdio: 'inherit',
    env: { ...env, npm_config_nodedir: headers, npm_config_build_from_source: 'true' },
  });
  if (done.status !== 0) {
    console.error('The servers could not be installed. Needed: a C++ compiler, make and Python 3.');
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}

const tests = process.argv.slice(2);
const pattern = tests.length > 0 ? tests : [join(here, '*.test.ts')];
const ran = spawnSync(node, ['--test', '--test-concurrency=1', '--test-timeout=300000', ...pattern], {
  cwd: root,
  stdio: 'inherit',
  env,
});
process.exit(ran.status ?? 1);
