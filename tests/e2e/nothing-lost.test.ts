import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startApp, type App } from '#/app.ts';
import { loadConfig } from '#/config/index.ts';
import { createLogger } from '#/kernel/logger.ts';
import type { Post } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { addInstitution, addPerson, PASSWORD, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { testDatabase, type TestDatabase } from '../helpers/database.ts';
import { eventually, signInAs } from './main-job.ts';

describe('nothing typed is lost', { timeout: 400_000 }, () => {
  let app: App;
  let url: string;
  let browser: Browser;
  let database: TestDatabase;
  let folder: string;
  let house: TestInstitution;
  let api: ApiClient;
  let page: Page;
  let context: BrowserContext;

  const start = (port: string) =>
    startApp({
      config: loadConfig({
        GLASNIK_PORT: port,
        GLASNIK_DATA: folder,
        GLASNIK_DEMO: 'off',
        GLASNIK_SECRET_KEY: 'a key of thirty-two characters or more',
        DATABASE_URL: database.ownerUrl,
        GLASNIK_DATABASE_APP_URL: database.appUrl,
      }),
      role: 'all',
      version: '0.0.0-test',
      signInLimits: false,
      log: createLogger(process.env.GLASNIK_TEST_LOG ?? 'fatal'),
    });

  before(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'glasnik-lost-'));
    app = await start('0');
    url = app.url;
    browser = await launchBrowser();
    house = await addInstitution(database);
    api = await signIn(url, house.people.editor.email);
    ({ page, context } = await signInAs(browser, url, house.people.editor.email));
  });
  after(async () => {
    await browser?.close();
    await app?.stop();
    await database?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const bosnian = (of: Page) => of.getByRole('textbox', { name: 'Text, bosanski' });
  const params = () => ({ institutionId: house.id });
  const textOf = async (id: string) =>
    (await api.get<Post>('getPost', { params: { ...params(), postId: id } })).content.texts.bs;
  async function begin(text: string): Promise<string> {
    const post = await api.get<Post>('createPost', {
      params: params(),
      body: {
        title: 'Proba',
        planItemId: null,
        content: {
          texts: { bs: text },
          cyrillicFollows: true,
          overrides: {},
          images: [],
          targets: [],
          due: null,
        },
      },
    });
    await page.goto(`${url}/studio/${house.slug}/posts/${post.id}?view=write`);
    await bosnian(page).waitFor();
    return post.id;
  }

  test('the session ends while somebody types: they sign in over the page, and the words arrive', async () => {
    const id = await begin('Sačuvano.');
    await context.clearCookies({ name: /session/ });
    await bosnian(page).fill('Sačuvano. I ovo, bez prijave.');
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await expectAccessible(page);
    assert.equal(await textOf(id), 'Sačuvano.');
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await bosnian(page).inputValue(), 'Sačuvano. I ovo, bez prijave.');
    await eventually('the server has it', async () => (await textOf(id)) === 'Sačuvano. I ovo, bez prijave.');
  });

  test('the session ends and the page is loaded anew: what was typed is there after signing in', async () => {
    const id = await begin('Prvo.');
    await context.clearCookies({ name: /session/ });
    await bosnian(page).fill('Prvo. Drugo, napisano prije osvježenja.');
    await page.reload();
    await page.getByLabel('E-mail').fill(house.people.editor.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Restored what was written on this device').waitFor();
    assert.equal(await bosnian(page).inputValue(), 'Prvo. Drugo, napisano prije osvježenja.');
    await eventually('the server has it', async () => (await textOf(id))?.endsWith('osvježenja.'));
  });

  test('the server is restarted while somebody types: it is said, and what was typed is saved afterwards', async () => {
    const id = await begin('Prije.');
    await app.stop();
    await bosnian(page).fill('Prije. Dok server ne radi.');
    await page.locator('.save-status--offline').waitFor();
    app = await start(new URL(url).port);
    assert.equal(app.url, url);
    await bosnian(page).fill('Prije. Dok server ne radi. I poslije.');
    await eventually(
      'the server has it',
      async () => (await textOf(id)) === 'Prije. Dok server ne radi. I poslije.',
      90_000,
    );
    await page.locator('.save-status--saved').waitFor();
  });

  test('a part of the program that does not come is told of, and waited for without a connection: the screen stands', async () => {
    const { page: mine, context: own } = await signInAs(browser, url, house.people.editor.email);
    await mine.route(/\/assets\/menu-list-.*[.]js$/, (route) => route.abort());
    // The browser is idle when the test says so: what was not pressed yet has not come.
    await mine.addInitScript(() => {
      globalThis.requestIdleCallback = () => 0;
    });
    await mine.goto(`${url}/studio/${house.slug}/posts/new`);
    const text = mine.getByRole('textbox', { name: 'Text, bosanski' });
    await text.fill('Ovo ne smije nestati.');
    await mine.getByRole('button', { name: 'Add a variant' }).click();
    await mine.getByText('A part of the page did not come. Reload it').waitFor();
    assert.equal(await text.inputValue(), 'Ovo ne smije nestati.');
    await own.setOffline(true);
    await mine.locator('body').press('Control+k');
    await mine.waitForTimeout(500);
    assert.equal(await mine.getByRole('dialog').count(), 0);
    assert.equal(await text.inputValue(), 'Ovo ne smije nestati.');
    await own.setOffline(false);
    await mine.getByRole('dialog').waitFor();
    assert.equal(await text.inputValue(), 'Ovo ne smije nestati.');
    await own.close();
  });

  test('who changed what is told at once, and stands in the versions', async () => {
    const id = await begin('Osnovni tekst.');
    const colleague = await addPerson(database, house, 'editor');
    const other = await signInAs(browser, url, colleague.email);
    await other.page.goto(`${url}/studio/${house.slug}/posts/${id}?view=write`);
    await other.page.getByPlaceholder(/Working title/).fill('Novi naslov');
    await eventually('it is saved', async () => {
      const post = await api.get<Post>('getPost', { params: { ...params(), postId: id } });
      return post.title === 'Novi naslov';
    });
    await page.getByText(`${colleague.name} meanwhile changed: Working title.`).waitFor();
    await bosnian(other.page).fill('Osnovni tekst, dopunjen.');
    await eventually('it is there', async () => (await bosnian(page).inputValue()).endsWith('dopunjen.'));
    await page.getByRole('button', { name: 'Versions' }).click();
    const line = page.getByRole('listitem').filter({ hasText: colleague.name }).first();
    await line.getByRole('button', { name: 'What changed' }).click();
    const difference = page.getByRole('region', { name: 'Difference' });
    await difference.locator('ins', { hasText: 'dopunjen' }).waitFor();
    await difference.getByText(/Proba.*Novi naslov/).waitFor();
    await expectAccessible(page);
    await other.context.close();
  });
});
