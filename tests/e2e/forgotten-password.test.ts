import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { testApp, type TestApp } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { testSmtp, type TestSmtp } from '../helpers/smtp.ts';

describe('a forgotten password in a browser', { timeout: 180_000 }, () => {
  let smtp: TestSmtp;
  let app: TestApp;
  let browser: Browser;
  const pictures = process.env.GLASNIK_TEST_PICTURES;

  before(async () => {
    smtp = await testSmtp();
    app = await testApp({
      env: { GLASNIK_SMTP_URL: smtp.url, GLASNIK_MAIL_FROM: 'Glasnik <glasnik@example.org>' },
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
    await smtp?.[Symbol.asyncDispose]();
  });
  const openPage = async (url: string, width: number) => {
    const context = await browser.newContext({ viewport: { width, height: 780 }, locale: 'en-GB' });
    await context.addCookies([{ name: 'glasnik-language', value: 'en', url }]);
    return context.newPage();
  };

  test('is chosen anew from the mail that arrived, and signs in', async () => {
    const house = await app.addInstitution(['editor']);
    const { email } = house.people.editor;
    const page = await openPage(app.url, 360);
    await page.goto(`${app.url}/studio/sign-in`);
    if (pictures) await page.screenshot({ path: `${pictures}/sign-in-360.png` });
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('heading', { level: 1, name: 'A new password' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('E-mail').fill(email);
    if (pictures) await page.screenshot({ path: `${pictures}/forgotten-360.png` });
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText(`If there is an account for ${email}`).waitFor();
    await expectAccessible(page);

    const mail = await smtp.mailTo(email);
    const link = /href="([^"]+\/password\/[^"]+)"/.exec(String(mail.html))![1]!;
    await page.goto(link);
    assert.equal(await page.getByLabel('E-mail').inputValue(), email);
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/new-password-360.png` });
    await page.getByLabel('New password').fill('a sentence that is new');
    await page.getByRole('button', { name: 'Save the password' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('a sentence that is new');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();

    const late = await openPage(app.url, 1280);
    await late.goto(link);
    await late.getByText('This link was used already').waitFor();
    await late.getByRole('link', { name: 'Ask for a new link' }).waitFor();
    await expectAccessible(late);
  });

  test('is for the administrator where no e-mail is sent', async () => {
    await using silent = await testApp();
    await silent.addInstitution(['administrator']);
    const page = await openPage(silent.url, 1280);
    await page.goto(`${silent.url}/studio/sign-in`);
    await page.getByText('The administrator of your institution gives you a new one.').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Forgot your password?' }).count(), 0);
    await expectAccessible(page);
  });
});
