import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { testSmtp, type TestSmtp } from '../helpers/smtp.ts';
import { signInAs } from './main-job.ts';

describe('an invitation in a browser', { timeout: 300_000 }, () => {
  let smtp: TestSmtp;
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  const pictures = process.env.GLASNIK_TEST_PICTURES;

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

  test('goes out by e-mail, and whoever got it chooses name and password and begins to work', async () => {
    const { page } = await signInAs(browser, app.url, house.people.administrator.email);
    await page.goto(`${app.url}/studio/${house.slug}/settings/people`);
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Name and surname').fill('Jelena Perić');
    await page.getByRole('dialog').getByLabel('E-mail').fill('jelena@example.org');
    await page.getByLabel('Language of the invitation').selectOption('sr-Cyrl');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByText('on its way to jelena@example.org').waitFor();
    const waiting = page.getByRole('listitem').filter({ hasText: 'jelena@example.org' });
    await waiting.getByText('Waits').waitFor();
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/invitations.png` });

    const mail = await smtp.mailTo('jelena@example.org');
    const link = /href="([^"]+\/invitation\/[^"]+)"/.exec(String(mail.html))![1]!;
    const context = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: 'en-GB' });
    await context.addCookies([{ name: 'glasnik-language', value: 'en', url: app.url }]);
    const theirs = await context.newPage();
    if (pictures) {
      await theirs.setContent(String(mail.html));
      await theirs.screenshot({ path: `${pictures}/invitation-mail.png`, fullPage: true });
    }
    await theirs.goto(link);
    await theirs.getByRole('heading', { level: 1, name: 'Welcome to Glasnik' }).waitFor();
    await theirs.getByText('Your role: Editor').waitFor();
    await expectAccessible(theirs);
    if (pictures) await theirs.screenshot({ path: `${pictures}/invitation-360.png` });
    await theirs.getByLabel('Password', { exact: true }).fill('a sentence that is mine');
    await theirs.getByRole('button', { name: 'Begin' }).click();
    await theirs.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    assert.match(theirs.url(), new RegExp(`/studio/${house.slug}`));

    await waiting.getByText('Accepted').waitFor();
    await page.getByRole('button', { name: 'Notices, 1 unread' }).waitFor();
    const again = await browser.newContext();
    await again.addCookies([{ name: 'glasnik-language', value: 'en', url: app.url }]);
    const late = await again.newPage();
    await late.goto(link);
    await late.getByText('accepted or withdrawn already').waitFor();
    await expectAccessible(late);
  });

  test('is a link for the administrator where no e-mail is sent, and can be taken back', async () => {
    await using silent = await testApp();
    const quiet = await silent.addInstitution(['administrator']);
    const { page } = await signInAs(browser, silent.url, quiet.people.administrator.email);
    await page.goto(`${silent.url}/studio/${quiet.slug}/settings/people`);
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Name and surname').fill('Marko Marić');
    await page.getByRole('dialog').getByLabel('E-mail').fill('marko@example.org');
    await page.getByRole('button', { name: 'Invite' }).click();
    const link = (await page.locator('code.secret').textContent()) ?? '';
    assert.ok(link.startsWith(`${silent.url}/studio/invitation/`));
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.ok(!(await page.content()).includes(link));
    await page.getByRole('button', { name: 'Withdraw the invitation: Marko Marić' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('Withdrawn').waitFor();
    await page.goto(link);
    await page.getByText('accepted or withdrawn already').waitFor();
  });
});
