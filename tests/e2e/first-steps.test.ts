import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { ManualClock } from '#/kernel/clock.ts';
import { apiClient, signIn } from '../helpers/api-client.ts';
import { PASSWORD, testApp, type TestApp } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { inviteAndAccept } from '../helpers/invite.ts';
import { approve, draft, goToDueTime, picture, signInAs } from './main-job.ts';

describe('an empty installation', () => {
  let app: TestApp;
  let browser: Browser;
  const clock = new ManualClock(Temporal.Now.instant());
  before(async () => {
    app = await testApp({ clock });
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

    // What is missing is said in the language of the page, at each field, and the first of them is gone to.
    const start = page.getByRole('textbox', { name: 'Starting code' });
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('Fill in this field.').first().waitFor();
    assert.equal(await page.getByText('Fill in this field.').count(), 6);
    assert.equal(await start.evaluate((field) => field === document.activeElement), true);
    assert.match((await page.locator('legend', { hasText: 'Short name' }).textContent()) ?? '', /optional/);
    await expectAccessible(page);
    await start.fill(code);
    assert.equal(await page.getByText('Fill in this field.').count(), 5);
    await page.getByRole('textbox', { name: 'Full name, srpski (latinica)' }).fill('Kancelarija za probu');
    await page.getByRole('textbox', { name: 'Short name, srpski (latinica)' }).fill('KZP');
    await page.getByRole('textbox', { name: 'Address on Glasnik' }).fill('proba');
    await page.getByRole('textbox', { name: 'Name and surname' }).fill('Prva Osoba');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('prva@example.org');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.locator('nav [aria-current="page"]:visible', { hasText: 'Today' }).waitFor();
    await expectAccessible(page);

    // Citizens see it, its Cyrillic name made from the Latin one.
    await page.goto(`${app.url}/sr-Cyrl/i/proba`);
    await page.getByRole('heading', { level: 1, name: 'Канцеларија за пробу' }).waitFor();
    assert.equal((await apiClient(app.url).call('takeFirstSteps', { body: { ...body, code } })).status, 409);
    await context.close();
  });

  test('is guided to its first post on the practice network, and may leave the guide', async () => {
    const { page } = await signInAs(browser, app.url, 'prva@example.org');
    const them = await signIn(app.url, 'prva@example.org');
    const { memberships } = await them.get<{ memberships: { institution: { id: string } }[] }>('getMe');
    const params = { institutionId: memberships[0]?.institution.id ?? '' };
    const at = (path: string) => `${app.url}/studio/proba/${path}`;
    const step = (name: string) =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name }) });
    const done = (name: string) => step(name).getByText('Done', { exact: true }).waitFor();

    // Left, and taken up again from the help menu.
    await page.getByText('0 of 4 steps are done').waitFor();
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByText('0 of 4').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    assert.equal(await page.getByText('0 of 4').count(), 0);
    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByRole('menuitem', { name: 'Guided start' }).click();
    await page.getByRole('heading', { level: 1, name: 'Guided start' }).waitFor();
    await step('Who the institution is').getByText('the name in all three languages; the logo').waitFor();
    await expectAccessible(page);

    // Who it is. The screen of the step leads back.
    await step('Who the institution is').getByRole('link', { name: 'Fill in' }).click();
    await page.getByText('Guided start, step 1').waitFor();
    const logo = await them.get<{ id: string }>('uploadMedia', {
      params,
      query: { fileName: 'logo.jpg' },
      body: new Uint8Array(await picture()),
    });
    const names = { bs: 'Ured', hr: 'Ured', 'sr-Latn': 'Kancelarija' };
    const body = { names, logoMediaId: logo.id };
    await them.get('changeInstitution', { params, body, headers: { 'if-match': '"1"' } });
    await page.getByRole('link', { name: 'Back to the guided start' }).click();
    await done('Who the institution is');

    // Who works there.
    const head = { name: 'Druga Osoba', email: 'druga@example.org', roles: ['head'] };
    await inviteAndAccept(app.url, them, params.institutionId, head);
    await page.reload();
    await done('Who works here');

    // The account, by hand.
    await step('First account').getByRole('link', { name: 'Connect' }).click();
    await page.getByRole('button', { name: 'Connect an account' }).click();
    await page.getByLabel('Network').selectOption('sandbox');
    await page
      .getByRole('dialog')
      .getByLabel(/Handle|name/i)
      .first()
      .fill('ured-proba');
    await page.getByRole('dialog').getByRole('button', { name: 'Connect' }).click();
    await page.getByText('ured-proba').first().waitFor();
    await page.getByRole('link', { name: 'Back to the guided start' }).click();
    await done('First account');

    // The post: the step follows it until it is live.
    await step('First post').getByRole('link', { name: 'Go to the post' }).click();
    await page.waitForURL(/posts\/new/);
    const address = await draft(page, app.url, 'proba', [['ured-proba', 'bs']]);
    await page.goto(at('start'));
    await step('First post').getByText('the approval of the head').waitFor();
    const { page: ofHead } = await signInAs(browser, app.url, head.email);
    await approve(ofHead, address);
    await goToDueTime(app, clock);
    await page.getByText('The first post is live on the practice network').waitFor({ timeout: 60_000 });
    await expectAccessible(page);
    await page.goto(at(''));
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    assert.equal(await page.getByText('steps are done').count(), 0);
  });
});
