import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '../../../..');

/** Every TypeScript source under the given folders of the repository, tests left out. */
export function readSources(
  folders: readonly string[],
): readonly { readonly file: string; readonly source: string }[] {
  return folders
    .flatMap((folder) => listFiles(join(ROOT, folder)))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$/.test(path))
    .map((path) => ({ file: relative(ROOT, path), source: readFileSync(path, 'utf8') }));
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}
