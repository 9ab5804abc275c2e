// @ts-check
// npm start: installs and builds what is missing, then runs Glasnik. Runs under Node 20, as on a fresh clone.
// package.json says `exec`: npm signals its child only, which would be a shell that keeps the signal to itself.
import { becomeNode } from './lib/child.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { isThere, say } from './lib/paths.mjs';
import { ensureStudio } from './lib/studio.mjs';

ensureInstalled();
ensureStudio();
if (isThere('src', 'main.ts'))
  await becomeNode([
    // Room for short-lived values, in MB: what Node takes by itself is a fifth of the idle memory and no delivery faster.
    '--max-semi-space-size=8',
    '--import',
    './scripts/lib/one-press.mjs',
    'src/main.ts',
    'all',
    ...process.argv.slice(2),
  ]);
else {
  say('src/main.ts is not there yet.');
  process.exitCode = 1;
}
