import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { PlanItem, PlanItemInput } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { signInAs } from './main-job.ts';

const input: PlanItemInput = {
  objectiveId: null,
  titles: { bs: 'Rokovi za upis', hr: 'Rokovi upisa' },
  theme: 'obrazovanje',
  variants: ['bs'],
  dueOn: '2026-12-01',
};

describe('the plan in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let params: { institutionId: string };
  let head: ApiClient;
  let page: Page;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
    params = { institutionId: house.id };
    head = await signIn(app.url, house.people.head.email);
    ({ page } = await signInAs(browser, app.url, house.people.editor.email));
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const act = async (title: string, name: string) => {
    await page.getByRole('button', { name: `Acts for “${title}”` }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const typed = (language: string) => page.getByRole('textbox', { name: `Plan item, ${language}` });

  test('whoever saves second hears who was first, keeps what was typed, and may look at theirs', async () => {
    const item = await head.get<PlanItem>('createPlanItem', { params, body: input });
    const at = { params: { ...params, planItemId: item.id } };
    await page.goto(`${app.url}/studio/${house.slug}/plan`);
    await act('Rokovi za upis', 'Edit');
    const body = { ...input, theme: 'vrtići', titles: { bs: 'Njihov naslov', hr: 'Njihov hrvatski' } };
    await head.get('changePlanItem', { ...at, body, headers: { 'if-match': '"1"' } });
    await typed('bosanski').fill('Moj naslov');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(`${house.people.head.name} changed this plan item meanwhile.`).waitFor();
    await expectAccessible(page);
    assert.equal(await typed('bosanski').inputValue(), 'Moj naslov');
    assert.equal(await typed('hrvatski').inputValue(), 'Njihov hrvatski');
    assert.equal(await page.getByLabel('Theme').inputValue(), 'vrtići');
    await page.getByRole('button', { name: 'Take their version' }).click();
    assert.equal(await typed('bosanski').inputValue(), 'Njihov naslov');
    await page.getByRole('button', { name: 'Go back to mine' }).click();
    assert.equal(await typed('bosanski').inputValue(), 'Moj naslov');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const saved = await head.get<PlanItem>('getPlanItem', at);
    assert.deepEqual(saved.titles, { bs: 'Moj naslov', hr: 'Njihov hrvatski' });
    assert.deepEqual([saved.theme, saved.revision], ['vrtići', 3]);
  });

  test('what is archived goes behind a line, comes back by undo, and by taking it out', async () => {
    await head.get('createPlanItem', { params, body: { ...input, titles: { bs: 'Za arhivu' } } });
    await page.goto(`${app.url}/studio/${house.slug}/plan`);
    const row = page.getByRole('rowheader', { name: 'Za arhivu' });
    await act('Za arhivu', 'Archive');
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    await act('Za arhivu', 'Archive');
    await page.getByText('Archived plan items').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Take out of the archive: Za arhivu' }).click();
    await row.waitFor();
    await page.getByText('Archived plan items').waitFor({ state: 'detached' });
  });

  test('a post keeps an item that was archived; a new one is not offered it', async () => {
    const titles = { bs: 'Stara stavka' };
    const item = await head.get<PlanItem>('createPlanItem', { params, body: { ...input, titles } });
    const post = await head.get<{ id: string }>('createPost', {
      params,
      body: {
        title: 'Proba',
        planItemId: item.id,
        content: { texts: {}, cyrillicFollows: true, overrides: {}, images: [], targets: [], due: null },
      },
    });
    await head.get('archivePlanItem', { params: { ...params, planItemId: item.id } });
    const choice = page.getByRole('combobox', { name: 'Plan item' });
    const options = async () => (await choice.locator('option').allTextContents()).join(' | ');
    await page.goto(`${app.url}/studio/${house.slug}/posts/${post.id}`);
    await page.getByText('This item is in the archive.').waitFor();
    assert.match((await choice.locator('option:checked').textContent()) ?? '', /^Stara stavka/);
    await page.goto(`${app.url}/studio/${house.slug}/posts/new`);
    await choice.waitFor();
    assert.doesNotMatch(await options(), /Stara stavka/);
  });

  test('a table with faults says what is wrong in which cell; mended, it is taken in, and not a second time', async () => {
    const fileOf = (text: string) => ({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    const choose = (text: string) => page.locator('input[type=file]').setInputFiles(fileOf(text));
    await page.goto(`${app.url}/studio/${house.slug}/plan`);
    await page.getByRole('link', { name: 'Import and export' }).click();
    const template = page.waitForEvent('download');
    await page.getByLabel('Language of the template').selectOption('sr-Cyrl');
    await page.getByRole('link', { name: 'Excel (XLSX)' }).first().click();
    assert.equal((await template).suggestedFilename(), 'glasnik-template-sr-Cyrl.xlsx');
    await choose('Radni naslov;Datum;Vrijeme\nIz tabele;31. 2. 2027.;10:30\n');
    const fault = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'B2' }) });
    await fault.getByText('“31. 2. 2027.” is not a date.').waitFor();
    await expectAccessible(page);
    assert.ok(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled());
    const good = 'Radni naslov;Datum;Vrijeme\nIz tabele;1. 2. 2027.;10:30\n';
    await choose(good);
    await page.getByText('New: 1. Changed: 0. The same as before: 0.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('Imported. New: 1, changed: 0.').waitFor();
    await choose(good);
    await page.getByText('They are not imported twice.').waitFor();
    const found = await head.get<{ items: object[] }>('listPosts', {
      params,
      query: { search: 'Iz tabele' },
    });
    assert.equal(found.items.length, 1);
  });
});
