import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { ManualClock } from '#/kernel/clock.ts';
import { signIn } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { BOSNIAN, CYRILLIC, approve, draft, eventually, expectAccessible, signInAs } from './main-job.ts';

describe('the main job in a real browser', () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  const clock = new ManualClock(Temporal.Now.instant());

  before(async () => {
    app = await testApp({ clock });
    browser = await launchBrowser();
    house = await app.addInstitution();
    const administrator = await signIn(app.url, house.people.administrator.email);
    for (const [handle, variant] of [
      ['ured-latinica', 'bs'],
      ['ured-cirilica', 'sr-Cyrl'],
    ]) {
      const params = { institutionId: house.id };
      const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
      await administrator.get('connectAccount', {
        params,
        body: { network: 'sandbox', variant, settings: { handle, displayName: '', code } },
      });
    }
  });
  after(async () => {
    await browser.close();
    await app[Symbol.asyncDispose]();
  });

  test('drafted in two scripts, approved, published, read by a citizen in Cyrillic, proved by the record', async () => {
    const editor = await signInAs(browser, app.url, house.people.editor.email);
    const address = await draft(editor.page, app.url, house.slug, [
      ['ured-latinica', 'bs'],
      ['ured-cirilica', 'sr-Cyrl'],
    ]);
    const head = await signInAs(browser, app.url, house.people.head.email);
    await approve(head.page, address);

    // Nothing leaves before its time; then both leave at once.
    assert.equal((await app.database.owner.query('select 1 from sandbox_posts')).rowCount, 0);
    clock.advance({ hours: 48 });
    const client = await signIn(app.url, house.people.head.email);
    const postId = new URL(address).pathname.split('/').at(-1) ?? '';
    const items = await eventually('both deliveries are published', async () => {
      const deliveries = await client.get<{ items: { state: string; url: string; publishedAt: string }[] }>(
        'listPostDeliveries',
        { params: { institutionId: house.id, postId } },
      );
      return (
        deliveries.items.length === 2 &&
        deliveries.items.every(({ state }) => state === 'published') &&
        deliveries.items
      );
    });

    // On the practice network, with its picture and the description of it.
    const feed = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    for (const { url } of items) {
      await feed.goto(url);
      await expectAccessibleWithoutScripts(url);
      assert.match(
        (await feed
          .getByRole('img', { name: /stolica|столица/ })
          .first()
          .getAttribute('src')) ?? '',
        /^\/sandbox\/media\//,
      );
    }

    // On the citizens' page, in the variant the citizen reads, without scripts.
    await feed.goto(`${app.url}/sr-Cyrl/i/${house.slug}`);
    await feed.getByText(CYRILLIC).waitFor();
    assert.equal(await feed.locator('html').getAttribute('lang'), 'sr-Cyrl');
    await feed.goto(`${app.url}/bs/i/${house.slug}`);
    await feed.getByText(BOSNIAN).waitFor();

    const verification = await client.get<{ acts: number; broken: unknown }>('verifyRecord', {
      params: { institutionId: house.id },
    });
    assert.equal(verification.broken, null);
    assert.ok(verification.acts >= 6);
    await head.page.goto(address);
    await head.page.locator('.badge--published').first().waitFor();
  });

  /** axe needs scripts, the page does not: it is looked at in a browser that has them. */
  async function expectAccessibleWithoutScripts(url: string): Promise<void> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    await expectAccessible(page);
    await context.close();
  }
});
