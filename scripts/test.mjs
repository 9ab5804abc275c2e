// @ts-check
// npm test [FILE or FOLDER …] [-- --short] [-- --test-name-pattern=…]: installs and builds what is missing, then runs
// all tests, or those named; --short leaves out those that start browsers and whole servers.
import { becomeNode } from './lib/child.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureStudio } from './lib/studio.mjs';

const files = process.argv.slice(2).filter((word) => !word.startsWith('-'));
ensureInstalled();
if (files.length === 0 || files.some((file) => /tests\/e2e|site|studio/.test(file))) ensureStudio();
await becomeNode(['scripts/run-tests.ts', ...process.argv.slice(2)]);
