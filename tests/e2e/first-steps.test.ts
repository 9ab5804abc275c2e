import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { apiClient } from '../helpers/api-client.ts';
import { PASSWORD, testApp, type TestApp } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { expectAccessible } from '../helpers/axe.ts';

describe('an empty installation', () => {
  let app: TestApp;
  let browser: Browser;
  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await app[Symbol.asyncDispose]();
  });

  test('leads to the first steps, takes its code once, and ends on Today', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'en-GB' });
    await context.addCookies([{ name: 'glasnik-language', value: 'en', url: app.url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${app.url}/en`);
    await page.locator('main a[href^="/studio/"]').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForURL(/studio\/setup/);
    await expectAccessible(page);
    const code = app.app.setupCode ?? '';
    const body = {
      institution: {
        slug: 'uljez',
        names: { bs: 'Uljez' },
        shortNames: { bs: 'U' },
        timeZone: 'Europe/Sarajevo',
      },
      administrator: { name: 'Uljez', email: 'uljez@example.org', password: PASSWORD },
      code: 'WRONG',
    };
    assert.equal((await apiClient(app.url).call('takeFirstSteps', { body })).status, 403);

    await page.getByRole('textbox', { name: 'Starting code' }).fill(code);
    await page.getByRole('textbox', { name: 'Full name, srpski (latinica)' }).fill('Kancelarija za probu');
    await page.getByRole('textbox', { name: 'Short name, srpski (latinica)' }).fill('KZP');
    await page.getByRole('textbox', { name: 'Address on Glasnik' }).fill('proba');
    await page.getByRole('textbox', { name: 'Name and surname' }).fill('Prva Osoba');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('prva@example.org');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await expectAccessible(page);

    // Citizens see it, its Cyrillic name made from the Latin one.
    await page.goto(`${app.url}/sr-Cyrl/i/proba`);
    await page.getByRole('heading', { level: 1, name: 'Канцеларија за пробу' }).waitFor();
    assert.equal((await apiClient(app.url).call('takeFirstSteps', { body: { ...body, code } })).status, 409);
    await context.close();
  });
});
