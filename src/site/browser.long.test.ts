import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { addComment, claimAccount, putPost } from '#/modules/sandbox/index.ts';
import { systemClock } from '#/kernel/clock.ts';
import { expectAccessible } from '../../tests/helpers/axe.ts';
import { launchBrowser } from '../../tests/helpers/browser.ts';
import { testDatabase, type TestDatabase } from '../../tests/helpers/database.ts';
import { seedInstitution, seedProgramme, startTestSite, type TestSite } from '../../tests/helpers/site.ts';

let database: TestDatabase;
let site: TestSite;
let browser: Browser;
let practice: string;
let post: string;
before(async () => {
  database = await testDatabase();
  site = await startTestSite(database);
  await seedProgramme(database.owner, site.files, '2026-11-24');
  practice = await seedPractice();
  post = /\/i\/parco\/p\/[0-9a-f-]+/.exec((await site.get('/bs/i/parco')).text)?.[0] ?? '';
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await site.close();
  await database[Symbol.asyncDispose]();
});

/** A post on the practice network; answers its path. */
async function seedPractice(): Promise<string> {
  const institutionId = await seedInstitution(database.owner, { slug: 'prazan' });
  const deps = { db: database.db, clock: systemClock, secret: 'a secret of thirty-two characters' };
  const handle = 'proba';
  const { account } = await claimAccount(deps, institutionId, { handle, displayName: 'Ured za probu' });
  const holder = { accountId: account.id, institutionId, handle };
  const { row } = await putPost(deps, holder, 'k', { text: 'Šalter radi.', language: 'bs', media: [] });
  await addComment(deps, { handle, postId: row.id, author: 'Лејла', text: 'Хвала!' });
  return `/sandbox/${handle}/posts/${row.id}`;
}

async function withPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Bytes of everything that a first visit loads, but pictures, as they travel; and whether all came from us. */
async function weigh(
  page: Page,
  path: string,
): Promise<{ bytes: number; parts: string[]; strangers: string[] }> {
  const sizes: Promise<[string, number]>[] = [];
  const strangers: string[] = [];
  const note = (request: Request) => {
    if (!request.url().startsWith(site.url)) strangers.push(request.url());
    if (request.resourceType() === 'image') return;
    const name = request.url().slice(site.url.length);
    sizes.push(request.sizes().then(({ responseBodySize }) => [name, responseBodySize]));
  };
  page.on('requestfinished', note);
  await page.goto(site.url + path);
  await page.evaluate(() => document.fonts.ready);
  page.off('requestfinished', note);
  const all = await Promise.all(sizes);
  return {
    bytes: all.reduce((sum, [, size]) => sum + size, 0),
    parts: all.map(([name, size]) => `${name} ${size}`),
    strangers,
  };
}

