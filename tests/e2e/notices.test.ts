import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { newId } from '#/kernel/ids.ts';
import { record } from '#/modules/records/index.ts';
import { notify, type NewNotice } from '#/modules/notices/index.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { testSmtp } from '../helpers/smtp.ts';
import { signInAs } from './main-job.ts';

describe('notices in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  const pictures = process.env.GLASNIK_TEST_PICTURES;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const tell = (change: Partial<NewNotice>) =>
    app.database.db.within({ institutionId: house.id }, (tx) =>
      notify(tx, {
        institutionId: house.id,
        personIds: [house.people.head.id],
        kind: 'post.submitted',
        subjectType: 'post',
        subjectId: newId(),
        params: { title: 'Javni poziv', by: 'Petra Lovrić' },
        at: Temporal.Now.instant(),
        ...change,
      }),
    );

  test('the bell rings while the page is open, its panel says of what, and reading clears it', async () => {
    const { page } = await signInAs(browser, app.url, house.people.head.email);
    await page.getByRole('button', { name: 'Notices', exact: true }).click();
    await page.getByText('No notices').waitFor();
    await page.keyboard.press('Escape');
    await tell({ at: Temporal.Now.instant().subtract({ hours: 30 }), kind: 'post.approved' });
    await tell({ subjectType: 'account', kind: 'account.needs-reconnection', params: { account: '@ured' } });
    await tell({});
    await page.getByRole('button', { name: 'Notices, 3 unread' }).click();
    const panel = page.getByRole('dialog', { name: 'Notices' });
    await panel.locator('li').nth(2).waitFor();
    assert.deepEqual(
      (await panel.locator('li a').allTextContents()).map((text) => text.replace('Unread: ', '')),
      [
        'The post “Javni poziv” waits for your approval. (Petra Lovrić)',
        'The account @ured must be connected again.',
        'The post “Javni poziv” was approved. (Petra Lovrić)',
      ],
    );
    assert.equal(await panel.getByRole('heading', { level: 2, name: 'Today' }).textContent(), 'Today');
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/notices-panel.png` });
    await panel.getByRole('button', { name: /^Mark as read: The post “Javni poziv” was/ }).click();
    await page.getByText('· read').waitFor();
    await panel.getByRole('link', { name: /must be connected again/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
    await page.getByRole('button', { name: 'Notices, 1 unread' }).press('Enter');
    await panel.getByRole('button', { name: 'Mark all as read' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Notices', exact: true }).waitFor();
  });

  test('what happens before the page hears of changes is not missed', async () => {
    const { page } = await signInAs(browser, app.url, house.people.head.email);
    const hearing = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    await page.route(/\/events$/, async (route) => {
      asked.resolve();
      await hearing.promise;
      await route.continue();
    });
    await page.reload();
    await page.getByRole('button', { name: 'Notices', exact: true }).waitFor();
    await Promise.all([asked.promise, page.waitForLoadState('networkidle')]);
    await tell({ kind: 'post.approved' });
    hearing.resolve();
    await page.getByRole('button', { name: 'Notices, 1 unread' }).click();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByText('· read').first().waitFor();
  });

  test('on a narrow screen the bell opens a screen of its own', async () => {
    const { page } = await signInAs(browser, app.url, house.people.head.email);
    await page.setViewportSize({ width: 360, height: 720 });
    await tell({});
    await page.getByRole('link', { name: 'Notices, 1 unread' }).waitFor();
    const count = page.locator('.bell--narrow .bell__count');
    const { width, clip } = await count.evaluate((span) => ({
      width: span.getBoundingClientRect().width,
      clip: getComputedStyle(span).clipPath,
    }));
    assert.ok(width >= 16 && clip === 'none', `the number is seen: ${width} px wide, clip ${clip}`);
    await page.getByRole('link', { name: 'Notices, 1 unread' }).click();
    await page.getByRole('heading', { level: 1, name: 'Notices' }).waitFor();
    await page
      .getByRole('link', { name: /waits for your approval/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/notices-360.png` });
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} > ${clientWidth}`);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByRole('link', { name: 'Notices', exact: true }).waitFor();
  });

  test('in the profile each kind is given its ways, and what is not wanted does not come', async () => {
    const { page } = await signInAs(browser, app.url, house.people.head.email);
    await page.goto(`${app.url}/studio/${house.slug}/profile#notices`);
    const box = page.getByRole('checkbox', { name: 'A remark on my post: In the studio' });
    await box.waitFor();
    assert.equal(await box.isChecked(), true);
    await box.press('Space');
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/notices-choices.png`, fullPage: true });
    await page.reload();
    await box.waitFor();
    assert.equal(await box.isChecked(), false);
    await page.setViewportSize({ width: 360, height: 720 });
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/notices-choices-360.png`, fullPage: true });
    await tell({ kind: 'remark.added', personIds: [house.people.head.id, house.people.editor.id] });
    const { rows } = await app.database.owner.query<{ person_id: string; studio: boolean }>(
      `select person_id, studio from notices where kind = 'remark.added' and studio`,
    );
    assert.deepEqual(
      rows.map((row) => row.person_id),
      [house.people.editor.id],
    );
  });

  test('the administrator sees the outbox, and that there is no mail server', async () => {
    const { page } = await signInAs(browser, app.url, house.people.administrator.email);
    await page.goto(`${app.url}/studio/${house.slug}/settings/mail`);
    await page.getByText('Glasnik sends no e-mail').waitFor();
    await expectAccessible(page);
    await app.database.owner.query(
      `insert into mails (id, institution_id, to_address, variant, template, state, attempts, reason, said, next_attempt_at, created_at, queued_at)
       values ($1, $2, 'gone@example.org', 'bs', 'notice', 'refused', 1, 'mail.refused', '550 5.1.1 no such mailbox', now(), now(), now())`,
      [newId(), house.id],
    );
    await page.reload();
    await page.getByText("Check the receiver's address").waitFor();
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/mail.png` });
    await page.getByRole('button', { name: 'Send again to gone@example.org' }).click();
    await page.getByText('Waits').waitFor();
  });

  test('Today tells what others did since the last visit, and the digest has its hour', async () => {
    const { head, editor } = house.people;
    const actor = house.actor('editor');
    await app.database.db.within(actor, (tx) =>
      record(tx, actor, Temporal.Now.instant(), {
        kind: 'post.withdrawn',
        subjectType: 'post',
        subjectId: newId(),
      }),
    );
    await app.database.owner.query(
      `update work_days set looked_at = now() - interval '1 day', looked_before = null where person_id = $1`,
      [head.id],
    );
    await using post = await testSmtp();
    await using mailing = await testApp({
      env: { GLASNIK_SMTP_URL: post.url, GLASNIK_MAIL_FROM: 'Glasnik <glasnik@example.org>' },
    });
    const { page } = await signInAs(browser, app.url, head.email);
    const news = page.getByRole('region', { name: 'Since your last visit' });
    await news.getByText(editor.name).waitFor();
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/news.png`, fullPage: true });
    const other = await mailing.addInstitution(['editor']);
    const theirs = await signInAs(browser, mailing.url, other.people.editor.email);
    await theirs.page.goto(`${mailing.url}/studio/${other.slug}/profile#notices`);
    await theirs.page.getByLabel('At what time').fill('09:15');
    await theirs.page.getByLabel('At what time').blur();
    await theirs.page.getByText('Saved.').waitFor();
    await expectAccessible(theirs.page);
    if (pictures) await theirs.page.screenshot({ path: `${pictures}/digest.png` });
    const { rows } = await mailing.database.owner.query('select digest, digest_at from work_days');
    assert.deepEqual(rows.at(-1), { digest: true, digest_at: '09:15' });
  });
});
