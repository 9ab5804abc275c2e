// @ts-check
// npm test [-- FILE …]: installs and builds what is missing, then runs all tests, or those of the files given.
import { becomeNode } from './lib/child.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureStudio } from './lib/studio.mjs';

const files = process.argv.slice(2);
ensureInstalled();
if (files.length === 0 || files.some((file) => /tests\/e2e|site|studio/.test(file))) ensureStudio();
await becomeNode(['scripts/run-tests.ts', ...files]);
