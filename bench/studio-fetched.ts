import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { addInstitution, testApp } from '../tests/helpers/app.ts';
import { launchBrowser } from '../tests/helpers/browser.ts';
import type { Row } from './table.ts';
import { enter, fiveNetworks, writePost } from './typing.ts';

const STUDIO = new URL('../dist/studio/', import.meta.url);

/**
 * What a browser with an empty cache fetches by itself until nothing more comes: the first load, the panels that a
 * screen shows at once, and what is brought while the page is idle so that it opens at once later.
 */
export async function fetchedRows(say: (line: string) => void): Promise<Row[]> {
  const five = fiveNetworks();
  await using app = await testApp({ connectors: five });
  const browser = await launchBrowser();
  try {
    const house = await addInstitution(app.database, ['editor', 'administrator']);
    const post = await writePost(app, house, five);
    const entrance = await browser.newContext();
    await enter(await entrance.newPage(), app.url, house.people.editor.email);
    const storageState = await entrance.storageState();
    const rows: Row[] = [];
    for (const screen of [
      '',
      'calendar',
      'board',
      'posts',
      `posts/${post.id}`,
      `review/${post.id}`,
      'media',
      'profile',
    ]) {
      say(`what ${screen || 'today'} fetches`);
      const context = await browser.newContext({ storageState, locale: 'sr-Cyrl-BA' });
      const page = await context.newPage();
      const files = new Set<string>();
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (/^\/studio\/assets\/.+[.]js$/.test(pathname)) files.add(pathname.slice('/studio/'.length));
      });
      await page.goto(`${app.url}/studio/${house.slug}/${screen}`);
      await page.waitForLoadState('networkidle');
      await context.close();
      const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
      rows.push({
        what: `all that ${screen.replace(post.id, ':postId') || 'today'} fetches until it is quiet (${files.size} files)`,
        value: bytes / 1000,
        unit: 'kB gzip',
      });
    }
    return rows;
  } finally {
    await browser.close();
  }
}

const sizeOf = (file: string): number => gzipSync(readFileSync(new URL(file, STUDIO)), { level: 9 }).length;
