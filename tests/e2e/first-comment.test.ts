import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Delivery, Post } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { signIn } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { eventually, goToDueTime, signInAs } from './main-job.ts';

const pictures = process.env.GLASNIK_TEST_PICTURES;
const COMMENT = 'Prijave: https://opcina.example.ba/prijave';

describe('a first comment in a browser', { timeout: 180_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  const clock = new ManualClock(Temporal.Now.instant());

  before(async () => {
    app = await testApp({ clock });
    browser = await launchBrowser();
    house = await app.addInstitution();
    const administrator = await signIn(app.url, house.people.administrator.email);
    const params = { institutionId: house.id };
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const settings = { handle: 'ured-komentar', displayName: 'Ured', code };
    await administrator.get('connectAccount', {
      params,
      body: { network: 'sandbox', variant: 'bs', settings },
    });
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  test('is written, seen by whoever approves, sealed, and stands below the post', async () => {
    const params = { institutionId: house.id };
    const editor = await signIn(app.url, house.people.editor.email);
    const head = await signIn(app.url, house.people.head.email);
    const { page, context } = await signInAs(browser, app.url, house.people.editor.email);
    await page.goto(`${app.url}/studio/${house.slug}/posts/new`);
    await page.getByPlaceholder(/Working title/).fill('Komentar');
    await page.getByRole('textbox', { name: 'Text, bosanski' }).fill('Natječaj je otvoren.');
    await page.getByRole('checkbox', { name: /ured-komentar/ }).check();
    await page.getByRole('button', { name: 'Add a first comment' }).click();
    const field = page.getByRole('textbox', { name: 'First comment, bosanski' });
    await field.fill(COMMENT);
    assert.ok(
      await field.evaluate((it) => it === document.activeElement),
      'the cursor goes where one writes',
    );
    await page.getByText('Goes out right below the post: Practice network.').waitFor();
    await page
      .getByRole('article', { name: /Practice network/ })
      .getByText(COMMENT)
      .first()
      .waitFor();
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      if (pictures) await page.screenshot({ path: `${pictures}/comment-${width}.png`, fullPage: true });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Remove the comment' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await field.inputValue(), COMMENT);
    const saved = await eventually('the comment is saved', async () => {
      const { items } = await editor.get<{ items: { id: string }[] }>('listPosts', { params });
      const post = await editor.get<Post>('getPost', { params: { ...params, postId: items[0]!.id } });
      return post.content.overrides['first-comment']?.bs === COMMENT ? post : null;
    });
    await context.close();

    const at = { params: { ...params, postId: saved.id } };
    const { version } = await editor.get<Post>('reschedulePost', {
      ...at,
      body: { version: saved.version, due: { local: soon() } },
    });
    await editor.get('submitPost', { ...at, body: { version } });
    const judge = await signInAs(browser, app.url, house.people.head.email);
    await judge.page.goto(`${app.url}/studio/${house.slug}/review/${saved.id}`);
    await judge.page
      .getByRole('article', { name: /Practice network/ })
      .getByText(COMMENT)
      .first()
      .waitFor();
    if (pictures) await judge.page.screenshot({ path: `${pictures}/comment-review.png`, fullPage: true });
    await judge.context.close();
    await head.get('approvePost', { ...at, body: { version } });
    await goToDueTime(app, clock);
    const proof = await eventually('it is out', async () => {
      const { items } = await editor.get<{ items: Delivery[] }>('listPostDeliveries', at);
      return items[0]?.state === 'published' ? items[0].url : null;
    });
    const shown = await (await fetch(proof)).text();
    assert.match(shown, /<ol class="comments">\s*<li[^>]*>\s*<p[^>]*>\s*<strong>Ured/);
    assert.ok(shown.includes(COMMENT));
  });
});

/** In two hours, by the institution's clock. */
const soon = (): string =>
  Temporal.Now.zonedDateTimeISO('Europe/Sarajevo')
    .add({ hours: 2 })
    .toPlainDateTime()
    .toString()
    .slice(0, 16);
