// npm run handbook: makes the Cyrillic pages of docs/handbook and docs/networks anew from the Latin ones. Tests in
// tests/docs fail until this was run.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HANDBOOK, pagesOf, toCyrillicPage } from './lib/handbook.ts';
import { NETWORK_PAGES, networkPageMaker, networkPagesOf } from './lib/network-pages.ts';
import { say } from './lib/paths.mjs';

const folder = join(HANDBOOK, 'sr-Cyrl');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const pages = await pagesOf('sr-Latn');
for (const [name, text] of pages) await writeFile(join(folder, name), toCyrillicPage(text));
say(`made ${pages.size} pages in docs/handbook/sr-Cyrl.`);

const places = join(NETWORK_PAGES, 'sr-Cyrl');
await rm(places, { recursive: true, force: true });
await mkdir(places, { recursive: true });
const toCyrillic = await networkPageMaker();
const networks = await networkPagesOf('sr-Latn');
for (const [name, text] of networks) await writeFile(join(places, name), toCyrillic(text));
say(`made ${networks.size} pages in docs/networks/sr-Cyrl.`);
