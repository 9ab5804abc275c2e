import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Post } from '#/contract/index.ts';
import { signIn } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { testSmtp, type TestSmtp } from '../helpers/smtp.ts';
import { lookAt } from './looked-at.ts';
import { eventually, signInAs } from './main-job.ts';

describe('approval by a mailed link', { timeout: 300_000 }, () => {
  let smtp: TestSmtp;
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;

  before(async () => {
    smtp = await testSmtp();
    app = await testApp({
      env: { GLASNIK_SMTP_URL: smtp.url, GLASNIK_MAIL_FROM: 'Glasnik <glasnik@example.org>' },
    });
    browser = await launchBrowser();
    house = await app.addInstitution();
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
    await smtp?.[Symbol.asyncDispose]();
  });

  async function inReview(title: string): Promise<Post> {
    const params = { institutionId: house.id };
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const account = await administrator.get<{ id: string }>('connectAccount', {
      params,
      body: {
        network: 'sandbox',
        variant: 'bs',
        settings: { handle: `ured-${title.toLowerCase()}`, displayName: '', code },
      },
    });
    const editor = await signIn(app.url, house.people.editor.email);
    const local = `${Temporal.Now.plainDateISO('Europe/Sarajevo').add({ days: 2 }).toString()}T10:00`;
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
          targets: [{ accountId: account.id, variant: 'bs' }],
          due: { local },
        },
      },
    });
    const at = { params: { ...params, postId: post.id } };
    return editor.get<Post>('submitPost', { ...at, body: { version: post.version } });
  }

  /** Asked for by the head in the studio; found by the director in the plain text of the mail. */
  async function mailedLink(post: Post, email: string): Promise<string> {
    const { page, context } = await signInAs(browser, app.url, house.people.head.email);
    await page.goto(`${app.url}/studio/${house.slug}/review/${post.id}`);
    await page.getByRole('button', { name: 'Ask by a link' }).click();
    await page.getByLabel('Name').fill('Selma D.');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await context.close();
    const mail = await smtp.mailTo(email);
    assert.match(mail.subject ?? '', /\S/);
    const link = /https?:\/\/\S+\/approval\/\S+/.exec(mail.text ?? '')?.[0];
    assert.ok(link, `no link in: ${mail.text}`);
    return link;
  }
  const telephone = async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 780 },
      extraHTTPHeaders: { 'accept-language': 'en' },
      locale: 'en-GB',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    return { page, context };
  };
  const read = async (post: Post) => {
    const client = await signIn(app.url, house.people.editor.email);
    return client.get<Post>('getPost', { params: { institutionId: house.id, postId: post.id } });
  };

  test('a director takes the link out of the mail, reads exactly what goes out, and approves it', async () => {
    const post = await inReview('Direktorica');
    const link = await mailedLink(post, 'selma@example.org');
    const { page, context } = await telephone();
    await page.goto(link);
    await page.getByText('Vijeće je donijelo odluku o novim naknadama.').waitFor();
    await lookAt(page, 'mailed-link');
    await page.setViewportSize({ width: 360, height: 780 });
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Thank you, you have approved the post').waitFor();
    await lookAt(page, 'mailed-link-answered');
    const approved = await eventually('it is scheduled', async () => {
      const now = await read(post);
      return now.state === 'scheduled' && now;
    });
    assert.equal(approved.approvals[0]?.outside, 'Selma D.');
    await page.goto(link);
    assert.equal(await page.getByRole('button', { name: 'Approve' }).count(), 0, 'it answers once');
    await context.close();
  });

  test('or sends it back with a reason, which the author reads', async () => {
    const post = await inReview('Vraceno');
    const { page, context } = await telephone();
    await page.goto(await mailedLink(post, 'direktor@example.org'));
    await page.getByRole('textbox').fill('Naknade nisu tačne.');
    await page.getByRole('button', { name: /Send back/ }).click();
    await eventually('it is back', async () => (await read(post)).state === 'sent-back');
    await context.close();
    const author = await signInAs(browser, app.url, house.people.editor.email);
    await author.page.goto(`${app.url}/studio/${house.slug}/posts/${post.id}`);
    await author.page.getByText('Naknade nisu tačne.').first().waitFor();
    await author.context.close();
  });
});
