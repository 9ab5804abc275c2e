// npm run handbook: makes the Cyrillic pages of docs/handbook anew from the Latin ones. tests/docs/handbook.test.ts
// fails until this was run.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HANDBOOK, pagesOf, toCyrillicPage } from './lib/handbook.ts';
import { say } from './lib/paths.mjs';

const folder = join(HANDBOOK, 'sr-Cyrl');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const pages = await pagesOf('sr-Latn');
for (const [name, text] of pages) await writeFile(join(folder, name), toCyrillicPage(text));
say(`made ${pages.size} pages in docs/handbook/sr-Cyrl.`);
