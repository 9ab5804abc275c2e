import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { signIn } from '../helpers/api-client.ts';
import { PASSWORD, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { signInAs } from './main-job.ts';

describe('people in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  test('an administrator gives a new password, sees it once, and it signs in', async () => {
    const { administrator, editor } = house.people;
    const { page } = await signInAs(browser, app.url, administrator.email);
    await page.goto(`${app.url}/studio/${house.slug}/settings/people`);
    await page.getByRole('button', { name: `Acts for ${administrator.name}` }).click();
    assert.deepEqual(await page.getByRole('menuitem').allTextContents(), ['Change roles']);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Acts for ${editor.name}` }).click();
    await page.getByRole('menuitem', { name: 'Give a new password' }).click();
    await page.getByText('signed out everywhere').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Give a new password' }).click();
    const password = (await page.locator('code.secret').textContent()) ?? '';
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.ok(!(await page.content()).includes(password));
    await signIn(app.url, editor.email, password);
    await assert.rejects(signIn(app.url, editor.email, PASSWORD), /401/);
  });
});
