import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { rerouted } from '#/connectors/_kit/contract-stage.ts';
import { startFakeBluesky } from '#/connectors/bluesky/fake.ts';
import type { Connector, ConnectorContext } from '#/connectors/contract.ts';
import { connectors } from '#/connectors/index.ts';
import { startFakeTelegram, type TelegramFake } from '#/connectors/telegram/fake.ts';
import type { Account, LinkRule, Post } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { openAddress } from '../helpers/open-address.ts';
import { lookAt } from './looked-at.ts';
import { approve, eventually, goToDueTime, signInAs } from './main-job.ts';

const PHONE = 'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36';
const TEXT = 'Javni poziv: https://www.ured.ba/poziv#rok, rok je petak.';

/** From the rule to the click: what one person sets, another writes and a third approves is what three networks get. */
describe('links in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let telegram: TelegramFake;
  let bluesky: Awaited<ReturnType<typeof startFakeBluesky>>;
  let editor: ApiClient;
  let params: { institutionId: string };
  let accounts: Account[];
  let address: string;
  let post: Post;
  const clock = new ManualClock(Temporal.Now.instant());

  before(async () => {
    telegram = await startFakeTelegram();
    bluesky = await startFakeBluesky();
    const places = [telegram, bluesky].map(({ network }) => new URL(network.url).host);
    app = await testApp({
      clock,
      connectors: connectors.map((one) =>
        one.manifest.network === 'telegram' ? toFake(one, telegram) : one,
      ),
      env: { GLASNIK_ALLOW_PRIVATE: places.join(',') },
    });
    browser = await launchBrowser();
    house = await app.addInstitution();
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    accounts = [];
    for (const [network, settings] of [
      ['telegram', telegram.settings],
      ['bluesky', bluesky.settings],
      ['sandbox', { handle: 'ured-linkovi', displayName: '', code }],
    ] as const) {
      const body = { network, variant: 'bs', settings };
      accounts.push(await administrator.get<Account>('connectAccount', { params, body }));
    }
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
    await Promise.all([telegram?.close(), bluesky?.close()]);
  });

  const studio = (path: string) => `${app.url}/studio/${house.slug}/${path}`;
  /** What goes out to each network, by what was sealed. */
  const sealed = (): Map<string, string> =>
    new Map(
      accounts.map(({ id, network }) => {
        const url = post.content.links?.out.find(({ accountId }) => accountId === id)?.url ?? '';
        return [network, TEXT.replace('https://www.ured.ba/poziv#rok', url)];
      }),
    );
  const shown = async (page: Page): Promise<string> =>
    (await page.locator('.review').innerText()).replaceAll('\n', ' ');

  test('a head of communications turns tagging and shortening on', async () => {
    const { page, context } = await signInAs(browser, app.url, house.people.head.email);
    await page.goto(studio('links'));
    await page.getByText('No short links yet').waitFor();
    await lookAt(page, 'links-none');
    await page.getByRole('link', { name: 'Switch on in the settings' }).click();
    await page.getByLabel('Add tags for statistics').check({ force: true });
    await page.getByLabel('Shorten links and count clicks').check({ force: true });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Name at least one website').first().waitFor();
    await page.getByLabel('Your own websites').fill('https://www.ured.ba/\nured.gov.ba');
    await page.getByLabel(/Medium/).fill('Društvene mreže');
    await page.getByText('utm_medium=drustvene-mreze').first().waitFor();
    await lookAt(page, 'links-rule');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The rule is saved.').waitFor();
    await context.close();
  });

  test('an editor writes a post to three networks and sees what goes out', async () => {
    const { page, context } = await signInAs(browser, app.url, house.people.editor.email);
    await page.goto(studio('posts/new'));
    await page.getByPlaceholder(/Working title/).fill('Javni poziv');
    await page.getByRole('textbox', { name: 'Text, bosanski' }).fill(TEXT);
    await page.getByRole('button', { name: 'Tomorrow at 9:00' }).click();
    for (const { handle } of accounts)
      await page.getByRole('checkbox', { name: new RegExp(handle) }).check({ force: true });
    const panel = page.getByRole('region', { name: 'Links' });
    await panel.getByText('What goes out (3)').click();
    await panel.getByText('leads to').first().waitFor();
    await lookAt(page, 'links-composer');
    // One link as it was written, and back: the counts follow what goes out.
    await panel.getByLabel(/Leave as written/).check({ force: true });
    await panel.getByText('What goes out').waitFor({ state: 'detached' });
    await panel.getByLabel(/Leave as written/).uncheck({ force: true });
    await panel.getByText('What goes out (3)').waitFor();
    for (const variant of ['hrvatski', 'srpski (latinica)']) {
      const menu = page.getByRole('button', { name: `Actions: ${variant}` });
      if ((await menu.count()) === 0) continue;
      await menu.click();
      await page.getByRole('menuitem', { name: 'Remove the variant' }).click();
    }
    await page.getByText('Nothing stands in the way').waitFor();
    await page.getByRole('button', { name: 'Send for review' }).click();
    await page.locator('.badge--in-review').first().waitFor();
    address = page.url();
    const postId = address.split('/').at(-1)?.split('?')[0] ?? '';
    post = await editor.get<Post>('getPost', { params: { ...params, postId } });
    assert.equal(new Set(post.content.links?.out.map(({ url }) => url)).size, 3);
    for (const { url, target } of post.content.links?.out ?? []) {
      assert.match(url, new RegExp(`^${app.url}/l/[2-9a-hjkmnp-z]{8}$`));
      assert.match(
        target ?? '',
        /^https:\/\/www\.ured\.ba\/poziv\?utm_source=\w+&utm_medium=drustvene-mreze&.*#rok$/,
      );
    }
    await context.close();
  });

  test('whoever approves sees exactly that', async () => {
    const { page, context } = await signInAs(browser, app.url, house.people.head.email);
    await page.goto(studio(`review/${post.id}`));
    for (const text of sealed().values()) {
      const url =
        text
          .split(' ')
          .find((word) => word.startsWith('http'))
          ?.replace(/,$/u, '') ?? '';
      await eventually(`${url} is shown`, async () => {
        const words = await shown(page);
        return words.includes(url) || words.includes(url.replace(/^https?:\/\//u, ''));
      });
    }
    await lookAt(page, 'links-review');
    await approve(page, address);
    await context.close();
  });

  test('three networks get it byte for byte, though the rule has changed meanwhile', async () => {
    const head = await signIn(app.url, house.people.head.email);
    const rule = await head.get<LinkRule>('getLinkRule', { params });
    await head.get('setLinkRule', {
      params,
      body: { ...rule, medium: 'nesto-drugo' },
      headers: { 'if-match': `"${rule.revision}"` },
    });
    await goToDueTime(app, clock);
    await eventually('it is out', async () => {
      const now = await editor.get<Post>('getPost', { params: { ...params, postId: post.id } });
      return now.state === 'published';
    });
    const want = sealed();
    assert.deepEqual(
      telegram.posts().map(({ text }) => text),
      [want.get('telegram')],
    );
    assert.deepEqual(
      bluesky.posts().map(({ text }) => text),
      [want.get('bluesky')],
    );
    const { rows } = await app.database.owner.query<{ text: string }>('select text from sandbox_posts');
    assert.deepEqual(
      rows.map(({ text }) => text),
      [want.get('sandbox')],
    );
  });

  test('a click leads to the page and counts, and of whoever clicked nothing is in the database', async () => {
    const url =
      sealed()
        .get('telegram')
        ?.match(/http\S+?(?=,)/u)?.[0] ?? '';
    const opened = await openAddress(app.url, new URL(url).pathname, {
      headers: {
        'user-agent': PHONE,
        'x-forwarded-for': '203.0.113.77',
        referer: 'https://tajni-izvor.example/stranica',
        'accept-language': 'bs',
      },
    });
    assert.equal(opened.status, 302);
    assert.match(
      opened.headers.location ?? '',
      /^https:\/\/www\.ured\.ba\/poziv\?utm_source=telegram&utm_medium=drustvene-mreze&.*#rok$/,
    );
    const { page, context } = await signInAs(browser, app.url, house.people.editor.email);
    await page.goto(address);
    const panel = page.getByRole('region', { name: 'Clicks' });
    await panel.getByRole('img', { name: /Clicks by day: .*: 1$/ }).waitFor();
    await lookAt(page, 'links-clicks');
    await page.goto(studio('links'));
    await page
      .getByRole('row')
      .filter({ hasText: new URL(url).pathname })
      .getByText('1', { exact: true })
      .waitFor();
    await lookAt(page, 'links-list');
    await context.close();
    const { rows } = await app.database.owner.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of rows) {
      const { rowCount } = await app.database.owner.query(
        `select 1 from ${name} as t where t::text ~ $1 limit 1`,
        ['203\\.0\\.113\\.77|tajni-izvor|Android 16'],
      );
      assert.equal(rowCount, 0, name);
    }
  });
});

/** The connector as it is; only its requests go to the fake. */
function toFake(connector: Connector, fake: TelegramFake): Connector {
  const there = (context: ConnectorContext): ConnectorContext => ({
    ...context,
    fetch: rerouted(context.fetch, fake),
  });
  return {
    ...connector,
    connect: (context, settings) => connector.connect!(there(context), settings),
    prepare: (context, account, message) => connector.prepare(there(context), account, message),
    publish: (context, account, message, handle) =>
      connector.publish(there(context), account, message, handle),
    find: (context, account, message, handle) => connector.find(there(context), account, message, handle),
  };
}
