import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { VARIANTS } from '#/language/index.ts';
import { ensureStudio } from '../scripts/lib/studio.mjs';
import { fetchedRows } from './studio-fetched.ts';
import { studioUnits, type Unit } from '../scripts/lib/studio-words.ts';
import type { Part, Row } from './table.ts';

const BUDGET_KB = 250;
const STUDIO = new URL('../dist/studio/', import.meta.url);

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[] };
type Manifest = Record<string, Chunk>;

/** A screen with everything it stands in: the entry, the frame of an institution, the frame of the settings. */
type Screen = readonly Unit[];

/** The JavaScript that a browser fetches before the first screen stands: what an empty cache costs. */
export async function run({ say }: { say: (line: string) => void }): Promise<Part> {
  ensureStudio();
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', STUDIO), 'utf8')) as Manifest;
  const page = readFileSync(new URL('index.html', STUDIO), 'utf8');
  // The page names the entry and scripts that are none of Vite's chunks.
  const named = [...page.matchAll(/<script[^>]* src="\/studio\/([^"]+)"/g)].map(([, file]) => file!);
  const rows = screensIn(studioUnits(), []).map((screen): Row => {
    const files = new Set(named);
    for (const { module } of screen) walk(manifest, chunkOf(module), files);
    const words = screen.flatMap((unit) => unit.words);
    const sizes = VARIANTS.map((variant) => sizeOf([...files, ...wordsOf(manifest, variant, words)]));
    const kb = Math.max(...sizes) / 1000;
    return {
      what: `first load of ${nameOf(screen)} (${files.size} files and ${words.length} of words)`,
      value: kb,
      unit: 'kB gzip',
      reference: `the budget of ${BUDGET_KB} kB`,
      ratio: kb / BUDGET_KB,
      reach: { of: 'figure', atMost: BUDGET_KB },
    };
  });
  return {
    title: 'The studio',
    rows: [...rows, ...(await fetchedRows(say))],
    notes: [
      'Every screen opened first, with an empty cache. Static imports of the entry, of the frame around the screen and of the screen, and the words that its route brings in the language that has most to load; each file by itself under gzip at level 9. Without styles and fonts, and without the stand-in for Temporal, which only a browser without it fetches.',
      'Below, for some screens, what Chromium then goes on to fetch by itself, in Serbian Cyrillic: the panels that the screen shows when they have come, and what is brought while the page is idle (dialogs, menus, explanations) so that it opens at once and without a connection.',
    ],
  };
}

function walk(manifest: Manifest, name: string, files: Set<string>): void {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`the build has no chunk ${name}`);
  if (files.has(chunk.file) && name !== 'index.html') return;
  files.add(chunk.file);
  for (const next of chunk.imports ?? []) walk(manifest, next, files);
}

/** Cyrillic is made from Latin in the browser, with exceptions from a file of their own. */
function wordsOf(manifest: Manifest, variant: string, words: readonly string[]): string[] {
  const wanted =
    variant === 'sr-Cyrl'
      ? ['sr-Cyrl/overrides', ...words.map((name) => `sr-Latn/${name}`)]
      : words.map((name) => `${variant}/${name}`);
  const files = new Set<string>();
  for (const name of wanted) walk(manifest, `../src/language/words/${name}.json`, files);
  return [...files];
}

/** The page itself is what Vite calls the entry. */
const chunkOf = (module: string): string =>
  module === 'studio/main.tsx' ? 'index.html' : module.replace(/^studio\//, '');

const nameOf = (screen: Screen): string =>
  (screen.at(-1)?.module ?? '').replace(/^studio\//, '').replace(/-screen\.tsx$/, '');

function screensIn(unit: Unit, above: Screen): Screen[] {
  const here = [...above, unit];
  const inner = unit.inside.flatMap((one) => screensIn(one, here));
  return unit.module.endsWith('-screen.tsx') ? [here, ...inner] : inner;
}

function sizeOf(files: readonly string[]): number {
  const present = files.map((file) => new URL(file, STUDIO)).filter((url) => existsSync(url));
  if (present.length < files.length) throw new Error('files of the build are missing: run npm run build');
  return present.reduce((sum, url) => sum + gzipSync(readFileSync(url), { level: 9 }).length, 0);
}
