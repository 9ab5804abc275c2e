#!/usr/bin/env node
// @ts-check
// The client as a command: `glasnik …` where the package is linked or installed, `npm run -s client -- …` in the tree.
// Runs under Node 20 and goes on in the pinned Node. It stays in the folder of whoever calls: they name files there.
import { existsSync } from 'node:fs';
import { run } from './lib/child.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot, pinnedNode, root } from './lib/paths.mjs';

// npm goes to the package's folder first and says where it came from.
if (process.env.npm_lifecycle_event === 'client' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

const isPackage = root.split(/[\\/]/).includes('node_modules');
if (!isPackage) ensureInstalled();
const ownNode = existsSync(pinnedNode) ? pinnedNode : process.execPath;
const args = [
  // Node runs no TypeScript that lies in node_modules, which is where an installed package does.
  ...(isPackage ? ['--import', new URL('lib/strip-types.mjs', import.meta.url).href] : []),
  inRoot('src', 'main.ts'),
  'client',
  ...process.argv.slice(2),
];
if (typeof process.execve === 'function' && process.platform !== 'win32') {
  process.execve(ownNode, [ownNode, ...args], process.env);
}
process.exitCode = await run(ownNode, args, { cwd: process.cwd() });