suite("citizens' pages in a browser", { timeout: 600_000 }, () => {
  test('weigh under 30 KB without pictures, and load nothing from elsewhere', async (t) => {
    await withPage({ viewport: { width: 1280, height: 4000 } }, async (page) => {
      // Each visit is a first one: what the page before it loaded is not kept.
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      for (const path of [
        '/bs',
        '/sr-Cyrl',
        '/bs/i/dei',
        '/sr-Cyrl/i/dei',
        '/en/i/parco',
        `/sr-Cyrl${post}`,
        practice,
      ]) {
        const { bytes, parts, strangers } = await weigh(page, path);
        t.diagnostic(`${path}: ${bytes} bytes`);
        assert.ok(bytes > 5000, `${path} was measured: ${parts.join(', ')}`);
        assert.ok(bytes < 30 * 1024, `${path} weighs ${bytes}: ${parts.join(', ')}`);
        assert.deepEqual(strangers, []);
      }
    });
  });

  const everyKind = () => [
    '/bs',
    '/sr-Cyrl/i/dei',
    '/i/prazan',
    `/hr${post}`,
    '/nema',
    practice,
    '/sandbox/proba',
  ];

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, ${colorScheme}`, async () => {
      const paths =
        colorScheme === 'dark'
          ? ['/sr-Cyrl/i/dei', practice]
          : ['/bs', '/sr-Cyrl/i/dei', `/hr${post}`, practice];
      await withPage({ colorScheme }, async (page) => {
        for (const path of paths) {
          await page.goto(site.url + path);
          // What the theme changes is colours alone.
          await expectAccessible(page, colorScheme === 'dark' ? ['color-contrast'] : undefined);
        }
      });
    });
  }

  test('fit a telephone', async () => {
    await withPage({ viewport: { width: 320, height: 600 } }, async (page) => {
      for (const path of [...everyKind(), '/sr-Cyrl/i/si-gsvm', '/hr/i/apik/t/Transparentnost']) {
        await page.goto(site.url + path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(width, 320, path);
      }
    });
  });

  test('can be read and walked with scripts off', async () => {
    await withPage({ javaScriptEnabled: false, locale: 'hr-HR' }, async (page) => {
      await page.goto(site.url);
      assert.equal(await page.locator('html').getAttribute('lang'), 'hr');
      await page.getByRole('link', { name: 'Direkcija za europske integracije' }).click();
      assert.equal(await page.locator('html').getAttribute('lang'), 'hr');
      await page
        .getByRole('navigation', { name: 'Jezik i pismo' })
        .getByRole('link', { name: 'српски' })
        .click();
      assert.equal(new URL(page.url()).pathname, '/sr-Cyrl/i/dei');
      await page.getByRole('heading', { level: 1, name: 'Дирекција за европске интеграције' }).waitFor();
      // The choice stays: the address without a language answers in it from now on.
      await page.goto(`${site.url}/i/parco`);
      assert.equal(await page.locator('html').getAttribute('lang'), 'sr-Cyrl');
      await page.locator('.post-card__title a').first().click();
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    });
  });

  test('keep the lines of a post without a stylesheet', async () => {
    const { text } = await site.get(practice);
    assert.match(text, /<div class="post-text"[^>]*>\s*<p>Šalter radi\.<\/p>/);
  });

  test('a citizen writes a comment on the practice network, and is told what is wrong with it', async () => {
    await withPage({ javaScriptEnabled: false, locale: 'bs-BA' }, async (page) => {
      await page.goto(site.url + practice);
      await page.getByText('Mreža za vježbu. Ovo nije prava društvena mreža').waitFor();
      const typed = `${'č'.repeat(999)}\n\n  đ`;
      await page.getByLabel('Ime').fill('   ');
      await page.getByRole('textbox', { name: 'Komentar' }).fill(typed);
      await page.getByRole('button', { name: 'Objavi komentar' }).click();
      await page.getByText('Upišite ime, pravo ili izmišljeno.').waitFor();
      await page.getByText('Komentar može imati najviše 1000 znakova.').waitFor();
      assert.equal(await page.getByRole('textbox', { name: 'Komentar' }).inputValue(), typed);
      await page.getByLabel('Ime').fill('Građanka');
      await page.getByRole('textbox', { name: 'Komentar' }).fill('Radi li i <b>subotom</b>?\nHvala!');
      await page.getByRole('button', { name: 'Objavi komentar' }).click();
      await page.getByText('2 komentara').waitFor();
      await page.getByText('Radi li i <b>subotom</b>?').waitFor();
      assert.match(page.url(), /#comment-/);
    });
  });

  test('a form on another page writes nothing', async () => {
    const send = async (headers: Record<string, string>) => {
      // oxlint-disable-next-line no-restricted-globals -- a client of the server under test
      const response = await fetch(`${site.url}${practice}/comments`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: 'author=Neko&text=Nesto',
      });
      return response.status;
    };
    assert.equal(await send({ 'sec-fetch-site': 'cross-site' }), 403);
    assert.equal(await send({ 'sec-fetch-site': 'same-site' }), 403);
    assert.equal(await send({ origin: 'https://evil.example' }), 403);
    assert.equal(await send({ origin: 'null' }), 403);
    assert.equal(await send({ origin: site.url }), 303);
    assert.equal(await send({ origin: 'http://glasnik.example' }), 303);
    assert.equal(await send({}), 303);
    const refused: number[] = [];
    for (let sent = 0; sent < 25; sent += 1) refused.push(await send({}));
    assert.equal(refused.at(-1), 429);
  });
});
