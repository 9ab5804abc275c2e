// @ts-check
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The Node that package.json pins; the one that runs a script of ours may be older. */
export const pinnedNode = join(
  root,
  'node_modules',
  '.bin',
  process.platform === 'win32' ? 'node.cmd' : 'node',
);

export const inRoot = (/** @type {string[]} */ ...parts) => join(root, ...parts);

export const isThere = (/** @type {string[]} */ ...parts) => existsSync(join(root, ...parts));

/** What we are doing, on standard error: standard output is for what other programs read. */
export function say(/** @type {string} */ sentence) {
  process.stderr.write(`Glasnik: ${sentence}\n`);
}
