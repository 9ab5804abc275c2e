import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { rerouted, type Arrived, type Fake } from '#/connectors/_kit/contract-stage.ts';
import { createLentServer } from '#/connectors/_kit/lent-server.ts';
import type { Connector, ConnectorContext, Lend } from '#/connectors/contract.ts';
import { connectors } from '#/connectors/index.ts';
import type { Account, Delivery, Post } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { faultPlanOf } from '../../scripts/lib/fault-plans.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { eventually, goToDueTime, picture, signInAs } from './main-job.ts';
import { makeVideo } from './make-video.ts';

/** All networks but the practice one, which has no account of anybody's. */
const REAL = connectors.filter(({ manifest }) => manifest.network !== 'sandbox');
const WITH_PICTURES = 'Nova čekaonica je otvorena. Vidimo se u ponedjeljak.';
const WITH_VIDEO = 'Pogledajte kako je u novoj čekaonici.';

/** One post to every network there is, each against its fake: connected, published and proved on the studio's own screens. */
describe('every network, in a browser', { timeout: 400_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let head: ApiClient;
  let page: Page;
  let video: Buffer;
  const posts = { pictures: '', video: '' };
  const all = REAL.map(({ manifest }) => manifest.network);
  const ofTwo = REAL.filter(({ manifest }) => manifest.limits.images.max > 1).map(
    ({ manifest }) => manifest.network,
  );
  const fakes = new Map<string, Fake>();
  const lent = createLentServer();
  const clock = new ManualClock(Temporal.Now.instant());
  const pictures = process.env.GLASNIK_TEST_PICTURES;

  before(async () => {
    for (const connector of REAL)
      fakes.set(connector.manifest.network, await (await faultPlanOf(connector)).startFake());
    app = await testApp({
      clock,
      connectors: REAL.map((connector) => atFake(connector, fakeOf(connector), lent.lend)),
      env: { GLASNIK_ALLOW_PRIVATE: '127.0.0.1' },
    });
    browser = await launchBrowser();
    house = await app.addInstitution();
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
    head = await signIn(app.url, house.people.head.email);
    ({ page } = await signInAs(browser, app.url, house.people.administrator.email));
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
    await lent.close();
    await Promise.all([...fakes.values()].map((fake) => fake.close()));
  });

  const fakeOf = ({ manifest }: Connector): Fake => fakes.get(manifest.network)!;
  const look = async (name: string) => {
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  };
  const accounts = async (): Promise<Account[]> =>
    (await editor.get<{ items: Account[] }>('listAccounts', { params })).items;
  const deliveriesOf = async (postId: string): Promise<Delivery[]> =>
    (await editor.get<{ items: Delivery[] }>('listPostDeliveries', { params: { ...params, postId } })).items;

  /** Writes it in the composer with its files, for these networks, and lets the head approve it. */
  const schedule = async (
    text: string,
    networks: readonly string[],
    files: { name: string; mimeType: string; buffer: Buffer }[],
  ): Promise<string> => {
    await page.goto(`${app.url}/studio/${house.slug}/posts/new`);
    await page.getByPlaceholder(/Working title/).fill('Čekaonica');
    await page.getByRole('textbox', { name: 'Text, bosanski' }).fill(text);
    for (const [index, file] of files.entries()) {
      await page.locator('input[type=file]').first().setInputFiles(file);
      await page.locator('.image-card').nth(index).waitFor();
    }
    const alt = page.getByPlaceholder(/What is in the (picture|video)\?/);
    await alt.first().waitFor();
    for (const field of await alt.all()) await field.fill('Svijetla prostorija');
    await page.getByRole('button', { name: 'Tomorrow at 9:00' }).click();
    for (const { manifest } of REAL) {
      const place = page
        .locator('.targets__network')
        .filter({ has: page.getByText(manifest.name, { exact: true }) });
      await place.getByRole('checkbox').setChecked(networks.includes(manifest.network), { force: true });
    }
    await page.getByText('Nothing stands in the way').waitFor();
    await page.getByRole('button', { name: 'Send for review' }).click();
    await page.locator('.badge--in-review').first().waitFor();
    const postId = new URL(page.url()).pathname.split('/').at(-1)!;
    const { version } = await editor.get<Post>('getPost', { params: { ...params, postId } });
    await head.get('approvePost', { params: { ...params, postId }, body: { version } });
    return postId;
  };
  const settled = (postId: string) =>
    eventually(
      'every delivery is out or in a person’s hands',
      async () => {
        const all = await deliveriesOf(postId);
        const open = all.filter(({ state }) => state !== 'published' && state !== 'handed-over');
        if (open.some(({ state }) => state === 'retrying')) clock.advance({ seconds: 30 });
        const stuck = open.find(({ state }) => ['failed', 'blocked', 'unknown'].includes(state));
        assert.equal(stuck, undefined, `${stuck?.account.network}: ${stuck?.reasonText}`);
        return open.length === 0 && all;
      },
      60_000,
    );
  const stands = (network: string): readonly Arrived[] => fakes.get(network)!.posts();
  const seeProofs = async (postId: string) => {
    await page.goto(`${app.url}/studio/${house.slug}/posts/${postId}?view=deliveries`);
    for (const { url, account } of await deliveriesOf(postId)) {
      assert.ok(url, account.network);
      await page.locator(`a[href="${url}"]`).first().waitFor();
    }
  };

  test('eleven networks are connected, by a form or on the network’s own page', async () => {
    assert.deepEqual([all.length, ofTwo.length], [11, 9]);
    for (const connector of REAL) {
      const { manifest } = connector;
      await page.goto(`${app.url}/studio/${house.slug}/accounts`);
      await page.getByRole('button', { name: 'Connect an account' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Network', { exact: true }).selectOption(manifest.network);
      for (const { name, options } of manifest.settings) {
        const { label } = (manifest.words.en['settings'] as Record<string, { label: string }>)[name]!;
        const field = dialog.getByLabel(label, { exact: false }).first();
        const value = fakeOf(connector).settings[name] ?? '';
        if (options) await field.selectOption(value || options[0]!);
        else await field.fill(value);
      }
      if (manifest.network === 'tiktok') await look('connect-tiktok');
      await dialog.getByRole('button', { name: /^(Connect|Go to .*)$/ }).click();
      await page
        .getByText(/ is connected\.$/)
        .first()
        .waitFor();
      await eventually(`${manifest.network} is connected`, async () =>
        (await accounts()).some(
          ({ network, state }) => network === manifest.network && state === 'connected',
        ),
      );
    }
    assert.equal((await accounts()).length, 11);
  });

  test('two pictures are written for the nine that take two, and a video for all eleven', async () => {
    const jpeg = async (name: string, colour: string) => ({
      name,
      mimeType: 'image/jpeg',
      buffer: await picture(colour),
    });
    const files = [await jpeg('ulaz.jpg', '#7a3b1d'), await jpeg('sala.jpg', '#1d3b7a')];
    posts.pictures = await schedule(WITH_PICTURES, ofTwo, files);
    video = await makeVideo(page, ['#c02020', '#20c020', '#2020c0', '#c0c020'], 'mp4');
    const file = { name: 'čekaonica.mp4', mimeType: 'video/mp4', buffer: video };
    posts.video = await schedule(WITH_VIDEO, all, [file]);
    await goToDueTime(app, clock);
  });

  test('both pictures stand on every network that takes two', async () => {
    await settled(posts.pictures);
    for (const network of ofTwo) {
      const [post, ...more] = stands(network).filter(({ text }) => text === WITH_PICTURES);
      assert.equal(more.length, 0, network);
      assert.equal(post?.images.length, 2, network);
    }
  });

  test('the video stands on all eleven, on one of them by a person’s hand, and all eleven proofs are seen', async () => {
    const found = await settled(posts.video);
    const byHand = found.filter(({ state }) => state === 'handed-over');
    assert.deepEqual(
      byHand.map(({ account }) => account.network),
      ['tiktok'],
    );
    for (const network of all) {
      const arrived = stands(network).filter((it) => it.video);
      assert.equal(arrived.length, 1, network);
      assert.ok(video.equals(arrived[0]?.video?.bytes ?? Buffer.alloc(0)), network);
    }
    await page.context().close();
    ({ page } = await signInAs(browser, app.url, house.people.editor.email));
    await publishByHand(byHand[0]!);
    await seeProofs(posts.video);
    const { state } = await editor.get<Post>('getPost', { params: { ...params, postId: posts.video } });
    assert.equal(state, 'published');
    await look('every-network-proofs');
  });

  /** What Today says, and then the page of the task, as on a telephone. */
  const publishByHand = async ({ id, account }: Delivery) => {
    await page.goto(`${app.url}/studio/${house.slug}`);
    await page.getByRole('heading', { name: /Publish by hand/ }).waitFor();
    await look('by-hand-today');
    const row = page.getByRole('listitem').filter({ hasText: account.handle });
    await row.locator(`a[href$="${id}"]`).click();
    await page.waitForURL(new RegExp(id));
    await page.getByRole('img', { name: /QR code/ }).waitFor();
    await look('by-hand-1280');
    await page.setViewportSize({ width: 360, height: 760 });
    await look('by-hand-360');
    await page.getByText(WITH_VIDEO, { exact: true }).waitFor();
    // A browser without a window has no clipboard to look into.
    await page.getByText('Copy the text').first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save the video' }).click();
    assert.equal((await download).suggestedFilename(), 'čekaonica.mp4');
    await page.getByRole('button', { name: 'It is out' }).click();
    const dialog = page.getByRole('dialog');
    await look('by-hand-report');
    await dialog.getByLabel(/Address of the post/).fill('https://www.tiktok.com/@opcina.primjer/video/7');
    await dialog.getByRole('button', { name: 'Confirm that it is out' }).click();
    await page.locator('.badge--published').first().waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
  };
});

/** The connector as it is; only its requests, its page of consent and its fetching of files go to the fake. */
function atFake(connector: Connector, fake: Fake, lend: Lend): Connector {
  const there = (context: ConnectorContext): ConnectorContext => ({
    ...context,
    lend,
    fetch: rerouted(context.fetch, fake),
  });
  const { authorise } = connector;
  return {
    ...connector,
    ...(connector.connect
      ? { connect: (context, settings) => connector.connect!(there(context), settings) }
      : {}),
    ...(authorise
      ? {
          authorise: {
            begin: async (context, settings, door) => {
              const begun = await authorise.begin(there(context), settings, door);
              const { origin, pathname, search } = new URL(begun.url);
              const isTheirs = fake.origins?.includes(origin) ?? false;
              return isTheirs ? { ...begun, url: `${fake.network.url}${pathname}${search}` } : begun;
            },
            finish: (context, settings, back) => authorise.finish(there(context), settings, back),
          },
        }
      : {}),
    refresh: (context, account) => connector.refresh(there(context), account),
    diagnose: (context, account) => connector.diagnose(there(context), account),
    limits: (context, account) => connector.limits(there(context), account),
    prepare: (context, account, message) => connector.prepare(there(context), account, message),
    publish: (context, account, message, handle) =>
      connector.publish(there(context), account, message, handle),
    find: (context, account, message, handle) => connector.find(there(context), account, message, handle),
  };
}
