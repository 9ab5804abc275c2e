// Second half of npm test, under the pinned Node: one database server for the run, then node --test.
import { existsSync, globSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { startTestServer } from '../tests/helpers/postgres.ts';
import { findBrowser } from '../tests/helpers/browser.ts';
import { run } from './lib/child.mjs';
import { root, say } from './lib/paths.mjs';
import { byRoom, isLong } from './lib/test-rooms.ts';

const SHORT = '--short';
const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('-') && word !== SHORT);
const given = words.filter((word) => !word.startsWith('-'));
const all = given.length > 0 ? given.flatMap(inside) : inside('.');
const files = words.includes(SHORT) ? all.filter((file) => !isLong(file)) : all;
if (files.length === 0) {
  say(`there are no tests in ${given.join(' ')}.`);
  process.exit(1);
}

const browser = findBrowser();
const server = await startTestServer();
// Each is a process that mostly waits for the database, which works on the same cores.
const concurrency = Math.max(2, availableParallelism());
say(`test files: ${files.length}, ${concurrency} at a time; browser: ${browser}.`);
if (files.length < all.length) say(`left out as long: ${all.length - files.length}; npm test runs them too.`);
try {
  // The time is for a whole file too; it is there for those that hang, not for those that work.
  const args = ['--test', `--test-concurrency=${concurrency}`, '--test-timeout=900000', ...options];
  process.exitCode = await run(process.execPath, [...args, ...(given.length > 0 ? files : byRoom(files))], {
    env: { ...process.env, GLASNIK_TEST_DATABASE_URL: server.url },
  });
} finally {
  await server.stop();
}

/** The test files below a folder, or the file itself. The real servers of tests/networks have a run of their own. */
function inside(path: string): string[] {
  if (!existsSync(path)) {
    say(`there is no ${path}.`);
    process.exit(1);
  }
  if (statSync(path).isFile()) return [path];
  return globSync(`${path}/**/*.test.{ts,mjs}`, {
    cwd: root,
    exclude: (name) => /(^|\/)(node_modules|dist|data)$|tests\/networks/.test(name),
  });
}
