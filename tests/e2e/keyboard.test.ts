import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { ManualClock } from '#/kernel/clock.ts';
import { signIn } from '../helpers/api-client.ts';
import { PASSWORD, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { press, tabTo, type } from './keyboard.ts';
import { BOSNIAN, CYRILLIC, eventually, goToDueTime, LATIN, picture } from './main-job.ts';

describe('the main job by keyboard alone', () => {
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
    await administrator.get('connectAccount', {
      params,
      body: {
        network: 'sandbox',
        variant: 'sr-Cyrl',
        settings: { handle: 'ured-tastatura', displayName: '', code },
      },
    });
  });
  after(async () => {
    await browser.close();
    await app[Symbol.asyncDispose]();
  });

  /** Signs in with keys only: from the address line on. */
  async function enter(email: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    await context.addCookies([{ name: 'glasnik-language', value: 'en', url: app.url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${app.url}/studio/`);
    await page.getByLabel('Password', { exact: true }).waitFor();
    await type(page, /E-mail/, email);
    await type(page, /^Password/, PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    return page;
  }

  test('written, pictured, sent, approved and published without a mouse', async () => {
    const editor = await enter(house.people.editor.email);
    await press(editor, /^New post/);
    await editor.getByRole('textbox', { name: 'Text, bosanski' }).waitFor();
    await type(editor, /^Working title/, 'Bez miša');
    await type(editor, /^Text, bosanski/, BOSNIAN);
    await type(editor, /^Text, srpski \(latinica\)/, LATIN);
    await editor.getByText(CYRILLIC).first().waitFor();
    await tabTo(editor, /^Choose files/);
    // A browser that is busy for seconds forgets that a key was pressed, and then opens no dialog; a person presses again.
    const chooser = await eventually('the file dialog opens', async () => {
      const opened = editor.waitForEvent('filechooser', { timeout: 10_000 }).catch(() => null);
      await editor.keyboard.press('Enter');
      return opened;
    });
    await chooser.setFiles({ name: 'slika.jpg', mimeType: 'image/jpeg', buffer: await picture() });
    await editor.getByPlaceholder('What is in the picture?').first().waitFor();
    await type(editor, /^bosanski \(/, 'Dva reda stolica');
    await type(editor, /^srpski \(latinica\) \(/, 'Dva reda stolica');
    await press(editor, /^Tomorrow at 9:00/);
    await editor.getByText('Nothing stands in the way').waitFor();
    await press(editor, /^Send for review/);
    await editor.locator('.badge--in-review').first().waitFor();

    const head = await enter(house.people.head.email);
    await press(head, /Bez miša/);
    await head.getByRole('button', { name: 'Approve', exact: true }).waitFor();
    await press(head, /^Approve \(/);
    await head.getByRole('alertdialog').waitFor();
    await press(head, /^Approve \(/);
    await head.locator('.badge--scheduled').first().waitFor();

    await goToDueTime(app, clock);
    const { rows } = await eventually('the post is on the practice network', async () => {
      const found = await app.database.owner.query<{ text: string; language: string }>(
        'select text, language from sandbox_posts',
      );
      return found.rows.length > 0 && found;
    });
    assert.deepEqual(rows, [{ text: CYRILLIC, language: 'sr-Cyrl' }]);
  });
});
