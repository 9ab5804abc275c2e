import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, root } from './paths.mjs';

/** Those that start browsers and whole servers, or kill what runs: longer than all others together. */
export function isLong(file: string): boolean {
  return /\.long\.test\.ts$|tests\/(e2e|kill)\//.test(file);
}

/**
 * Short tests of a room share a process: half of what a file by itself takes is to load what its neighbours have
 * loaded. Each room becomes a file that imports its tests; the long ones stay by themselves.
 */
export function byRoom(files: readonly string[]): string[] {
  const folder = inRoot('node_modules', '.cache', 'tests');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const rooms = Map.groupBy(
    files.filter((file) => !isLong(file)),
    (file) => relative(root, resolve(root, file)).split(sep).slice(0, 2).join('-'),
  );
  const shared = [...rooms].map(([room, tests]) => {
    const path = join(folder, `${room.replace(/\.test\.ts$/, '')}.test.mjs`);
    const lines = tests.sort().map((file) => `await import('${pathToFileURL(resolve(root, file)).href}');\n`);
    writeFileSync(path, lines.join(''));
    return path;
  });
  return [...shared, ...files.filter(isLong)];
}
