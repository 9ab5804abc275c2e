/**
 * Draws the pictures and logos of the demonstration: `node demo/media/make.ts`.
 * The results are committed; run it again after changing a scene or an institution's colour.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { programmeOn } from '../content/index.ts';
import { logo } from './logos.ts';
import { charts } from './scenes/charts.ts';
import { papers } from './scenes/papers.ts';
import { places } from './scenes/places.ts';
import { things } from './scenes/things.ts';
import { paletteOf, wrap } from './shapes.ts';

const target = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Flat colours need no more than 64 entries, which keeps a picture of 1200 × 675 far below 80 KB. */
async function render(svg: string, file: string): Promise<void> {
  const { size } = await sharp(Buffer.from(svg))
    .png({ palette: true, colours: 64, dither: 0, effort: 10 })
    .toFile(target(file));
  process.stdout.write(`${file} ${Math.ceil(size / 1024)} KB\n`);
}

/** Colours do not depend on the date; any will do. */
const { institutions } = programmeOn(Temporal.PlainDate.from('2026-01-01'));
const palettes = new Map(institutions.map(({ key, colour }) => [key as string, paletteOf(colour)]));

for (const { file, institution, width, height, draw } of [...charts, ...places, ...papers, ...things]) {
  const palette = palettes.get(institution);
  if (!palette) throw new Error(`${file} belongs to nobody`);
  await render(wrap(width, height, draw(palette)), file);
}

for (const [key, palette] of palettes) {
  const svg = wrap(512, 512, logo(key, palette));
  writeFileSync(target(`logo-${key}.svg`), `${svg}\n`);
  await render(svg, `logo-${key}.png`);
}
