import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Post, ReviewSettings } from '#/contract/index.ts';
import { ROLES } from '#/modules/people/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { eventually, signInAs } from './main-job.ts';

const SHOTS = process.env.GLASNIK_SHOTS;
const shot = async (page: Page, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

/** Two days ahead at ten, whatever the day: the clock here is the real one. */
const due = () => ({
  local: Temporal.Now.plainDateISO('Europe/Sarajevo').add({ days: 2 }).toString() + 'T10:00',
});

describe('review and approval in a browser, each by the role it is for', { timeout: 400_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let accountId: string;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution(ROLES);
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const account = await administrator.get<{ id: string }>('connectAccount', {
      params,
      body: {
        network: 'sandbox',
        variant: 'bs',
        settings: { handle: 'ured-pregled', displayName: '', code },
      },
    });
    accountId = account.id;
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const studio = (path: string) => `${app.url}/studio/${house.slug}/${path}`;
  const at = (post: Post) => ({ params: { ...params, postId: post.id } });
  const read = (post: Post) => editor.get<Post>('getPost', at(post));
  async function create(title: string, kind = ''): Promise<Post> {
    const post = await editor.get<Post>('createPost', {
      params,
      body: {
        title,
        planItemId: null,
        content: {
          texts: { bs: 'Vijeće je donijelo odluku o novim naknadama.' },
          cyrillicFollows: true,
          overrides: {},
          images: [],
          targets: [{ accountId, variant: 'bs' }],
          due: due(),
        },
      },
    });
    return kind === ''
      ? post
      : editor.get<Post>('filePost', { ...at(post), body: { kind, reference: '05-12/26' } });
  }
  const submit = (post: Post) =>
    editor.get<Post>('submitPost', { ...at(post), body: { version: post.version } });
  const narrow = { width: 360, height: 780 };

  test('the administrator draws a path of three steps and gives it to decisions', async () => {
    const { page, context } = await signInAs(browser, app.url, house.people.administrator.email);
    await page.goto(studio('settings/review'));
    await page.getByRole('button', { name: 'New path' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the path').fill('Decisions');
    await dialog.getByRole('button', { name: 'Add a step' }).click();
    await dialog.getByRole('button', { name: 'Add a step' }).click();
    const step = (number: number) => dialog.getByRole('group', { name: `Step ${number}`, exact: true });
    await step(1).getByLabel('Name of the step').fill('Translation');
    await step(1).getByRole('checkbox', { name: 'Head' }).uncheck();
    await step(1).getByRole('checkbox', { name: 'Translator' }).check();
    await step(1)
      .getByRole('checkbox', { name: /A step for writing/ })
      .check();
    await step(2).getByLabel('Name of the step').fill('Legal');
    await step(2).getByRole('checkbox', { name: 'Head' }).uncheck();
    await step(2).getByRole('checkbox', { name: 'Adviser' }).check();
    await step(2).getByLabel('Deadline').selectOption('arrival');
    await step(3).getByLabel('Name of the step').fill('Head');
    await expectAccessible(page);
    await shot(page, 'path-dialog');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByLabel('Path for: Decision').selectOption('Decisions');
    await page.getByRole('button', { name: 'Save the paths' }).click();
    await page.getByText('Saved.').first().waitFor();
    await expectAccessible(page);
    await shot(page, 'settings-wide');
    await page.setViewportSize(narrow);
    await shot(page, 'settings-narrow');
    const set = await editor.get<ReviewSettings>('getReviewSettings', { params });
    assert.deepEqual(
      set.paths[0]?.steps.map(({ name, roles, edits }) => [name, roles[0], edits]),
      [
        ['Translation', 'translator', true],
        ['Legal', 'adviser', false],
        ['Head', 'head', false],
      ],
    );
    assert.equal(set.kinds.find(({ key }) => key === 'decision')?.pathId, set.paths[0]?.id);
    await context.close();
  });

  test('translator, adviser, head on a telephone: one post goes through three hands', async () => {
    const sent = await submit(await create('Naknade', 'decision'));

    const translator = await signInAs(browser, app.url, house.people.translator.email);
    await translator.page.goto(studio('review'));
    await translator.page.getByRole('link', { name: 'Naknade' }).click();
    const text = translator.page.getByRole('textbox', { name: 'Text, bosanski' });
    await text.fill('Vijeće ministara donijelo je odluku o novim naknadama.');
    await translator.page
      .locator('.save-status--saved')
      .getByText(/^Saved/)
      .waitFor();
    await expectAccessible(translator.page);
    await translator.page.getByRole('button', { name: 'Done, pass on' }).click();
    await eventually('the lawyer has it', async () => (await read(sent)).review.step === 2);
    await translator.context.close();

    const adviser = await signInAs(browser, app.url, house.people.adviser.email);
    await adviser.page.goto(studio('review'));
    await adviser.page.getByRole('link', { name: 'Naknade' }).click();
    await adviser.page.getByRole('heading', { level: 1, name: 'Naknade' }).waitFor();
    await adviser.page.getByRole('button', { name: 'New remark' }).first().click();
    await adviser.page.getByLabel('What it is about').selectOption({ label: 'Text, bosanski' });
    await adviser.page.getByLabel('Words').fill('novim naknadama');
    const remark = adviser.page.getByRole('textbox', { name: 'Remark' });
    await remark.pressSequentially(`Koji član? @${house.people.editor.name.slice(0, 5)}`);
    await adviser.page.getByRole('option', { name: house.people.editor.name }).waitFor();
    await remark.press('Enter');
    assert.match(await remark.inputValue(), new RegExp(`@${house.people.editor.name} $`));
    await expectAccessible(adviser.page);
    await shot(adviser.page, 'review-wide');
    await adviser.page.getByRole('button', { name: 'Send', exact: true }).click();
    await adviser.page.getByText('Koji član?').waitFor();
    await adviser.page.getByRole('button', { name: 'Approve', exact: true }).click();
    await adviser.page.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
    await eventually('the head has it', async () => (await read(sent)).review.step === 3);
    await adviser.context.close();

    const head = await signInAs(browser, app.url, house.people.head.email);
    await head.page.setViewportSize(narrow);
    await head.page.goto(studio('review'));
    await shot(head.page, 'list-narrow');
    await head.page.getByRole('link', { name: 'Naknade' }).click();
    // The list shows the same words before it gives way.
    await head.page.getByRole('heading', { level: 1, name: 'Naknade' }).waitFor();
    await head.page.getByText('05-12/26').waitFor();
    await head.page.getByText('Vijeće ministara donijelo je odluku').first().waitFor();
    await expectAccessible(head.page);
    await shot(head.page, 'review-narrow');
    await head.page.getByRole('button', { name: '1 open remark' }).click();
    const sheet = head.page.getByRole('dialog');
    await sheet.getByText('Koji član?').waitFor();
    await sheet.getByRole('button', { name: 'Answer' }).click();
    await sheet.getByRole('textbox', { name: 'Your answer' }).fill('Član 12.');
    await sheet.getByRole('button', { name: 'Send', exact: true }).click();
    await sheet.getByText('Član 12.').waitFor();
    await expectAccessible(head.page);
    await shot(head.page, 'remarks-sheet');
    await sheet.getByRole('button', { name: 'Settle' }).click();
    await sheet.getByText('1 settled').waitFor();
    await head.page.keyboard.press('Escape');
    await head.page.getByRole('button', { name: 'Other actions' }).click();
    await head.page.getByRole('menuitem', { name: 'Approve on a condition' }).click();
    await head.page.getByRole('textbox', { name: 'Condition' }).fill('Pribaviti saglasnost');
    await head.page.getByRole('alertdialog').getByRole('button', { name: 'Approve on a condition' }).click();
    await eventually('it is approved', async () => (await read(sent)).state === 'approved');
    await head.context.close();

    const author = await signInAs(browser, app.url, house.people.editor.email);
    await author.page.goto(studio(`posts/${sent.id}?view=write`));
    await author.page.getByRole('button', { name: 'The condition is met' }).click();
    await eventually('it is scheduled', async () => (await read(sent)).state === 'scheduled');
    await shot(author.page, 'composer-wide');
    await author.context.close();
  });

  test('what changed since the head last looked is shown first', async () => {
    const sent = await submit(await create('Viđeno'));
    const { page, context } = await signInAs(browser, app.url, house.people.head.email);
    const seen = page.waitForResponse((response) => response.url().endsWith('/seen'));
    await page.goto(studio(`review/${sent.id}`));
    await seen;
    const back = await read(sent);
    const { dueAt: _dueAt, ...content } = back.content;
    const changed = await editor.get<Post>('savePost', {
      ...at(sent),
      body: {
        title: sent.title,
        planItemId: null,
        content: { ...content, texts: { bs: 'Vijeće je ukinulo naknade.' }, due: due() },
      },
      headers: { 'if-match': `"${back.version}"` },
    });
    await submit(changed);
    await page.goto(studio(`review/${sent.id}`));
    const part = page.getByRole('region', { name: 'Changed since you last looked' });
    await part.locator('ins').first().waitFor();
    assert.match((await part.textContent()) ?? '', /ukinulo/);
    await context.close();
  });

  test('a director approves by a link, on a telephone, without scripts and without an account', async () => {
    const sent = await submit(await create('Direktorica'));
    const { page, context } = await signInAs(browser, app.url, house.people.head.email);
    await page.goto(studio(`review/${sent.id}`));
    await page.getByRole('button', { name: 'Ask by a link' }).click();
    await page.getByLabel('Name').fill('Selma D.');
    await page.getByLabel('E-mail').fill('selma@example.org');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('button', { name: 'Show the link' }).click();
    const url = (await page.locator('.outside__address').textContent()) ?? '';
    await context.close();

    const phone = await browser.newContext({
      viewport: narrow,
      javaScriptEnabled: false,
      locale: 'en-GB',
      extraHTTPHeaders: { 'accept-language': 'en' },
    });
    const director = await phone.newPage();
    await director.goto(url);
    await director.getByText('Vijeće je donijelo odluku o novim naknadama.').waitFor();
    await shot(director, 'link-narrow');
    const width = await director
      .locator('body')
      .evaluate((body) => body.scrollWidth)
      .catch(() => narrow.width);
    assert.ok(width <= narrow.width, `${width} px wide`);
    await director.getByRole('button', { name: 'Approve' }).click();
    await director.getByText('Thank you, you have approved the post').waitFor();
    await shot(director, 'link-approved');
    const out = await read(sent);
    assert.equal(out.state, 'scheduled');
    assert.equal(out.approvals[0]?.outside, 'Selma D.');
    await phone.close();
  });
});
