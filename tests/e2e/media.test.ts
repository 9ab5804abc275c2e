import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Media } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { lookAt } from './looked-at.ts';
import { picture, signInAs } from './main-job.ts';

describe('the library of pictures', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let editor: ApiClient;
  let page: Page;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
    ({ page } = await signInAs(browser, app.url, house.people.editor.email));
    await page.goto(`${app.url}/studio/${house.slug}/media`);
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const params = () => ({ institutionId: house.id });
  const tile = () => page.getByRole('button', { name: /sala\.jpg/ });
  const dialog = () => page.getByRole('dialog', { name: 'sala.jpg' });
  const upload = () =>
    picture().then((buffer) =>
      page.locator('input[type=file]').setInputFiles({ name: 'sala.jpg', mimeType: 'image/jpeg', buffer }),
    );

  test('a picture that no post uses is removed after one question', async () => {
    await page.getByRole('heading', { name: 'No pictures yet' }).waitFor();
    await upload();
    await tile().click();
    await dialog().getByText('It is in no post.').waitFor();
    await lookAt(page, 'media-free');
    await dialog().getByRole('button', { name: 'Remove' }).click();
    const question = page.getByRole('alertdialog', { name: 'Remove sala.jpg?' });
    await question.waitFor();
    await lookAt(page, 'media-remove');
    await question.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Removed: sala.jpg.').waitFor();
    await page.getByRole('heading', { name: 'No pictures yet' }).waitFor();
    assert.equal(await dialog().count(), 0);
  });

  test('rights and tags are noted, shown, and found by', async () => {
    await upload();
    await tile().click();
    await dialog().getByRole('button', { name: 'Note rights and tags' }).click();
    const form = page.getByRole('dialog', { name: 'Rights and tags' });
    await form.getByLabel('Licence').selectOption('bought');
    await form.getByLabel('Author').fill('Amra Hadžić');
    await form.getByLabel('Valid until').fill('2030-05-31');
    await form.getByLabel('Consent', { exact: true }).selectOption('given');
    await form.getByLabel('Consent lasts until').fill('2026-01-31');
    await form.getByLabel('Tags').fill('sala, vijeće');
    await lookAt(page, 'media-rights');
    await form.getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('bought · Amra Hadžić').waitFor();
    await lookAt(page, 'media-with-rights');
    const [first] = (await editor.get<{ items: Media[] }>('listMedia', { params: params() })).items;
    assert.ok(first);
    await dialog().getByRole('button', { name: 'Note rights and tags' }).click();
    await form.getByLabel('Source').fill('Agencija');
    const { tags, rights } = first;
    await editor.get('describeMedia', {
      params: { ...params(), mediaId: first.id },
      headers: { 'if-match': `"${first.revision}"` },
      body: { rights: { ...rights, shows: 'Emir' }, tags },
    });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Somebody has changed what is said of this picture').waitFor();
    assert.equal(await form.getByLabel('Source').inputValue(), 'Agencija');
    assert.equal(await form.getByLabel('Who is in the picture').inputValue(), 'Emir');
    await lookAt(page, 'media-overtaken');
    await form.getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('bought · Amra Hadžić · Agencija').waitFor();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Show only pictures with the tag: vijeće' }).click();
    await tile().getByText('The right to the picture has ended').waitFor();
    await lookAt(page, 'media-ended');
    await upload();
    await page.getByText('In the library already: sala.jpg.').waitFor();
    const { items } = await editor.get<{ items: Media[] }>('listMedia', { params: params() });
    await editor.get('removeMedia', { params: { ...params(), mediaId: items[0]?.id ?? '' } });
    await page.reload();
  });

  test('one that a post shows says where and that it stays, and is found while it is not described', async () => {
    await upload();
    await tile().waitFor();
    const only = page.getByRole('button', { name: 'Only pictures without a description' });
    await only.click();
    await page.getByRole('heading', { name: 'No picture lacks a description' }).waitFor();
    await lookAt(page, 'media-all-described');
    const { items } = await editor.get<{ items: Media[] }>('listMedia', { params: params() });
    const images = [{ mediaId: items[0]!.id, alt: {} }];
    const content = {
      texts: { bs: 'Sala.' },
      cyrillicFollows: true,
      overrides: {},
      images,
      targets: [],
      due: null,
    };
    await editor.get('createPost', {
      params: params(),
      body: { title: 'Nova sala', planItemId: null, content },
    });
    await page.reload();
    await tile().getByText('Not described: bosanski').waitFor();
    assert.equal(await only.getAttribute('aria-pressed'), 'true');
    await lookAt(page, 'media-wordless');
    await tile().click();
    await dialog().getByText('It cannot be removed').waitFor();
    assert.equal(await dialog().getByRole('button', { name: 'Remove' }).count(), 0);
    await lookAt(page, 'media-used');
    await dialog().getByRole('link', { name: 'Nova sala' }).click();
    await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/);
  });
});
