import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { rerouted } from '#/connectors/_kit/contract-stage.ts';
import { startFakeBluesky } from '#/connectors/bluesky/fake.ts';
import type { Connector, ConnectorContext } from '#/connectors/contract.ts';
import { connectors } from '#/connectors/index.ts';
import { startFakeTelegram, type TelegramFake } from '#/connectors/telegram/fake.ts';
import type { Account, Delivery, Post } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { emptyPost } from '../helpers/operations.ts';
import { eventually, goToDueTime, signInAs } from './main-job.ts';

/** One post, three networks and three kinds of trouble; the screens say what to do, and a person does it. */
describe('a delivery in trouble, in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let params: { institutionId: string };
  let telegram: TelegramFake;
  let bluesky: Awaited<ReturnType<typeof startFakeBluesky>>;
  let editor: ApiClient;
  let post: Post;
  const clock = new ManualClock(Temporal.Now.instant());
  const pictures = process.env.GLASNIK_TEST_PICTURES;

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
    const head = await signIn(app.url, house.people.head.email);
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const accounts: Account[] = [];
    for (const [network, settings] of [
      ['telegram', telegram.settings],
      ['bluesky', bluesky.settings],
      ['sandbox', { handle: 'ured-kvar', displayName: '', code }],
    ] as const) {
      const body = { network, variant: 'bs', settings };
      accounts.push(await administrator.get<Account>('connectAccount', { params, body }));
    }
    const local = clock.now().add({ hours: 2 }).toZonedDateTimeISO('Europe/Sarajevo').toPlainDateTime();
    const content = {
      ...emptyPost().content,
      texts: { bs: 'Voda se vraća u 16 sati.' },
      targets: accounts.map(({ id }) => ({ accountId: id, variant: 'bs' })),
      due: { local: local.toString({ smallestUnit: 'minute' }) },
    };
    const draft = { ...emptyPost(), title: 'Voda', content };
    const created = await editor.get<Post>('createPost', { params, body: draft });
    const of = ({ id, version }: Post) => ({ params: { ...params, postId: id }, body: { version } });
    post = await head.get<Post>('approvePost', of(await editor.get<Post>('submitPost', of(created))));
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
    await Promise.all([telegram?.close(), bluesky?.close()]);
  });

  const deliveries = async (): Promise<Map<string, Delivery>> => {
    const { items } = await editor.get<{ items: Delivery[] }>('listPostDeliveries', {
      params: { ...params, postId: post.id },
    });
    return new Map(items.map((one) => [one.account.network, one]));
  };
  const stateOf = async (network: string) => (await deliveries()).get(network)?.state;
  const rowOf = (page: Page, network: string) =>
    page.locator('.today__trouble').getByRole('listitem').filter({ hasText: network });
  const look = async (page: Page, name: string) => {
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  };

  test('an answer is lost, a network is down, an account must be connected again: each says so, and what to do', async () => {
    telegram.network.fault({ kind: 'lose-answer', step: 'publish' });
    bluesky.revoke?.();
    await editor.get('setSandboxFault', { params, body: { fault: 'error-500', times: 1 } });
    await goToDueTime(app, clock);
    await eventually('all three are in trouble', async () => {
      const now = await deliveries();
      if (now.get('telegram')?.state === 'retrying') clock.advance({ seconds: 11 });
      return (
        now.get('telegram')?.state === 'unknown' &&
        now.get('bluesky')?.state === 'blocked' &&
        now.get('sandbox')?.state !== 'scheduled'
      );
    });
    const { page, context } = await signInAs(browser, app.url, house.people.editor.email);
    await rowOf(page, 'Telegram').getByText('Next step:').waitFor();
    await rowOf(page, 'Telegram')
      .getByText(/answer/)
      .first()
      .waitFor();
    await rowOf(page, 'Bluesky')
      .getByText(/[Cc]onnect/)
      .first()
      .waitFor();
    await look(page, 'trouble');
    await page.setViewportSize({ width: 360, height: 760 });
    await look(page, 'trouble-360');
    await context.close();
  });

  test('what nobody can know is asked of a person, once; nothing goes out twice', async () => {
    const { page, context } = await signInAs(browser, app.url, house.people.editor.email);
    await rowOf(page, 'Telegram').getByRole('button', { name: 'Answer: is it published?' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Yes, it is there').waitFor();
    await look(page, 'trouble-answer');
    await dialog.getByText('Yes, it is there').click();
    await dialog.getByLabel(/Address of the post/).fill('https://t.me/opcina_primjer/1');
    await dialog.getByRole('button', { name: 'Confirm the answer' }).click();
    await page.getByText('Recorded as published.').waitFor();
    await eventually('it is told as published', async () => (await stateOf('telegram')) === 'published');
    assert.deepEqual(
      telegram.posts().map(({ text }) => text),
      ['Voda se vraća u 16 sati.'],
    );
    await rowOf(page, 'Telegram').waitFor({ state: 'detached' });
    await context.close();
  });

  test('an account is connected again, and what waited for it goes out by itself', async () => {
    const { page, context } = await signInAs(browser, app.url, house.people.administrator.email);
    await rowOf(page, 'Bluesky').getByRole('link', { name: 'Accounts' }).click();
    // At the network the institution has made a new password for programs.
    bluesky.state.revoked = false;
    const account = page.getByRole('group', { name: bluesky.settings.handle });
    await account.getByRole('button', { name: 'Connect again' }).click();
    const dialog = page.getByRole('dialog');
    const asked = connectors.find(({ manifest }) => manifest.network === 'bluesky')?.manifest.settings ?? [];
    for (const [no, { name }] of asked.entries())
      await dialog
        .locator('input')
        .nth(no)
        .fill(String(bluesky.settings[name as keyof typeof bluesky.settings]));
    await look(page, 'trouble-connect');
    await dialog.getByRole('button', { name: /^Connect/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await eventually('it is out', async () => (await stateOf('bluesky')) === 'published');
    assert.equal(bluesky.posts().length, 1);
    await context.close();
  });

  test('what a network could not take for a while goes out by itself; with the last of three the post is published', async () => {
    await eventually('it is out', async () => {
      clock.advance({ minutes: 1 });
      return (await stateOf('sandbox')) === 'published';
    });
    const { page, context } = await signInAs(browser, app.url, house.people.editor.email);
    await page.goto(`${app.url}/studio/${house.slug}/posts/${post.id}`);
    await page.locator('.badge--published').first().waitFor();
    await page.goto(`${app.url}/studio/${house.slug}`);
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    assert.equal(await page.locator('.today__trouble').count(), 0);
    await context.close();
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
