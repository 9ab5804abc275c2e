import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { signIn } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { aPlanItem, emptyPost } from '../helpers/operations.ts';
import { eventually, signInAs } from './main-job.ts';

describe('the search box', () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let page: Page;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
    const editor = await signIn(app.url, house.people.editor.email);
    const params = { institutionId: house.id };
    for (let no = 1; no <= 7; no += 1) {
      const content = { ...emptyPost().content, texts: { bs: `Čekaonica broj ${no}` } };
      await editor.get('createPost', { params, body: { ...emptyPost(), title: `Vijest ${no}`, content } });
    }
    await editor.get('createPlanItem', { params, body: { ...aPlanItem, titles: { bs: 'Nova čekaonica' } } });
    ({ page } = await signInAs(browser, app.url, house.people.editor.email));
  });
  after(async () => {
    await browser.close();
    await app[Symbol.asyncDispose]();
  });

  const box = () => page.getByRole('combobox').or(page.getByRole('searchbox')).first();
  const option = (name: RegExp) => page.getByRole('option', { name });
  const status = (text: string) => page.getByRole('dialog').getByRole('status').filter({ hasText: text });

  test('opens by keys, finds across scripts, marks the hit, and leads there without a mouse', async () => {
    await page.keyboard.press('/');
    await box().waitFor();
    assert.equal(await page.getByRole('dialog').count(), 1);
    await option(/^Vijest 7/).waitFor(); // what was changed last, before a letter is typed
    await page.keyboard.type('чекаониц');
    await status('results').waitFor();
    await option(/^Nova čekaonica/).waitFor();
    assert.equal((await page.locator('.palette mark').first().textContent())?.toLowerCase(), 'čekaonic');
    await expectAccessible(page);
    await page.getByRole('option', { name: 'All with “чекаониц”' }).waitFor();
    // What is chosen is named a moment after the key: each step waits for its name.
    const active = () => box().getAttribute('aria-activedescendant');
    await eventually('one is chosen', active);
    for (let at = await active(); !at?.endsWith('more-posts'); at = await active()) {
      await page.keyboard.press('ArrowDown');
      await eventually('the next is chosen', async () => (await active()) !== at);
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/posts\?q=/);
    await page.getByRole('heading', { level: 1, name: 'Posts' }).waitFor();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'чекаониц');
  });

  test('opens while typing by Ctrl K, says when nothing is found, and gives the focus back', async () => {
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('nepostojeće');
    await status('0 results').waitFor();
    await page.getByText('Nothing holds “nepostojeće”').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // A frame after the box is gone.
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search');
  });

  test('leads to places and commands too, and to one plan item', async () => {
    await page.getByRole('button', { name: /^Search/ }).click();
    await page.keyboard.type('plan');
    await option(/^Plan$/).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('nova cek');
    await option(/^Nova čekaonica/).click();
    await page.waitForURL(/\/plan\?item=/);
    await page.getByRole('rowheader', { name: 'Nova čekaonica' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.getByText('On a post in the calendar').waitFor();
    await page.keyboard.press('Escape');
  });

  test('letters are silent where they are switched off; Ctrl K is not', async () => {
    await page.evaluate(() => localStorage.setItem('glasnik-letter-keys', 'off'));
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.press('?');
    assert.equal(await page.getByRole('dialog').count(), 0);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.setViewportSize({ width: 360, height: 760 });
    await page.keyboard.type('cekaonica');
    await status('results').waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, String(wide));
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/search-360.png` });
    await page.setViewportSize({ width: 1280, height: 860 });
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/search-1280.png` });
  });
});
