import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Post } from '#/contract/index.ts';
import { newId } from '#/kernel/ids.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { emptyPost } from '../helpers/operations.ts';
import { signInAs } from './main-job.ts';

describe('the everyday tools in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let editor: ApiClient;
  let accountId: string;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
    accountId = newId();
    await app.database.owner.query(
      `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant, settings,
         session_sealed, state, connected_at)
       values ($1::uuid, $2, 'sandbox', $1::uuid::text, '@ured', 'Ured', 'https://ured.example.org', 'bs', '{}', '', 'connected', now())`,
      [accountId, house.id],
    );
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const params = () => ({ institutionId: house.id });
  const create = (title: string, texts: Record<string, string>) => {
    const { content } = emptyPost();
    const targets = [{ accountId, variant: 'bs' }];
    const body = { title, planItemId: null, content: { ...content, texts, targets } };
    return editor.get<Post>('createPost', { params: params(), body });
  };

  test('a post is copied from the list and from its page, and the copy says what it was made from', async () => {
    const post = await create('Poziv građanima', { bs: 'Dođite u petak.' });
    const { page } = await signInAs(browser, app.url, house.people.editor.email);
    await page.getByRole('link', { name: 'Posts', exact: true }).click();
    await page.getByRole('button', { name: 'More for the post: Poziv građanima' }).click();
    await page.getByRole('menuitem', { name: 'Copy the post' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Date').fill('2031-05-09');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Make the copy' }).click();
    await page.waitForURL((url) => /\/posts\/[0-9a-f-]{36}$/.test(url.pathname));
    await page.getByText('A copy of').waitFor();
    const copyId = new URL(page.url()).pathname.split('/').at(-1)!;
    const copy = await editor.get<Post>('getPost', { params: { ...params(), postId: copyId } });
    assert.equal(copy.content.dueAt, '2031-05-09T07:00:00Z');
    assert.deepEqual(copy.content.targets, post.content.targets);
    await page.getByRole('link', { name: 'Poziv građanima' }).click();
    await page.waitForURL((url) => url.pathname.endsWith(post.id));
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('button', { name: 'Other actions' }).click();
    await page.getByRole('menuitem', { name: 'Copy the post' }).click();
    await page.getByRole('dialog').getByLabel('Date').waitFor();
    await expectAccessible(page);
    await page.close();
  });

  test('a set of hashtags is made beside the glossary and put into every text with one press', async () => {
    const post = await create('Hashtagovi', { bs: 'Dobar dan.', en: 'Good day. #EU' });
    const { page } = await signInAs(browser, app.url, house.people.editor.email);
    const address = `${app.url}/studio/${house.slug}/posts/${post.id}`;
    await page.goto(address);
    await page.getByRole('button', { name: 'Hashtags' }).click();
    await page.getByRole('menuitem', { name: 'Make the first set' }).click();
    await page.getByRole('button', { name: 'Add a set of hashtags' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the set').fill('Reform');
    await dialog.getByLabel('bosanski').fill('#javnauprava #nerazumljivovrlodugo');
    await dialog.getByLabel('English').fill('#publicadministration');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('several words in one').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('bosanski').fill('#javnauprava');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('#JavnaUprava').waitFor();
    await expectAccessible(page);

    await page.goto(address);
    const button = page.getByRole('button', { name: 'Hashtags' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Reform' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Dobar dan.\n\n#JavnaUprava'),
    );
    const texts = await page
      .locator('textarea')
      .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    assert.ok(texts.includes('Good day. #EU #PublicAdministration'), JSON.stringify(texts));
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Dobar dan.'),
    );
    await page.close();
  });

  test('a post is kept as a template; the next one begins with it, and an unfilled gap leads to its place', async () => {
    const post = await create('Session', { bs: 'Sjednica je [datum].' });
    const { page } = await signInAs(browser, app.url, house.people.editor.email);
    await page.goto(`${app.url}/studio/${house.slug}/posts/${post.id}`);
    await page.getByRole('button', { name: 'Other actions' }).click();
    await page.getByRole('menuitem', { name: 'Save as a template' }).click();
    await page.getByRole('dialog').getByLabel('Name of the template').fill('Next session');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Save the template' }).click();
    await page.getByText('The template is saved.').waitFor();

    await page.goto(`${app.url}/studio/${house.slug}/posts/new?due=2031-05-09T10:00`);
    await page.getByRole('button', { name: 'Begin with a template' }).click();
    await page.getByRole('menuitem', { name: 'Next session' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('menuitem', { name: 'Next session' }).click();
    await page.waitForURL((url) => /\/posts\/[0-9a-f-]{36}$/.test(url.pathname));
    const blocking = page.locator('#why-blocked');
    await blocking.getByText('[datum]').waitFor();
    await blocking.click();
    const focused = await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value);
    assert.equal(focused, 'Sjednica je [datum].');
    await page.goto(`${app.url}/studio/${house.slug}/settings/glossary`);
    await page.getByRole('button', { name: 'Change the template: Next session' }).click();
    await page.getByRole('dialog').getByLabel('bosanski').fill('Sjednica je [dan] u [sat].');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('[dan] [sat]').waitFor();
    await page.close();
  });
});
