import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startApp, type App } from '#/app.ts';
import { loadConfig } from '#/config/index.ts';
import type { Variant } from '#/language/index.ts';
import { signIn } from '../helpers/api-client.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';

const HOUSE = 'dei';

/** One house of the demonstration, for tests that walk through every screen of it. */
export type DemoHouse = AsyncDisposable & {
  /** The head's browser, or for the settings the administrator's: each sees there what others may not. */
  open(
    variant: Variant,
    width: number,
    path?: string,
    more?: BrowserContextOptions,
  ): Promise<{ page: Page; context: BrowserContext }>;
  /** The address of a screen, with something real for each of its parameters. */
  addressOf(path: string): string;
  /** Goes there and waits until nothing is on its way any more. */
  go(page: Page, path: string): Promise<void>;
};

export async function openDemoHouse(): Promise<DemoHouse> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'glasnik-screens-'));
  const config = loadConfig({
    GLASNIK_PORT: '0',
    GLASNIK_DATA: folder,
    GLASNIK_DEMO: 'on',
    GLASNIK_LOG_LEVEL: 'fatal',
    GLASNIK_SECRET_KEY: 'a key of thirty-two characters or more',
    DATABASE_URL: database.ownerUrl,
    GLASNIK_DATABASE_APP_URL: database.appUrl,
  });
  const app = await startApp({ config, role: 'all', version: 'screens', signInLimits: false });
  const browser = await launchBrowser();
  const ids = await idsOf(app);
  const cookies = [await signedIn(browser, app, 'head'), await signedIn(browser, app, 'administrator')];

  const addressOf = (path: string): string =>
    `${app.url}/studio/${HOUSE}/${path.replace(/:(\w+)/g, (_, name: string) => {
      const id = ids[name];
      assert.ok(id, `this test does not know what :${name} of ${path} is`);
      return id;
    })}`.replace('*', 'nowhere');

  return {
    addressOf,
    open: async (variant, width, path = '', more = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: width < 500 ? 760 : 860 },
        reducedMotion: 'reduce',
        ...more,
      });
      const kept = cookies[path.startsWith('settings') ? 1 : 0] ?? [];
      await context.addCookies(kept.filter(({ name }) => name !== 'glasnik-language'));
      await context.addCookies([{ name: 'glasnik-language', value: variant, url: app.url }]);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      return { page, context };
    },
    go: async (page, path) => {
      await page.goto(addressOf(path));
      await page.locator('#main h1').first().waitFor();
      await page.waitForFunction(() => document.querySelectorAll('.skeleton, .spinner').length === 0);
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await app.stop();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signedIn(browser: Browser, app: App, role: string) {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await context.addCookies([{ name: 'glasnik-language', value: 'en', url: app.url }]);
  await page.goto(`${app.url}/studio/sign-in`);
  await page.getByLabel('E-mail').fill(app.demo.find((one) => one.role === role)?.email ?? '');
  await page.getByLabel('Password', { exact: true }).fill(app.demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const kept = await context.cookies();
  await context.close();
  return kept;
}

/** One real thing for each parameter of an address. */
async function idsOf(app: App): Promise<Record<string, string>> {
  const head = app.demo.find((one) => one.role === 'head');
  const them = await signIn(app.url, head?.email ?? '', app.demoPassword);
  const me = await them.get<{ memberships: { institution: { id: string; slug: string } }[] }>('getMe');
  const institutionId =
    me.memberships.find(({ institution }) => institution.slug === HOUSE)?.institution.id ?? '';
  const params = { institutionId };
  const postOf = async (state: string) => {
    const { items } = await them.get<{ items: { id: string }[] }>('listPosts', { params, query: { state } });
    return items[0]?.id ?? '';
  };
  const deliveries = await them.get<{ items: { id: string }[] }>('listPostDeliveries', {
    params: { ...params, postId: await postOf('published') },
  });
  return { postId: await postOf('in-review'), deliveryId: deliveries.items[0]?.id ?? '' };
}
