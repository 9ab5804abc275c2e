import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Media, Post, PostInput } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { lookAt } from './looked-at.ts';
import { eventually, picture, signInAs } from './main-job.ts';

describe('what changed, who may change what, and what was urgent', { timeout: 400_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let accountId: string;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution(['administrator', 'head', 'editor', 'translator']);
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const account = await administrator.get<{ id: string }>('connectAccount', {
      params,
      body: {
        network: 'sandbox',
        variant: 'bs',
        settings: { handle: 'ured-verzije', displayName: '', code },
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
  const day = (days: number) => Temporal.Now.plainDateISO('Europe/Sarajevo').add({ days }).toString();
  const input = (change: Partial<PostInput['content']> = {}): PostInput => ({
    title: 'Naknade',
    planItemId: null,
    content: {
      texts: { bs: 'Vijeće je donijelo odluku.', en: 'The Council has decided.' },
      cyrillicFollows: true,
      overrides: {},
      images: [],
      targets: [{ accountId, variant: 'bs' }],
      due: { local: `${day(2)}T10:00` },
      ...change,
    },
  });
  const create = () => editor.get<Post>('createPost', { params, body: input() });

  test('any two versions are compared: each variant, a network’s own text, pictures and their words, place and time', async () => {
    const post = await create();
    const uploaded = await editor.call('uploadMedia', {
      params,
      query: { fileName: 'sala.jpg' },
      body: new Uint8Array(await picture()),
    });
    const mediaId = (uploaded.body as Media).id;
    const save = (version: number, change: Partial<PostInput['content']>) =>
      editor.get<Post>('savePost', {
        ...at(post),
        body: input(change),
        headers: { 'if-match': `"${version}"` },
      });
    const second = {
      texts: { bs: 'Vijeće je donijelo novu odluku.', en: 'The Council has decided anew.' },
      overrides: { sandbox: { bs: 'Nova odluka.' } },
      images: [{ mediaId, alt: { bs: 'Sala' } }],
    };
    await save(1, second);
    await save(2, {
      ...second,
      images: [{ mediaId, alt: { bs: 'Sala sa stolicama' } }],
      targets: [
        { accountId, variant: 'bs' },
        { accountId, variant: 'en' },
      ],
      due: { local: `${day(3)}T11:00` },
    });
    const { page, context } = await signInAs(browser, app.url, house.people.head.email);
    await page.goto(studio(`posts/${post.id}?view=history`));
    const difference = page.getByRole('region', { name: 'Difference' });
    await difference.getByRole('combobox', { name: /^From/ }).selectOption('1');
    await difference.getByRole('combobox', { name: /^To/ }).selectOption('3');
    const changes = difference.getByRole('listitem');
    await changes.filter({ hasText: 'Text, bosanski' }).locator('ins', { hasText: 'novu' }).waitFor();
    await changes.filter({ hasText: 'Text, English' }).locator('ins', { hasText: 'anew' }).waitFor();
    await changes
      .filter({ hasText: /, bosanski/ })
      .locator('ins', { hasText: 'Nova odluka' })
      .waitFor();
    await difference.getByRole('img', { name: 'sala.jpg' }).first().waitFor();
    await changes.filter({ hasText: 'ured-verzije' }).filter({ hasText: 'English' }).waitFor();
    await changes.filter({ hasText: '11:00' }).waitFor();
    await lookAt(page, 'versions');
    await difference.getByRole('combobox', { name: /^From/ }).selectOption('2');
    await changes.locator('ins', { hasText: 'sa stolicama' }).waitFor();
    assert.equal(await changes.filter({ hasText: 'Text, bosanski' }).count(), 0, 'equal in both');
    await context.close();
  });

  test('a translator writes texts, and is not offered what the server would refuse', async () => {
    const post = await create();
    const { page, context } = await signInAs(browser, app.url, house.people.translator.email);
    await page.goto(studio(`posts/${post.id}?view=write`));
    const english = page.getByRole('textbox', { name: 'Text, English' });
    await english.fill('The Council has taken a decision.');
    await eventually(
      'it is saved',
      async () =>
        (await editor.get<Post>('getPost', at(post))).content.texts.en ===
        'The Council has taken a decision.',
    );
    assert.ok(await page.getByRole('checkbox', { name: /ured-verzije/ }).isDisabled());
    assert.ok(await page.getByRole('combobox', { name: 'Plan item' }).isDisabled());
    assert.equal(await page.getByLabel('Date').getAttribute('readonly'), '');
    assert.equal(await page.getByPlaceholder(/Working title/).getAttribute('readonly'), '');
    for (const name of ['Tomorrow at 9:00', 'Choose files', 'From the library'])
      assert.equal(await page.getByRole('button', { name }).count(), 0, name);
    await page.getByRole('button', { name: 'Actions: bosanski' }).click();
    assert.equal(await page.getByRole('menuitem', { name: 'Remove the variant' }).count(), 0);
    await page.keyboard.press('Escape');
    await lookAt(page, 'translator');
    await context.close();
  });

  test('what is urgent says why, skips to the last step, and is counted where the head sees it; so is the number', async () => {
    const post = await create();
    await editor.call('filePost', { ...at(post), body: { kind: '', reference: '05-12/26' } });
    const { version } = await editor.get<Post>('getPost', at(post));
    const hurried = await editor.call('hastenReview', {
      ...at(post),
      body: { version, reason: 'Poplava u Jajcu' },
    });
    assert.equal(hurried.status, 200, JSON.stringify(hurried.body));
    const { page, context } = await signInAs(browser, app.url, house.people.head.email);
    await page.goto(studio('settings/review'));
    await page.getByText(/^1 of 1 reviews skipped steps/).waitFor();
    await page.goto(studio(`review/${post.id}`));
    await page.getByText('Poplava u Jajcu').waitFor();
    await page.getByText('05-12/26').first().waitFor();
    await page.goto(studio('posts'));
    await page
      .getByText(/05-12\/26/)
      .first()
      .waitFor();
    await context.close();
  });
});
