// @ts-check
// npm run check: everything that a commit must pass, with the time that each part took. Of the tests those that take
// under two minutes together: browsers, killed processes and whole servers are for npm test, which CI runs.
// npm run check -- types lint: those parts alone (types, lint, walls, 'dead code', format, tests).
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { run } from './lib/child.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot, pinnedNode, root, say } from './lib/paths.mjs';

ensureInstalled();
const bin = inRoot('node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };

/** Those that use both cores come first, so that the small ones fill the gaps. */
const STEPS = [
  { name: 'types', command: 'tsc', args: ['-p', '.'] },
  { name: 'lint', command: 'oxlint', args: [] },
  {
    name: 'walls',
    command: 'depcruise',
    args: ['--config', '.dependency-cruiser.mjs', 'src', 'studio', 'demo'],
  },
  { name: 'dead code', command: 'knip', args: [] },
  { name: 'format', command: 'oxfmt', args: ['--check'] },
];

/** @type {{ name: string, passed: boolean, seconds: string }[]} */
const results = [];
const wanted = process.argv.slice(2);
const isWanted = (/** @type {string} */ name) => wanted.length === 0 || wanted.includes(name);
const queue = STEPS.filter(({ name }) => isWanted(name));
await Promise.all([worker(), worker()]);

if (isWanted('tests')) {
  const start = performance.now();
  const code = await run(pinnedNode, ['scripts/test.mjs', '--short'], { env });
  note('tests', code === 0, start);
}

for (const { name, passed, seconds } of results) {
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${seconds.padStart(6)} s  ${name}\n`);
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

async function worker() {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const begun = performance.now();
    const { passed, output } = await capture(step);
    note(step.name, passed, begun);
    say(`${step.name}: ${passed ? 'passed' : 'FAILED'}`);
    if (!passed) process.stdout.write(`${output}\n`);
  }
}

/** @returns {Promise<{ passed: boolean, output: string }>} what it printed, kept together and not mixed with others */
function capture(/** @type {{ command: string, args: string[] }} */ { command, args }) {
  return new Promise((resolve) => {
    const child = spawn(join(bin, command), args, { cwd: root, env, shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    }
    child.once('error', (error) => resolve({ passed: false, output: error.message }));
    child.once('close', (status) => resolve({ passed: status === 0, output }));
  });
}

function note(/** @type {string} */ name, /** @type {boolean} */ passed, /** @type {number} */ begun) {
  results.push({ name, passed, seconds: ((performance.now() - begun) / 1000).toFixed(1) });
}
