// Makes design/fonts/*.woff2: Source Serif 4 at one weight, cut down to the letters our five languages use.
// The result is committed, so a build never needs this; run it only to change weight or letters:
//   npm install --no-save subset-font@2 @fontsource-variable/source-serif-4@5.3.1 && node scripts/build-fonts.mjs
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

const WEIGHT = 600;
const require = createRequire(import.meta.url);
const source = dirname(require.resolve('@fontsource-variable/source-serif-4/package.json'));
const target = join(import.meta.dirname, '..', 'design', 'fonts');

const letters = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

// Four files, so that a page loads only its own script: the name, the source file, the letters.
const cuts = [
  ['common', 'latin', letters(0x20, 0x40).replace(/[$<>]/g, '') + '[]_\u00a0§°»«–—‘’“”„•…€'],
  ['latin', 'latin', letters(0x41, 0x5a) + letters(0x61, 0x7a)],
  ['latin-ext', 'latin-ext', 'čćžšđČĆŽŠĐ'],
  ['cyrillic', 'cyrillic', 'абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ'],
];

await mkdir(target, { recursive: true });
for (const [name, from, text] of cuts) {
  const file = join(source, 'files', `source-serif-4-${from}-wght-normal.woff2`);
  const cut = await subsetFont(await readFile(file), text, {
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHT },
    // Without this the alternates (small capitals, old-style figures) come along and double the file.
    noLayoutClosure: true,
  });
  await writeFile(join(target, `glasnik-serif-${name}.woff2`), cut);
  console.log(`${name}: ${cut.length} bytes`);
}
await writeFile(join(target, 'OFL.txt'), await readFile(join(source, 'LICENSE')));
