import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Post } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { addPerson, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { eventually, picture, signInAs } from './main-job.ts';

describe('the composer in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let reader: ApiClient;
  let page: Page;
  let context: BrowserContext;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
    reader = await signIn(app.url, house.people.auditor.email);
    ({ page, context } = await signInAs(browser, app.url, house.people.editor.email));
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const studio = (path: string) => `${app.url}/studio/${house.slug}/${path}`;
  const params = () => ({ institutionId: house.id });
  const posts = async () =>
    (await reader.get<{ items: { id: string; title: string }[] }>('listPosts', { params: params() })).items;
  const read = (postId: string) => reader.get<Post>('getPost', { params: { ...params(), postId } });
  const bosnian = (of: Page) => of.getByRole('textbox', { name: 'Text, bosanski' });
  const saved = (of: Page) =>
    of
      .locator('.save-status--saved')
      .getByText(/^Saved/)
      .waitFor();

  /** A new post with a title and a text that the server has. */
  async function begin(title: string, text: string): Promise<string> {
    await page.goto(studio('posts/new'));
    await page.getByPlaceholder(/Working title/).fill(title);
    await bosnian(page).fill(text);
    await saved(page);
    return new URL(page.url()).pathname.split('/').at(-1)!;
  }

  test('an offline minute: what is typed stays, says so, and arrives when the line is back', async () => {
    const id = await begin('Bez mreže', 'Prva rečenica.');
    await context.setOffline(true);
    await bosnian(page).fill('Prva rečenica. Druga, napisana bez mreže.');
    await page.locator('.save-status--offline').waitFor();
    await expectAccessible(page);
    assert.equal((await read(id)).content.texts.bs, 'Prva rečenica.');
    await context.setOffline(false);
    await eventually('the server has it', async () =>
      (await read(id)).content.texts.bs?.endsWith('napisana bez mreže.'),
    );
    await saved(page);
  });

  test('a new post written without a line survives the closed tab, and becomes one post', async () => {
    await page.goto(studio('posts/new'));
    await page.getByPlaceholder(/Working title/).waitFor();
    await context.setOffline(true);
    await page.getByPlaceholder(/Working title/).fill('Zatvorena kartica');
    await bosnian(page).fill('Ovo nije stiglo do servera.');
    await page.locator('.save-status--offline').waitFor();
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    assert.equal((await posts()).filter(({ title }) => title === 'Zatvorena kartica').length, 0);
    await page.goto(studio('posts/new'));
    await page.getByRole('button', { name: 'Go on writing' }).click();
    await eventually(
      'the words are in the field',
      async () => (await bosnian(page).inputValue()) === 'Ovo nije stiglo do servera.',
    );
    const made = await eventually(
      'one post',
      async () => (await posts()).filter(({ title }) => title === 'Zatvorena kartica')[0],
    );
    await saved(page);
    assert.equal((await posts()).filter(({ title }) => title === 'Zatvorena kartica').length, 1);
    assert.equal((await read(made.id)).content.texts.bs, 'Ovo nije stiglo do servera.');
  });

  test('at its first save a new post leaves the cursor where it is, beside the words too', async () => {
    const { page: fresh, context: own } = await signInAs(browser, app.url, house.people.editor.email);
    const asked = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    await fresh.route(/\/assets\/review-panels-[\w-]+\.js$/, async (route) => {
      asked.resolve();
      await held.promise;
      await route.continue();
    });
    await fresh.goto(studio('posts/new'));
    await fresh.getByPlaceholder(/Working title/).fill('Prvo čuvanje');
    const day = fresh.locator('input[type=date]').first();
    await day.focus();
    await asked.promise;
    await fresh.waitForURL((url) => /\/posts\/[0-9a-f-]{36}$/.test(url.pathname));
    const isThere = () =>
      day.evaluate((field) => field === document.activeElement && field.checkVisibility());
    assert.equal(await isThere(), true, 'while the panels are fetched');
    held.resolve();
    await fresh.getByRole('button', { name: 'New remark' }).waitFor();
    assert.equal(await isThere(), true, 'when they have come');
    await own.close();
  });

  test('a post that is there keeps what was typed when the tab closes before it is saved', async () => {
    const id = await begin('Zatvoreno prerano', 'Sačuvano.');
    await context.setOffline(true);
    await bosnian(page).fill('Sačuvano. I ovo nije.');
    await page.locator('.save-status--offline').waitFor();
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(studio(`posts/${id}`));
    await page.getByText('Restored what was written on this device').waitFor();
    assert.equal(await bosnian(page).inputValue(), 'Sačuvano. I ovo nije.');
    await eventually(
      'the server has it',
      async () => (await read(id)).content.texts.bs === 'Sačuvano. I ovo nije.',
    );
  });

  test('two people in one post: other fields are merged, the same field is a choice, nothing is lost', async () => {
    const id = await begin('Dvoje', 'Osnovni tekst.');
    const other = await signInAs(browser, app.url, (await addPerson(app.database, house, 'editor')).email);
    await other.page.goto(studio(`posts/${id}`));
    await bosnian(other.page).waitFor();
    // The first stands still while the second writes a title: no conflict.
    await context.setOffline(true);
    await bosnian(page).fill('Tekst prve osobe.');
    await other.page.getByPlaceholder(/Working title/).fill('Naslov druge osobe');
    await saved(other.page);
    await context.setOffline(false);
    await page.getByText('The changes are merged with yours.').waitFor();
    await eventually('both are saved', async () => {
      const post = await read(id);
      return post.title === 'Naslov druge osobe' && post.content.texts.bs === 'Tekst prve osobe.';
    });
    // Both write the same text: the one who comes second chooses, with both before their eyes.
    await context.setOffline(true);
    await bosnian(page).fill('Verzija prve osobe.');
    await page.locator('.save-status--offline').waitFor();
    await eventually(
      'the second sees the first',
      async () => (await bosnian(other.page).inputValue()) === 'Tekst prve osobe.',
    );
    await bosnian(other.page).fill('Verzija druge osobe.');
    await saved(other.page);
    await eventually(
      'the second is saved',
      async () => (await read(id)).content.texts.bs === 'Verzija druge osobe.',
    );
    await context.setOffline(false);
    const clash = page.getByRole('alertdialog', { name: 'Somebody else changed the same' });
    await clash.getByText('Verzija prve osobe.').waitFor();
    await clash.getByText('Verzija druge osobe.').waitFor();
    // It has to be answered: nothing on it only looks as if it closed it.
    await page.keyboard.press('Escape');
    assert.equal(await clash.getByRole('button', { name: 'Close' }).count(), 0);
    await expectAccessible(page);
    await clash.getByRole('radio', { name: /Mine/ }).check({ force: true });
    await clash.getByRole('button', { name: 'Save what is chosen' }).click();
    await eventually(
      'what was chosen is saved',
      async () => (await read(id)).content.texts.bs === 'Verzija prve osobe.',
    );
    const { items } = await reader.get<{ items: unknown[] }>('listPostVersions', {
      params: { ...params(), postId: id },
    });
    assert.ok(items.length >= 4, 'every version is kept');
    await other.context.close();
  });

  test('pictures by drag, by paste and by the file dialog; a broken one says why and takes nothing along', async () => {
    const id = await begin('Slike', 'Tri slike.');
    const jpeg = await picture();
    await bring(page, 'drop', { name: 'spuštena.jpg', type: 'image/jpeg', bytes: jpeg });
    await page.getByRole('button', { name: 'Remove picture 1' }).waitFor();
    await bring(page, 'paste', {
      name: 'zalijepljena.png',
      type: 'image/png',
      bytes: await sharp(jpeg).resize(320).png().toBuffer(),
    });
    await page.getByRole('button', { name: 'Remove picture 2' }).waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'slomljena.jpg', mimeType: 'image/jpeg', buffer: jpeg.subarray(0, 400) });
    const alert = page.getByRole('alert').filter({ hasText: 'slomljena.jpg' });
    await alert.waitFor();
    assert.match((await alert.textContent()) ?? '', /Not added: slomljena\.jpg.*\w+.*\./);
    await bring(page, 'drop', {
      name: 'zapisnik.pdf',
      type: 'application/pdf',
      bytes: Buffer.from('%PDF-1.4'),
    });
    await page.getByText('This kind of file is neither a picture nor a video that we take.').waitFor();
    await expectAccessible(page);
    const fields = page.getByPlaceholder('What is in the picture?');
    for (const field of await fields.all()) await field.fill('Sala s dva reda stolica');
    await eventually('both pictures and their words are saved', async () => {
      const { images } = (await read(id)).content;
      return (
        images.length === 2 &&
        images.every(({ alt }) => Object.values(alt).includes('Sala s dva reda stolica'))
      );
    });
  });

  test('the focus of a picture is set by the arrow keys and by the pointer, and is saved', async () => {
    const id = await begin('Težište', 'Jedna slika.');
    await bring(page, 'drop', { name: 'sala.jpg', type: 'image/jpeg', bytes: await picture() });
    await page.getByRole('button', { name: 'Picture 1: set the focus' }).click();
    await page.getByRole('button', { name: 'Focus: 50 % from the left, 50 % from the top' }).focus();
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Focus: 40 % from the left, 45 % from the top' }).waitFor();
    await expectAccessible(page);
    const box = await page.locator('.focus__picture').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width * 0.8, box.y + box.height * 0.25);
    await page.getByRole('button', { name: /^Focus: 80 % from the left, 25 % from the top/ }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await eventually('the focus is saved', async () => {
      const focus = (await read(id)).content.images[0]?.focus;
      return focus?.x === 0.8 && focus.y === 0.25;
    });
  });

  test('a time in the night of the clocks is asked about in the composer too', async () => {
    await begin('Noć', 'Ujutro u pola tri.');
    await page.getByLabel('Date').fill('2027-03-28');
    await page.getByLabel('Time').fill('02:30');
    await page.getByText('there is no 02:30').waitFor();
    await page.getByRole('button', { name: '03:30' }).click();
    await page.getByText('UTC+2').waitFor();
    await page.getByLabel('Date').fill('2027-10-31');
    await page.getByLabel('Time').fill('02:30');
    await page.getByRole('radio', { name: /The second 02:30/ }).check({ force: true });
    await page.getByText('UTC+1').first().waitFor();
    await saved(page);
  });
});

type Brought = { name: string; type: string; bytes: Buffer };

/** Lets go of a file over the page, or pastes it, as the browser tells the page of it. */
async function bring(page: Page, how: 'drop' | 'paste', { name, type, bytes }: Brought): Promise<void> {
  await page.evaluate(
    ({ how, name, type, base64 }) => {
      const transfer = new DataTransfer();
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([data], name, { type }));
      const init = { bubbles: true, cancelable: true };
      if (how === 'paste')
        document.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: transfer }));
      else
        for (const kind of ['dragenter', 'dragover', 'drop'])
          document
            .querySelector('.images')!
            .dispatchEvent(new DragEvent(kind, { ...init, dataTransfer: transfer }));
    },
    { how, name, type, base64: bytes.toString('base64') },
  );
}
