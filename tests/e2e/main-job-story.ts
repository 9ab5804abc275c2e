import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { ManualClock } from '#/kernel/clock.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { approve, BOSNIAN, CYRILLIC, draft, eventually, goToDueTime, signInAs } from './main-job.ts';

type Out = { account: { network: string; handle: string }; state: string; url: string; networkId: string };

/** A further network that takes part: where it is, how to connect to it, and what must stand there at the end. */
export type Further = {
  env: Record<string, string>;
  account: { network: string; handle: string; variant: string; settings: Record<string, string> };
  check(out: Out): Promise<void>;
  close(): Promise<void>;
};

/**
 * The main job: an editor drafts in two scripts with a picture, the head approves, time passes, the post is on the
 * networks and on the citizens' page in Cyrillic, and the record verifies.
 */
export function describeMainJob(name: string, open: () => Promise<Further | null>): void {
  describe(name, () => {
    let further: Further | null;
    let app: TestApp;
    let browser: Browser;
    let house: TestInstitution;
    const clock = new ManualClock(Temporal.Now.instant());

    before(async () => {
      further = await open();
      app = await testApp({ clock, ...(further ? { env: further.env } : {}) });
      browser = await launchBrowser();
      house = await app.addInstitution();
      const administrator = await signIn(app.url, house.people.administrator.email);
      await practise(administrator, house, 'ured-latinica', 'bs');
      await practise(administrator, house, 'ured-cirilica', 'sr-Cyrl');
      if (further) {
        const { network, variant, settings } = further.account;
        const params = { institutionId: house.id };
        await administrator.get('connectAccount', { params, body: { network, variant, settings } });
      }
    });
    after(async () => {
      await browser?.close();
      await app?.[Symbol.asyncDispose]();
      await further?.close();
    });

    test('drafted, approved, published, read by a citizen in Cyrillic, proved by the record', async () => {
      const places: [string, string][] = [
        ['ured-latinica', 'bs'],
        ['ured-cirilica', 'sr-Cyrl'],
      ];
      if (further) places.push([further.account.handle, further.account.variant]);
      const editor = await signInAs(browser, app.url, house.people.editor.email);
      const address = await draft(editor.page, app.url, house.slug, places);
      const head = await signInAs(browser, app.url, house.people.head.email);
      await approve(head.page, address);

      // Nothing leaves before its time; then all leave at once.
      assert.equal((await app.database.owner.query('select 1 from sandbox_posts')).rowCount, 0);
      await goToDueTime(app, clock);
      const client = await signIn(app.url, house.people.head.email);
      const params = { institutionId: house.id, postId: new URL(address).pathname.split('/').at(-1) ?? '' };
      const items = await eventually('all deliveries are published', async () => {
        const { items } = await client.get<{ items: Out[] }>('listPostDeliveries', { params });
        return items.length === places.length && items.every(({ state }) => state === 'published') && items;
      });
      await checkPractice(items);
      await checkCitizens();
      for (const out of items) if (out.account.network === further?.account.network) await further.check(out);

      const verification = await client.get<{ acts: number; broken: unknown }>('verifyRecord', {
        params: { institutionId: house.id },
      });
      assert.equal(verification.broken, null);
      assert.ok(verification.acts >= 6);
      await head.page.goto(address);
      await head.page.locator('.badge--published').first().waitFor();
    });

    /** On the practice network, with its picture and the description of it. */
    async function checkPractice(items: readonly Out[]): Promise<void> {
      const context = await browser.newContext();
      const page = await context.newPage();
      for (const { url, account } of items) {
        if (account.network !== 'sandbox') continue;
        await page.goto(url);
        const image = page.getByRole('img', { name: /stolica|столица/ }).first();
        assert.match((await image.getAttribute('src')) ?? '', /^\/sandbox\/media\//);
        await expectAccessible(page);
      }
      await context.close();
    }

    /** On the citizens' page, in the variant the citizen reads, with scripts switched off. */
    async function checkCitizens(): Promise<void> {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${app.url}/sr-Cyrl/i/${house.slug}`);
      await page.getByText(CYRILLIC).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), 'sr-Cyrl');
      await page.goto(`${app.url}/bs/i/${house.slug}`);
      await page.getByText(BOSNIAN).waitFor();
      await context.close();
    }
  });
}

async function practise(
  by: ApiClient,
  house: TestInstitution,
  handle: string,
  variant: string,
): Promise<void> {
  const params = { institutionId: house.id };
  const { code } = await by.get<{ code: string }>('getSandboxCode', { params });
  await by.get('connectAccount', {
    params,
    body: { network: 'sandbox', variant, settings: { handle, displayName: '', code } },
  });
}
