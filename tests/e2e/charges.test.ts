import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { newId } from '#/kernel/ids.ts';
import { signIn } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { emptyPost } from '../helpers/operations.ts';
import { signInAs } from './main-job.ts';

const pictures = process.env.GLASNIK_TEST_PICTURES;

describe('what networks charge, in a browser', { timeout: 120_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const addAccount = async (handle: string): Promise<string> => {
    const id = newId();
    await app.database.owner.query(
      `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant, settings,
         session_sealed, state, connected_at)
       values ($1::uuid, $2, 'x', $1::uuid::text, $3, 'Ured', 'https://x.com/ured', 'bs', '{}', '', 'connected', now())`,
      [id, house.id, handle],
    );
    return id;
  };
  const addPost = async (accountId: string, publishedAt: Temporal.Instant, amount: number) => {
    const editor = await signIn(app.url, house.people.editor.email);
    const params = { institutionId: house.id };
    const { id } = await editor.get<{ id: string }>('createPost', { params, body: emptyPost() });
    await app.database.owner.query(
      `insert into deliveries (id, institution_id, post_id, version, account_id, variant, state, due_at, next_attempt_at,
         proof, published_at, request_id, created_at)
       values ($1, $2, $3, 1, $4, 'bs', 'published', $5, $5, $6, $5, 'r', $5)`,
      [
        newId(),
        house.id,
        id,
        accountId,
        publishedAt.toString(),
        JSON.stringify({ networkId: '1', charged: { currency: 'USD', amount } }),
      ],
    );
  };

  test('the sums by month stand under the accounts of a network that charges', async () => {
    const { page, context } = await signInAs(browser, app.url, house.people.administrator.email);
    await context.addCookies([{ name: 'glasnik-language', value: 'bs', url: app.url }]);
    const section = page.getByRole('region', { name: 'Šta mreže naplaćuju' });
    const [first, second] = [await addAccount('@ured'), await addAccount('@zavod')];
    await page.goto(`${app.url}/studio/${house.slug}/accounts`);
    await section.getByText('Još ništa nije naplaćeno').waitFor();
    const now = Temporal.Now.instant();
    await addPost(first, now, 0.2);
    await addPost(second, now, 0.015);
    await addPost(first, now.subtract({ hours: 40 * 24 }), 0.2);
    await page.reload();
    await section.getByText('0,215 USD').waitFor();
    const months = await section.getByRole('list').first().locator(':scope > li').allInnerTexts();
    assert.equal(months.length, 2);
    assert.match(months[0]!, /2 objave/);
    assert.match(months[0]!, /X · @zavod: 0,015\sUSD, 1 objava/);
    assert.ok(!months[1]!.includes('@ured'), 'one account alone is not named again');
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      if (pictures) await page.screenshot({ path: `${pictures}/charges-${width}.png`, fullPage: true });
    }
    await context.close();
  });
});
