import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import type { GlossaryItem, Post, PostInput, Variant } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { neighbour, type Neighbour } from '../helpers/neighbour.ts';
import { lookAt } from './looked-at.ts';
import { eventually, signInAs } from './main-job.ts';

describe('the glossary and the machine in a browser', { timeout: 600_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let web: Neighbour;
  let house: TestInstitution;
  let params: { institutionId: string };
  let api: ApiClient;
  const pages = {} as Record<'administrator' | 'head' | 'editor', Page>;

  before(async () => {
    web = await neighbour();
    app = await testApp({
      env: {
        GLASNIK_ALLOW_PRIVATE: new URL(web.url).host,
        GLASNIK_MACHINE_URL: `${web.url}/v1/`,
        GLASNIK_MACHINE_MODEL: 'proba-1',
      },
    });
    browser = await launchBrowser();
    house = await app.addInstitution();
    params = { institutionId: house.id };
    api = await signIn(app.url, house.people.editor.email);
    for (const role of ['administrator', 'head', 'editor'] as const)
      pages[role] = (await signInAs(browser, app.url, house.people[role].email)).page;
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
    web?.server.close();
  });

  const studio = (path: string) => `${app.url}/studio/${house.slug}/${path}`;
  const input = (texts: PostInput['content']['texts']): PostInput => ({
    title: 'Proba',
    planItemId: null,
    content: { texts, cyrillicFollows: true, overrides: {}, images: [], targets: [], due: null },
  });
  const NAMES = { bs: 'bosanski', hr: 'hrvatski', 'sr-Latn': 'srpski (latinica)', en: 'English' } as const;
  const field = (page: Page, variant: keyof typeof NAMES): Locator =>
    page.getByRole('textbox', { name: `Text, ${NAMES[variant]}` });

  /** A post with these texts, open before somebody. */
  async function open(page: Page, texts: Partial<Record<Variant, string>>): Promise<Post> {
    const post = await api.get<Post>('createPost', { params, body: input(texts) });
    await page.goto(studio(`posts/${post.id}?view=write`));
    await page.getByRole('heading', { name: /stand in the way|stands in the way/ }).waitFor();
    return post;
  }
  const textOf = async (post: Post, variant: Variant) =>
    (await api.get<Post>('getPost', { params: { ...params, postId: post.id } })).content.texts[variant];

  describe('the glossary', () => {
    test('an editor proposes, a head accepts, and Cyrillic follows in the composer', async () => {
      const { editor, head } = pages;
      await editor.goto(studio('settings/glossary'));
      await editor.getByText('No decisions yet').waitFor();
      await lookAt(editor, 'glossary-empty');
      await editor.getByRole('button', { name: 'Propose a word' }).first().click();
      const dialog = editor.getByRole('dialog');
      await dialog.getByLabel('Rule').selectOption('Always write it so');
      await dialog.getByLabel('Latin').fill('Injaz');
      await dialog.getByLabel('Cyrillic').fill('Инјаз');
      await dialog.getByLabel(/Note for colleagues/).fill('Ime firme');
      await lookAt(editor, 'glossary-dialog');
      await dialog.getByRole('button', { name: 'Propose a word' }).click();
      await editor.getByText('Proposed. A head or administrator decides.').waitFor();
      assert.equal(await editor.getByRole('button', { name: 'Accept Injaz' }).count(), 0);

      await open(editor, { 'sr-Latn': 'Firma Injaz. #javnauprava' });
      await editor.getByText('Фирма Ињаз.').first().waitFor();
      await head.goto(studio('settings/glossary'));
      await head.getByText(`Taught by ${house.people.editor.name}`).waitFor();
      await lookAt(head, 'glossary-proposed');
      await head.getByRole('button', { name: 'Accept Injaz' }).click();
      await head.getByText('In force').waitFor();
      await open(editor, { 'sr-Latn': 'Firma Injaz. #javnauprava' });
      await editor.getByText('Фирма Инјаз.').first().waitFor();
    });

    test('a proposal is declined and a word removed only after a question', async () => {
      const { editor, head } = pages;
      const glossary = () => api.get<{ items: GlossaryItem[] }>('listGlossary', { params });
      const count = (items: readonly GlossaryItem[]) => items.length;
      const before = count((await glossary()).items);
      for (const word of ['Odbijena', 'Uklonjena'])
        await api.get('teachWord', { params, body: { entry: { kind: 'lock', word }, note: '' } });
      await head.goto(studio('settings/glossary'));
      await head.getByRole('button', { name: 'Decline Odbijena' }).click();
      const declining = head.getByRole('alertdialog', { name: 'Decline “Odbijena”?' });
      await declining.getByText(house.people.editor.name).waitFor();
      await lookAt(head, 'glossary-declining');
      await declining.getByRole('button', { name: 'Cancel' }).click();
      await declining.waitFor({ state: 'detached' });
      assert.equal(count((await glossary()).items), before + 2);
      await head.getByRole('button', { name: 'Decline Odbijena' }).click();
      await declining.getByRole('button', { name: 'Decline the proposal' }).click();
      await head.getByRole('button', { name: 'Decline Odbijena' }).waitFor({ state: 'detached' });

      await editor.goto(studio('settings/glossary'));
      await editor.getByRole('button', { name: 'Remove Uklonjena' }).click();
      const removing = editor.getByRole('alertdialog', { name: 'Remove “Uklonjena” from the glossary?' });
      await removing.getByRole('button', { name: 'Remove the word' }).click();
      await editor.getByText('Removed from the glossary.').waitFor();
      assert.equal(count((await glossary()).items), before);
    });

    test('as a table out and in; a table with a wrong line is not taken, and each wrong line is told', async () => {
      const { head } = pages;
      await head.goto(studio('settings/glossary'));
      const [download] = await Promise.all([
        head.waitForEvent('download'),
        head.getByRole('button', { name: 'Export CSV' }).click(),
      ]);
      assert.equal(download.suggestedFilename(), `${house.slug}-glossary.csv`);
      const csv = await readFile(await download.path(), 'utf8');
      assert.match(csv, /fixed,Injaz,Инјаз,,,,,Ime firme/);
      const give = (text: string) =>
        head.locator('input[type=file]').setInputFiles({
          name: 'rjecnik.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(text),
        });
      await give('kind;latin;cyrillic\nlock;DOBRO;\nfixed;samo latinica;\nbla;x;\n');
      const alert = head.getByRole('alert');
      await alert.getByText(/^Line 3/).waitFor();
      await alert.getByText(/^Line 4/).waitFor();
      await lookAt(head, 'glossary-csv-wrong');
      await give(`${csv}term,,,općin*,općin*,opštin*,municipalit*,\n`);
      await head.getByText('Added: 1. Already there: 1.').waitFor();
      await alert.waitFor({ state: 'detached' });
      await head.getByRole('searchbox', { name: 'Search' }).fill('opstin');
      await head.getByText('municipalit*').waitFor();
      await lookAt(head, 'glossary-searched');
    });
  });

  describe('machine help', () => {
    const sent = () => web.asked.filter(({ path }) => path.startsWith('/v1'));
    const BS = 'Radno vrijeme ureda traje od 8 do 16 sati. #javnauprava';
    const opener = (page: Page) => page.getByRole('button', { name: 'Machine help' });

    test('is nowhere to be seen until an administrator has let it in', async () => {
      const { administrator, editor } = pages;
      await open(editor, { bs: BS });
      await editor.waitForLoadState('networkidle').catch(() => undefined);
      assert.equal(await opener(editor).count(), 0);
      await administrator.goto(studio('settings/writing'));
      const yes = administrator.getByLabel('Let a machine help to write');
      assert.equal(await yes.isChecked(), false);
      await yes.click();
      await eventually('it is let in', async () => yes.isChecked());
      await open(editor, { bs: BS });
      await opener(editor).waitFor();
    });

    test('sends nothing before the press on Send, then exactly what was shown; the answer is taken or left', async () => {
      const { editor } = pages;
      const post = await open(editor, { bs: BS });
      await opener(editor).click();
      const dialog = editor.getByRole('dialog', { name: 'Machine help, bosanski' });
      await lookAt(editor, 'machine-first');
      await dialog.getByRole('button', { name: 'Next' }).click();
      const what = dialog.getByRole('region', { name: /This is sent to 127\.0\.0\.1:\d+ \(proba-1\)/ });
      const shown = (await what.textContent()) ?? '';
      assert.ok(shown.endsWith(BS));
      await lookAt(editor, 'machine-shown');
      assert.deepEqual(sent(), [], 'opening and looking ask nobody');
      await dialog.getByRole('button', { name: 'Send' }).click();
      await dialog.getByText('Ured radi od 8 do 16 sati.').waitFor();
      await lookAt(editor, 'machine-offer');
      assert.deepEqual(
        sent().map(({ body }) => (JSON.parse(body) as { messages: unknown }).messages),
        [[{ role: 'user', content: shown }]],
      );
      assert.equal(await field(editor, 'bs').inputValue(), BS, 'the text is as it was');
      await dialog.getByRole('button', { name: 'Leave it' }).click();
      await dialog.waitFor({ state: 'detached' });
      assert.equal(await field(editor, 'bs').inputValue(), BS);

      await opener(editor).click();
      await dialog.getByRole('button', { name: 'Next' }).click();
      await dialog.getByRole('button', { name: 'Send' }).click();
      await dialog.getByRole('button', { name: 'Take it' }).click();
      await eventually(
        'it is saved',
        async () => (await textOf(post, 'bs')) === 'Ured radi od 8 do 16 sati.',
      );
      await editor.getByRole('button', { name: 'Undo' }).click();
      await eventually('and back', async () => (await textOf(post, 'bs')) === BS);
      assert.equal(sent().length, 2);
    });

    test('closed half way it has sent nothing; a machine that refuses is told with the next step', async () => {
      const { editor } = pages;
      const before = sent().length;
      await open(editor, { bs: `TVRDOGLAVO. ${BS}` });
      await opener(editor).click();
      const dialog = editor.getByRole('dialog', { name: 'Machine help, bosanski' });
      await dialog.getByRole('button', { name: 'Next' }).click();
      await dialog.getByRole('region', { name: /This is sent to/ }).waitFor();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      assert.equal(sent().length, before);
      await opener(editor).click();
      await dialog.getByRole('button', { name: 'Next' }).click();
      await dialog.getByRole('button', { name: 'Send' }).click();
      await dialog.getByRole('alert').waitFor();
      await lookAt(editor, 'machine-refused');
      assert.equal(sent().length, before + 1);
    });
  });
});
