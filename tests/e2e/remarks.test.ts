import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Media, Post, PostInput, RemarkThread } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { lookAt } from './looked-at.ts';
import { eventually, picture, signInAs } from './main-job.ts';

const TEXT = 'Vijeće je donijelo odluku o novim naknadama. Odluka važi od danas.';

describe('remarks drawn into what goes out', { timeout: 400_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let head: ApiClient;
  let accountId: string;
  let mediaId: string;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
    head = await signIn(app.url, house.people.head.email);
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const account = await administrator.get<{ id: string }>('connectAccount', {
      params,
      body: {
        network: 'sandbox',
        variant: 'bs',
        settings: { handle: 'ured-primjedbe', displayName: '', code },
      },
    });
    accountId = account.id;
    const uploaded = await editor.call('uploadMedia', {
      params,
      query: { fileName: 'sala.jpg' },
      body: new Uint8Array(await picture()),
    });
    mediaId = (uploaded.body as Media).id;
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const studio = (path: string) => `${app.url}/studio/${house.slug}/${path}`;
  const at = (post: Post) => ({ params: { ...params, postId: post.id } });
  const input = (bs: string): PostInput => ({
    title: 'Naknade',
    planItemId: null,
    content: {
      texts: { bs },
      cyrillicFollows: true,
      overrides: {},
      images: [{ mediaId, alt: { bs: 'Sala' } }],
      targets: [{ accountId, variant: 'bs' }],
      due: null,
    },
  });
  /** A post with a remark by the head on these words, and one on its picture. */
  async function remarked(words: string): Promise<Post> {
    const post = await editor.get<Post>('createPost', { params, body: input(TEXT) });
    const start = TEXT.indexOf(words);
    const end = start + words.length;
    const of = { kind: 'text', network: null, variant: 'bs', start, end, quote: words };
    const around = { before: TEXT.slice(Math.max(0, start - 32), start), after: TEXT.slice(end, end + 32) };
    for (const [anchor, text] of [
      [{ ...of, ...around }, 'Koji član?'],
      [{ kind: 'image', mediaId, x: 0.25, y: 0.5 }, 'Ko je ovo?'],
    ] as const)
      await head.call('startRemark', {
        ...at(post),
        body: { version: post.version, anchor, text, mentions: [] },
      });
    const { items } = await head.get<{ items: RemarkThread[] }>('listRemarks', at(post));
    assert.equal(items.length, 2);
    return post;
  }
  const place = (page: Page) =>
    page
      .getByRole('article', { name: /ured-primjedbe/ })
      .getByRole('link', { name: `odluku o novim naknadama (remark 1, ${house.people.head.name})` });
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

  test('on the approver’s page the words are marked; by key to the thread and back, and so from the picture', async () => {
    const post = await remarked('odluku o novim naknadama');
    const { page, context } = await signInAs(browser, app.url, house.people.head.email);
    await page.goto(studio(`review/${post.id}`));
    await place(page).waitFor();
    await lookAt(page, 'remarks-drawn');
    await place(page).focus();
    await page.keyboard.press('Enter');
    await eventually('the thread has the focus', async () => /Koji član/.test(await focused(page)));
    const back = page.getByRole('button', { name: /^1 Text, bosanski/ });
    await back.focus();
    await page.keyboard.press('Enter');
    await eventually('and back', async () => (await focused(page)).startsWith('odluku o novim naknadama'));

    const pin = page.getByRole('button', { name: `remark 2, ${house.people.head.name}` }).first();
    const box = await pin.boundingBox();
    const frame = await page
      .getByRole('article', { name: /ured-primjedbe/ })
      .getByRole('img', { name: 'Sala' })
      .boundingBox();
    assert.ok(box && frame);
    const left = (box.x + box.width / 2 - frame.x) / frame.width;
    assert.ok(Math.abs(left - 0.25) < 0.05, `${left} from the left`);
    await pin.click();
    await eventually('its thread has the focus', async () => /Ko je ovo/.test(await focused(page)));
    await context.close();
  });

  test('words that have moved since they were saved are marked where they stand now', async () => {
    const post = await remarked('odluku o novim naknadama');
    const { page, context } = await signInAs(browser, app.url, house.people.editor.email);
    await page.route('**/api/institutions/*/posts/*', (route) =>
      route.request().method() === 'GET' ? route.continue() : route.abort(),
    );
    await page.goto(studio(`posts/${post.id}`));
    const field = page.locator('textarea.variant__text[lang="bs"]');
    await field.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Na sjednici: ');
    await page.getByRole('button', { name: /^1 Text, bosanski/ }).click();
    const marked = () =>
      field.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    await eventually('the words are marked', async () => (await marked()) === 'odluku o novim naknadama');
    await context.close();
  });

  test('on a telephone the place opens the sheet at its thread, and the thread leads back', async () => {
    const post = await remarked('odluku o novim naknadama');
    const { page, context } = await signInAs(browser, app.url, house.people.head.email);
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(studio(`review/${post.id}`));
    await place(page).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('Koji član?').waitFor();
    await eventually('the thread has the focus', async () => /Koji član/.test(await focused(page)));
    await sheet.getByRole('button', { name: /^1 Text, bosanski/ }).click();
    await sheet.waitFor({ state: 'detached' });
    await eventually('and back', async () => (await focused(page)).startsWith('odluku o novim naknadama'));
    await context.close();
  });
});
