// Writes the three pages that show the look (design/gallery*.html): node design/gallery/build.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { galleryPages } from './pages.ts';

for (const [name, html] of Object.entries(galleryPages))
  writeFileSync(join(import.meta.dirname, '..', name), html);
