import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { VARIANTS } from '#/language/index.ts';
import { ensureStudio } from '../scripts/lib/studio.mjs';
import type { Part, Row } from './table.ts';

const BUDGET_KB = 250;
const STUDIO = new URL('../dist/studio/', import.meta.url);

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[] };
type Manifest = Record<string, Chunk>;

const SCREENS = {
  'sign-in': 'session/sign-in-screen.tsx',
  today: 'today/today-screen.tsx',
  composer: 'composer/composer-screen.tsx',
  calendar: 'calendar/calendar-screen.tsx',
} as const;

/** The JavaScript that a browser fetches before the first screen stands: what an empty cache costs. */
export function run(): Part {
  ensureStudio();
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', STUDIO), 'utf8')) as Manifest;
  const page = readFileSync(new URL('index.html', STUDIO), 'utf8');
  // The page names the entry and scripts that are none of Vite's chunks.
  const named = [...page.matchAll(/<script[^>]* src="\/studio\/([^"]+)"/g)].map(([, file]) => file!);
  const rows = Object.entries(SCREENS).map(([name, source]): Row => {
    const files = new Set(named);
    for (const root of ['index.html', source]) walk(manifest, root, files);
    const sizes = VARIANTS.map((variant) => sizeOf([...files, ...wordsOf(manifest, variant)]));
    const kb = Math.max(...sizes) / 1000;
    return {
      what: `first load, ${name} first (${files.size} files and the words)`,
      value: kb,
      unit: 'kB gzip',
      reference: `the budget of ${BUDGET_KB} kB`,
      ratio: kb / BUDGET_KB,
      reach: { of: 'figure', atMost: BUDGET_KB },
    };
  });
  return {
    title: 'The studio',
    rows,
    notes: [
      'Static imports of the entry and of the screen, and the words of the language that has most to load; each file by itself under gzip at level 9. Without styles and fonts, and without the stand-in for Temporal, which only a browser without it fetches.',
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

/** Words load by name at run time; Cyrillic is made from Latin in the browser. */
function wordsOf(manifest: Manifest, variant: string): string[] {
  const folders = variant === 'sr-Cyrl' ? ['sr-Latn', 'sr-Cyrl'] : [variant];
  const wanted = folders.flatMap((folder) =>
    folder === 'sr-Cyrl' ? [`${folder}/overrides`] : [`${folder}/studio`, `${folder}/common`],
  );
  const files = new Set<string>();
  for (const name of wanted) walk(manifest, `../src/language/words/${name}.json`, files);
  return [...files];
}

function sizeOf(files: readonly string[]): number {
  const present = files.map((file) => new URL(file, STUDIO)).filter((url) => existsSync(url));
  if (present.length < files.length) throw new Error('files of the build are missing: run npm run build');
  return present.reduce((sum, url) => sum + gzipSync(readFileSync(url), { level: 9 }).length, 0);
}
