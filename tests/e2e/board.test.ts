import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Deadline, Post } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { eventually, signInAs } from './main-job.ts';

describe('the board in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let editor: ApiClient;
  let accountId: string;
  let page: Page;
  let heads: Page;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params: params() });
    ({ id: accountId } = await administrator.get<{ id: string }>('connectAccount', {
      params: params(),
      body: {
        network: 'sandbox',
        variant: 'bs',
        settings: { handle: `ured-${house.id.slice(-6)}`, displayName: '', code },
      },
    }));
    ({ page } = await signInAs(browser, app.url, house.people.editor.email));
    ({ page: heads } = await signInAs(browser, app.url, house.people.head.email));
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const params = () => ({ institutionId: house.id });
  const tomorrow = () => `${Temporal.Now.plainDateISO('Europe/Sarajevo').add({ days: 20 }).toString()}T10:00`;
  const write = (title: string, complete = true) =>
    editor.get<Post>('createPost', {
      params: params(),
      body: {
        title,
        planItemId: null,
        content: {
          texts: complete ? { bs: `${title}: dođite u ponedjeljak.` } : {},
          cyrillicFollows: false,
          overrides: {},
          images: [],
          targets: complete ? [{ accountId, variant: 'bs' }] : [],
          due: { local: tomorrow() },
        },
      },
    });
  const read = (post: Post) => editor.get<Post>('getPost', { params: { ...params(), postId: post.id } });
  const becomes = (post: Post, state: string) =>
    eventually(`“${post.title}” is ${state}`, async () => (await read(post)).state === state);
  const open = (on: Page) => on.goto(`${app.url}/studio/${house.slug}/board`);
  const card = (on: Page, post: Post) => on.locator(`[data-card="${post.id}"]`);
  const column = (on: Page, state: string) => on.locator(`.board__column--${state}`);

  async function drag(on: Page, thing: Locator, place: Locator): Promise<void> {
    await thing.waitFor();
    const [from, to] = [await thing.boundingBox(), await place.boundingBox()];
    assert.ok(from && to);
    await on.mouse.move(from.x + 30, from.y + from.height - 6);
    await on.mouse.down();
    await on.mouse.move(from.x + 45, from.y + from.height, { steps: 3 });
    await on.mouse.move(to.x + 40, to.y + 60, { steps: 10 });
    await on.mouse.up();
  }

  test('a drag is the act it means: for review, approved with a look at the text, sent back with a reason', async () => {
    const post = await write('Nova čekaonica');
    await open(page);
    await card(page, post).waitFor();
    await expectAccessible(page);
    await drag(page, card(page, post), column(page, 'in-review'));
    await becomes(post, 'in-review');
    // Nobody has answered yet: it is taken back as easily, and sent again.
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await becomes(post, 'draft');
    await drag(page, column(page, 'draft').locator(`[data-card="${post.id}"]`), column(page, 'in-review'));
    await becomes(post, 'in-review');

    await open(heads);
    await drag(heads, card(heads, post), column(heads, 'approved'));
    const dialog = heads.getByRole('alertdialog');
    await dialog.getByText('Nova čekaonica: dođite u ponedjeljak.').waitFor();
    await expectAccessible(heads);
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    await becomes(post, 'approved');

    await dialog.waitFor({ state: 'detached' });
    await column(heads, 'approved').locator(`[data-card="${post.id}"] a`).focus();
    await heads.keyboard.press('Shift+ArrowRight');
    await becomes(post, 'scheduled');
    await heads.getByRole('button', { name: 'Undo' }).last().click();
    await becomes(post, 'approved');
    await column(heads, 'approved').locator(`[data-card="${post.id}"] a`).focus();
    await heads.keyboard.press('Shift+ArrowRight');
    await becomes(post, 'scheduled');

    await column(heads, 'scheduled').locator(`[data-card="${post.id}"]`).waitFor();
    await card(heads, post)
      .getByRole('button', { name: /^Move:/ })
      .click();
    await heads.getByRole('menuitem', { name: 'Send back with a reason' }).click();
    const back = heads.getByRole('alertdialog');
    await back.getByRole('button', { name: 'Send back with a reason' }).click();
    await back.getByText('reason', { exact: false }).first().waitFor();
    assert.equal((await read(post)).state, 'scheduled', 'without a reason nothing is sent back');
    await back.getByLabel('Reason').fill('Datum nije tačan.');
    await back.getByRole('button', { name: 'Send back with a reason' }).click();
    await becomes(post, 'sent-back');
    assert.equal((await read(post)).remarks[0]?.text, 'Datum nije tačan.');
    // What was sent back can be taken up again at once.
    await heads.getByRole('button', { name: 'Undo' }).last().click();
    await becomes(post, 'draft');
  });

  test('what is not allowed is refused with the reason, and stays where it is', async () => {
    const [bare, full] = [await write('Nepotpuna', false), await write('Prava')];
    await open(page);
    await drag(page, card(page, bare), column(page, 'in-review'));
    await page.locator('.toast--danger', { hasText: 'Not moved: “Nepotpuna”' }).waitFor();
    assert.equal((await read(bare)).state, 'draft');
    await drag(page, card(page, full), column(page, 'approved'));
    await page.locator('.toast--danger', { hasText: 'There is no way from “Draft” to “Approved”' }).waitFor();
    await drag(page, card(page, full), column(page, 'in-review'));
    await becomes(full, 'in-review');
    // An editor does not approve.
    await open(page);
    await drag(page, card(page, full), column(page, 'approved'));
    await page.locator('.toast--danger', { hasText: 'Your role does not allow this: Approve' }).waitFor();
    assert.equal((await read(full)).state, 'in-review');
  });

  test('by keyboard alone: arrows to the card, M, and the act', async () => {
    const post = await write('Tastaturom');
    await open(page);
    await card(page, post).locator('a').focus();
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog', { name: /Move: Tastaturom/ });
    await dialog.getByRole('button', { name: 'Send for review' }).press('Enter');
    await becomes(post, 'in-review');
  });

  test('a narrow board scrolls by itself, and the page does not', async () => {
    // More than a page of them in the last columns, far outside the window.
    await app.database.owner.query(
      `insert into posts (id, institution_id, title, state, content, version, due_at, author_id, last_saved_by, search,
         created_at, updated_at)
       select gen_random_uuid(), institution_id, title || ' ' || n, (array['approved', 'scheduled'])[1 + n % 2], content,
         version, due_at, author_id, last_saved_by, search, created_at, updated_at
       from (select * from posts where institution_id = $1 limit 1) one, generate_series(1, 60) n`,
      [house.id],
    );
    await page.setViewportSize({ width: 360, height: 780 });
    await open(page);
    await column(page, 'scheduled')
      .getByRole('button', { name: /^Load more/ })
      .waitFor();
    await expectAccessible(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('steps stand beside the post, are ticked, given to somebody, and shown on the board', async () => {
    const post = await write('Koraci');
    await page.goto(`${app.url}/studio/${house.slug}/posts/${post.id}`);
    const panel = page
      .locator('section', { has: page.getByRole('heading', { name: 'Steps to the post' }) })
      .last();
    await panel.getByRole('checkbox', { name: 'Done: Brief' }).click();
    const stepOf = async (kind: string) =>
      (
        await editor.get<{ items: Deadline[] }>('listPostDeadlines', {
          params: { ...params(), postId: post.id },
        })
      ).items.find((step) => step.kind === kind);
    await eventually('the brief is done', async () => (await stepOf('brief'))?.doneAt);
    await eventually('it is ticked', () => panel.getByRole('checkbox', { name: 'Done: Brief' }).isChecked());
    await panel.getByRole('button', { name: 'Edit the step: Fact check' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit the step: Fact check' });
    await dialog.getByLabel('Who').selectOption({ label: house.people.auditor.name });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await panel.getByText(house.people.auditor.name).waitFor();
    assert.equal((await stepOf('facts'))?.person?.id, house.people.auditor.id);
    await expectAccessible(page);
    await open(page);
    await card(page, post)
      .getByText(/^Draft by/)
      .waitFor();
  });

  test('settings of the calendar: an editor reads them, a head changes the template', async () => {
    const address = `${app.url}/studio/${house.slug}/settings/calendar`;
    await page.goto(address);
    await page.getByRole('heading', { name: 'Working days' }).waitFor();
    await expectAccessible(page);
    assert.equal(await page.getByRole('button', { name: 'Save' }).count(), 0);
    await heads.goto(address);
    await heads.getByLabel('Fact check').fill('3');
    // By key: a click that is forced goes astray where the page moves under it.
    await heads.getByRole('checkbox', { name: 'Days off: Republika Srpska' }).press('Space');
    await heads.getByRole('button', { name: 'Save' }).click();
    await heads.getByText('The calendar settings are saved.').waitFor();
    const settings = await editor.get<{ deadlines: { kind: string; days: number }[]; daysOffSets: string[] }>(
      'getCalendarSettings',
      { params: params() },
    );
    assert.equal(settings.deadlines.find(({ kind }) => kind === 'facts')?.days, 3);
    assert.deepEqual(settings.daysOffSets, ['bih', 'rs']);
  });
});
