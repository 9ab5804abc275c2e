// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot, pinnedNode, root, say } from './paths.mjs';

/** Installs what package-lock.json asks for, where node_modules holds something else. */
export function ensureInstalled() {
  if (isInstalled()) return;
  say('installing packages. The first time this takes a minute or two.');
  const start = performance.now();
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status, error } = spawnSync(
    command,
    [...first, 'ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'],
    // npm talks on standard output, which is not ours to fill.
    { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' },
  );
  if (status !== 0 || !isInstalled()) {
    say(`the installation failed${error ? ` (${error.message})` : ''}. What npm said stands above.`);
    say('Check the network and the free disk space, then run the same command again.');
    process.exit(1);
  }
  say(`packages are installed (${Math.round((performance.now() - start) / 1000)} s).`);
}

/** True where each package of the lockfile is there in its version; those of other platforms need not be. */
function isInstalled() {
  if (!existsSync(pinnedNode)) return false;
  try {
    const wanted = packagesIn('package-lock.json');
    const found = packagesIn('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || optional || found[path]?.version === version,
    );
  } catch {
    return false;
  }
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(/** @type {string} */ file) {
  return JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;
}
