// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { inRoot, isThere, pinnedNode, root, say } from './paths.mjs';

/** What the studio is made of; a change in any of it makes the last build stale. */
const SOURCES = ['studio', 'design', 'src/contract', 'src/language', 'package-lock.json', 'tsconfig.json'];
const OUTPUT = 'dist/studio';
const STAMP = 'dist/studio.stamp.json';

/** Builds the studio where its sources have changed since the last build. Exits where the build fails. */
export function ensureStudio() {
  if (!isThere('studio', 'vite.config.ts')) {
    say('there is no studio to build yet; going on without it.');
    return;
  }
  const files = SOURCES.flatMap(listFiles);
  const glance = glanceAt(files);
  const stamp = readStamp();
  const built = isThere(OUTPUT, 'index.html');
  if (built && stamp?.glance === glance) return;
  const content = hashOf(files);
  if (!built || stamp?.content !== content) build();
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(inRoot(STAMP), JSON.stringify({ glance, content }));
}

/** Built beside its place and moved there whole, so that a server that runs never serves half a studio. */
function build() {
  say('building the studio.');
  const start = performance.now();
  const draft = `${OUTPUT}.${process.pid}`;
  const vite = inRoot('node_modules/vite/bin/vite.js');
  const { NODE_ENV: _, ...env } = process.env;
  const { status } = spawnSync(
    pinnedNode,
    [
      vite,
      'build',
      '--config',
      'studio/vite.config.ts',
      '--outDir',
      `../${draft}`, // Vite takes it from the folder of the studio, and so do plugins of ours
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ],
    { cwd: root, env, stdio: ['ignore', 2, 2] },
  );
  if (status !== 0) {
    rmSync(inRoot(draft), { recursive: true, force: true });
    say('the studio could not be built. What Vite said stands above.');
    process.exit(1);
  }
  rmSync(inRoot(OUTPUT), { recursive: true, force: true });
  renameSync(inRoot(draft), inRoot(OUTPUT));
  say(`the studio is built (${((performance.now() - start) / 1000).toFixed(1)} s).`);
}

/** @returns {string[]} paths from the root, sorted */
function listFiles(/** @type {string} */ source) {
  const stats = statSync(inRoot(source), { throwIfNoEntry: false });
  if (!stats) return [];
  if (stats.isFile()) return [source];
  return readdirSync(inRoot(source), { encoding: 'utf8', recursive: true })
    .map((name) => `${source}/${name}`)
    .filter((file) => !/\.test\.tsx?$/.test(file) && statSync(inRoot(file)).isFile())
    .sort();
}

/** Cheap and nearly always right: where sizes and times stand still, nothing was changed. */
function glanceAt(/** @type {string[]} */ files) {
  const lines = files.map((file) => {
    const { size, mtimeMs } = statSync(inRoot(file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** A fresh clone or a checkout changes the times and not the words. */
function hashOf(/** @type {string[]} */ files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0');
  return hash.digest('hex');
}

/** @returns {{ glance: string, content: string } | undefined} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(inRoot(STAMP), 'utf8'));
  } catch {
    return undefined;
  }
}
