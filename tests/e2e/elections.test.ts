import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Account, ElectionReport, HeldPost, Post } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { emptyPost } from '../helpers/operations.ts';
import { eventually, goToDueTime, signInAs } from './main-job.ts';

const pictures = process.env.GLASNIK_TEST_PICTURES;

describe('an election period in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let editor: ApiClient;
  let head: ApiClient;
  let administrator: ApiClient;
  let accountId: string;
  const clock = new ManualClock(Temporal.Now.instant());
  const params = () => ({ institutionId: house.id });
  const today = () => clock.now().toZonedDateTimeISO('Europe/Sarajevo').toPlainDate();

  before(async () => {
    app = await testApp({ clock });
    browser = await launchBrowser();
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
    head = await signIn(app.url, house.people.head.email);
    administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params: params() });
    const settings = { handle: 'ured-izbori', displayName: 'Ured', code };
    const body = { network: 'sandbox', variant: 'bs', settings };
    accountId = (await administrator.get<Account>('connectAccount', { params: params(), body })).id;
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const studio = (path: string) => `${app.url}/studio/${house.slug}/${path}`;
  const at = (postId: string) => ({ params: { ...params(), postId } });
  const read = (postId: string) => editor.get<Post>('getPost', at(postId));
  const create = (text: string) => {
    const local = clock.now().add({ hours: 2 }).toZonedDateTimeISO('Europe/Sarajevo').toPlainDateTime();
    const content = {
      ...emptyPost().content,
      texts: { bs: text },
      targets: [{ accountId, variant: 'bs' }],
      due: { local: local.toString({ smallestUnit: 'minute' }) },
    };
    return editor.get<Post>('createPost', {
      params: params(),
      body: { ...emptyPost(), title: text, content },
    });
  };

  async function look(page: Page, name: string): Promise<void> {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name} is ${wide} px too wide at ${width}`);
      if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  test('the head declares it, and pastes a list of which each faulty line is told by its number', async () => {
    const { page, context } = await signInAs(browser, app.url, house.people.head.email);
    await page.goto(studio('elections'));
    await page.getByText('No election period is declared').waitFor();
    await look(page, 'elections-empty');
    await page.getByRole('button', { name: 'Declare an election period' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Opći izbori');
    await dialog.getByLabel('First day').fill(today().subtract({ days: 3 }).toString());
    await dialog.getByLabel('Polling day').fill(today().add({ days: 20 }).toString());
    await dialog.getByLabel('Last day').fill(today().add({ days: 10 }).toString());
    await dialog.getByRole('button', { name: 'Declare', exact: true }).click();
    await dialog
      .getByText(/last day cannot be before/i)
      .first()
      .waitFor();
    await dialog.getByLabel('Last day').fill(today().add({ days: 40 }).toString());
    await dialog.getByRole('button', { name: 'Declare', exact: true }).click();
    await page.getByRole('heading', { name: 'Opći izbori' }).waitFor();
    await page.getByRole('button', { name: 'Paste a list' }).first().click();
    const list = page.getByRole('dialog');
    await list.getByLabel('List').fill('Marko Petrović; Stranka primjera\n\n42\nAna Horvat');
    await list.getByRole('button', { name: 'Add the list' }).click();
    await list
      .getByText(/^Line 3/)
      .first()
      .waitFor();
    await list.getByLabel('List').fill('Marko Petrović; Stranka primjera\nAna Horvat');
    await list.getByRole('button', { name: 'Add the list' }).click();
    await page.getByRole('heading', { name: 'Listed names and marks (2)' }).waitFor();
    await page.getByRole('button', { name: 'Remove from the list: Ana Horvat' }).click();
    await page.getByRole('heading', { name: 'Listed names and marks (1)' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'Listed names and marks (2)' }).waitFor();
    await page.getByText('the election period runs until').waitFor();
    await look(page, 'elections');
    await context.close();
  });

  test('an officer is blocked by a listed name in any case, and a head makes an exception with a reason', async () => {
    const post = await create('Nagradu je uručio g. Petroviću.');
    const officer = await signInAs(browser, app.url, house.people.editor.email);
    await officer.page.goto(studio(`posts/${post.id}`));
    await officer.page
      .getByText(/Petroviću.*Opći izbori.*7\.2a/)
      .first()
      .waitFor();
    await officer.page.getByText('A second person has to approve it too.').waitFor();
    assert.equal(
      (await editor.call('submitPost', { ...at(post.id), body: { version: post.version } })).status,
      422,
    );
    await look(officer.page, 'elections-composer');
    await officer.context.close();

    const boss = await signInAs(browser, app.url, house.people.head.email);
    await boss.page.goto(studio(`posts/${post.id}`));
    await boss.page.getByRole('button', { name: /^Make an exception/ }).click();
    const dialog = boss.page.getByRole('alertdialog');
    await dialog.getByLabel('Reason').fill('Zapisnik žirija, traži ga pravilnik.');
    await dialog.getByRole('button', { name: /^Make an exception/ }).click();
    await boss.page
      .getByText(/exception by .*Zapisnik žirija/)
      .first()
      .waitFor();
    await boss.context.close();

    await editor.get('submitPost', { ...at(post.id), body: { version: post.version } });
    await head.get('approvePost', { ...at(post.id), body: { version: post.version } });
    assert.equal((await read(post.id)).state, 'in-review', 'one approval is not enough');
    assert.notEqual(
      (await head.call('approvePost', { ...at(post.id), body: { version: post.version } })).status,
      200,
    );
    await administrator.get('approvePost', { ...at(post.id), body: { version: post.version } });
    assert.equal((await read(post.id)).state, 'scheduled');
  });

  test('a repeat is held, a person lets it go, and the report tells all of it', async () => {
    const first = await create('Svake sedmice');
    const start = first.content.dueAt!;
    const local = Temporal.Instant.from(start).toZonedDateTimeISO('Europe/Sarajevo').toPlainDateTime();
    const { postIds } = await editor.get<{ postIds: string[] }>('repeatPost', {
      ...at(first.id),
      body: { every: 'week', start: local.toString({ smallestUnit: 'minute' }), end: { times: 1 } },
    });
    const [repeat = ''] = postIds;
    const { version } = await read(repeat);
    await editor.get('submitPost', { ...at(repeat), body: { version } });
    for (const who of [head, administrator])
      await who.get('approvePost', { ...at(repeat), body: { version } });
    const held = await eventually('the repeat is held', async () => {
      const { held: posts } = await head.get<{ held: HeldPost[] }>('getPause', { params: params() });
      return posts.find(({ postId }) => postId === repeat);
    });
    assert.deepEqual([held.election?.name, held.election?.cause], ['Opći izbori', 'repeat']);
    const { page, context } = await signInAs(browser, app.url, house.people.head.email);
    await page.goto(studio('pause'));
    await page.getByText(/repeat in the election period “Opći izbori”/).waitFor();
    await page.getByRole('button', { name: /^Let/ }).first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: /^Let/ }).click();
    await eventually('it is let go', async () => {
      const { held: posts } = await head.get<{ held: HeldPost[] }>('getPause', { params: params() });
      return !posts.some(({ postId }) => postId === repeat);
    });
    await goToDueTime(app, clock);
    await eventually('it is out', async () => (await read(repeat)).state === 'published');

    clock.advance({ minutes: 1 });
    const { items } = await head.get<{ items: { id: string }[] }>('listElections', { params: params() });
    const electionId = items[0]!.id;
    const report = await head.get<ElectionReport>('getElectionReport', {
      params: { ...params(), electionId },
    });
    assert.equal(report.posts.find(({ postId }) => postId === repeat)?.approvals.length, 2);
    assert.equal(report.named.length, 1);
    assert.equal(report.exceptions.length, 1);
    assert.ok(report.held.find(({ postId }) => postId === repeat)?.letGo);
    await page.goto(studio(`elections?period=${electionId}`));
    await page.getByRole('button', { name: 'Report' }).click();
    await page.getByRole('heading', { name: 'What went out' }).waitFor();
    await page.getByRole('row', { name: /Marko Petrović.*Petroviću/ }).waitFor();
    await look(page, 'elections-report');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('button', { name: 'Print' }).isVisible(), false);
    await context.close();
  });
});
