// @ts-check
// npm start: installs and builds what is missing, then runs Glasnik. Runs under Node 20, as on a fresh clone.
import { becomeNode } from './lib/child.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { isThere, say } from './lib/paths.mjs';
import { ensureStudio } from './lib/studio.mjs';

ensureInstalled();
ensureStudio();
if (isThere('src', 'main.ts')) await becomeNode(['src/main.ts', 'all', ...process.argv.slice(2)]);
else {
  say('src/main.ts is not there yet.');
  process.exitCode = 1;
}
