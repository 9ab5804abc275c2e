import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Post, PostInput, Variant } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { addPerson, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { neighbour, type Neighbour } from '../helpers/neighbour.ts';
import { lookAt } from './looked-at.ts';
import { eventually, signInAs } from './main-job.ts';

describe('the writing room in a browser', { timeout: 600_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let web: Neighbour;
  let house: TestInstitution;
  let params: { institutionId: string };
  let api: ApiClient;
  const pages = {} as Record<'administrator' | 'editor', Page>;

  before(async () => {
    web = await neighbour();
    app = await testApp({
      env: {
        GLASNIK_ALLOW_PRIVATE: new URL(web.url).host,
      },
    });
    browser = await launchBrowser();
    house = await app.addInstitution();
    params = { institutionId: house.id };
    api = await signIn(app.url, house.people.editor.email);
    for (const role of ['administrator', 'editor'] as const)
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

  describe('suggestions between the languages', () => {
    const TEXTS = {
      bs: 'Općina raspisuje konkurs u januaru. Budžet je javan.',
      hr: 'Općina raspisuje konkurs u januaru. Budžet je javan.',
      'sr-Latn': 'Općina raspisuje konkurs u januaru. Budžet je javan.',
    };
    const panel = (page: Page, variant: keyof typeof NAMES) =>
      page.getByRole('region', { name: `Said otherwise, ${NAMES[variant]}` });
    const words = async (of: Locator) =>
      (await of.locator('.suggestion__words').allTextContents()).map((said) => said.replace(/\s+/g, ' '));

    test('each variant is asked about its own words; each is taken or left, and taking can be undone', async () => {
      const page = pages.editor;
      const post = await open(page, TEXTS);
      const croatian = panel(page, 'hr');
      await croatian.getByText('3 suggestions').waitFor();
      assert.deepEqual(await words(croatian), ['konkurs natječaj', 'januaru siječnju', 'Budžet Proračun']);
      assert.deepEqual(await words(panel(page, 'sr-Latn')), ['Općina Opština']);
      assert.equal(await panel(page, 'bs').count(), 0, 'a Bosnian text in Bosnian is right as it stands');
      await lookAt(page, 'suggestions');

      await croatian.getByRole('button', { name: 'Take natječaj for konkurs' }).click();
      assert.equal(
        await field(page, 'hr').inputValue(),
        'Općina raspisuje natječaj u januaru. Budžet je javan.',
      );
      assert.equal(await field(page, 'bs').inputValue(), TEXTS.bs, 'the other variants stay');
      await page.getByRole('button', { name: 'Undo' }).click();
      assert.equal(await field(page, 'hr').inputValue(), TEXTS.hr);
      await croatian.getByRole('button', { name: 'Take natječaj for konkurs' }).click();
      await croatian.getByRole('button', { name: 'Leave Budžet as it is' }).click();
      await croatian.getByText('1 suggestion', { exact: true }).waitFor();
      await croatian.getByRole('button', { name: 'Take siječnju for januaru' }).click();
      await croatian.waitFor({ state: 'detached' });
      await eventually(
        'what was taken is saved, what was left is not touched',
        async () => (await textOf(post, 'hr')) === 'Općina raspisuje natječaj u siječnju. Budžet je javan.',
      );
    });

    test('what is always or never taken is learned for the whole institution, and can be forgotten', async () => {
      await open(pages.editor, TEXTS);
      const croatian = panel(pages.editor, 'hr');
      await croatian.getByRole('button', { name: 'Always take: konkurs, natječaj' }).click();
      await pages.editor.getByText('From now on the institution always takes it.').waitFor();
      await croatian.getByRole('button', { name: /^Always take: januaru/ }).click();
      await croatian.getByRole('button', { name: 'Take what is always taken (2)' }).waitFor();
      await croatian.getByRole('button', { name: /^Never again: Budžet/ }).click();
      await croatian.getByText('2 suggestions').waitFor();

      const colleague = await addPerson(app.database, house, 'editor');
      const { page, context } = await signInAs(browser, app.url, colleague.email);
      await open(page, TEXTS);
      await panel(page, 'hr').getByText('2 suggestions').waitFor();
      await lookAt(page, 'suggestions-learned');
      await panel(page, 'hr').getByRole('button', { name: 'Take what is always taken (2)' }).click();
      assert.equal(
        await field(page, 'hr').inputValue(),
        'Općina raspisuje natječaj u siječnju. Budžet je javan.',
      );
      await page.goto(studio('settings/glossary'));
      const learned = page.getByRole('region', { name: 'Learned suggestions' });
      await learned.getByText(house.people.editor.name).first().waitFor();
      await learned.getByText('januar · siječanj → hrvatski').waitFor();
      await learned.getByRole('button', { name: /^Ask again about budžet/ }).click();
      await learned.getByText('Never').waitFor({ state: 'detached' });
      await open(page, TEXTS);
      await panel(page, 'hr').getByText('3 suggestions').waitFor();
      await context.close();
    });
  });

  describe('checks', () => {
    const check = (page: Page, sentence: RegExp) =>
      page.locator('#checks-panel').getByRole('listitem').filter({ hasText: sentence });

    type Case = { sentence: RegExp; text: string; mended: string };
    const MENDED: Record<string, Case> = {
      'hashtag-case': {
        sentence: /#javnauprava: begin each word/,
        text: 'Novi pravilnik. #javnauprava',
        mended: 'Novi pravilnik. #JavnaUprava',
      },
      'hashtag-place': {
        sentence: /#Sarajevo stands inside the text/,
        text: 'Dođite u #Sarajevo na razgovor.',
        mended: 'Dođite u Sarajevo na razgovor.\n\n#Sarajevo',
      },
      'emoji-many': {
        sentence: /5 emoji; 3 are enough/,
        text: 'Otvoreno je 🎉🎉🎉 i za vas 🎉 i za nas 🎉.',
        mended: 'Otvoreno je 🎉🎉🎉 i za vas i za nas.',
      },
      'emoji-bullets': {
        sentence: /2 lines begin with an emoji/,
        text: 'Ponesite:\n✅ pasoš\n✅ sliku',
        mended: 'Ponesite:\n– pasoš\n– sliku',
      },
      capitals: {
        sentence: /“OBAVEZNO PONESITE” is in capitals/,
        text: 'Sutra. OBAVEZNO PONESITE pasoš.',
        mended: 'Sutra. Obavezno ponesite pasoš.',
      },
      'fake-fonts': {
        sentence: /is not made of letters/,
        text: 'Danas je 𝗽𝗼𝗽𝗶𝘀.',
        mended: 'Danas je popis.',
      },
      'look-alikes': {
        sentence: /has letters of the other script/,
        text: 'Danas je pоpis.',
        mended: 'Danas je popis.',
      },
      'gendered-forms': {
        sentence: /“Učenici” alone leaves women out/,
        text: 'Učenici dobijaju knjige.',
        mended: 'Učenici i učenice dobijaju knjige.',
      },
    };
    for (const [rule, { sentence, text, mended }] of Object.entries(MENDED))
      test(`${rule}: the reason, the source, and a button that mends it, to be undone`, async () => {
        const page = pages.editor;
        const post = await open(page, { bs: text });
        const line = check(page, sentence);
        await line.getByText('Why', { exact: true }).click();
        await line.getByRole('link', { name: /^Source: / }).waitFor();
        assert.match((await line.getByRole('link').getAttribute('href')) ?? '', /^https?:/);
        await line.getByRole('button', { name: /^Mend: / }).click();
        await line.waitFor({ state: 'detached' });
        assert.equal(await field(page, 'bs').inputValue(), mended);
        await page.getByRole('button', { name: 'Undo' }).click();
        await line.waitFor();
        assert.equal(await field(page, 'bs').inputValue(), text);
        await line.getByRole('button', { name: /^Mend: / }).click();
        await eventually('it is saved', async () => (await textOf(post, 'bs')) === mended);
      });

    test('a date and a number that differ between variants are mended to what the first one says', async () => {
      const page = pages.editor;
      const post = await open(page, {
        bs: 'Rok je 7. decembra, naknada 1.250 KM.',
        en: 'The deadline is 8 December, the fee 1,350 KM.',
      });
      await check(page, /Dates differ, English: here 8 December, there \(bosanski\) 7\. decembra/).waitFor();
      await check(page, /Numbers differ/)
        .getByRole('button', { name: /^Mend: / })
        .click();
      await check(page, /Dates differ/)
        .getByRole('button', { name: /^Mend: / })
        .click();
      const mended = 'The deadline is 7 December, the fee 1,250 KM.';
      await eventually('it is saved', async () => (await textOf(post, 'en')) === mended);
    });

    test('what only a person can mend is said with its reason and leads to the place', async () => {
      const page = pages.editor;
      const long = `Obavještavamo ${'zainteresirane pravne subjekte i predstavništva međunarodnih organizacija '.repeat(5)}.`;
      await open(page, { bs: `${long} Kraj.` });
      const line = check(page, /Hard to read \(LIX \d+\): the longest sentence has \d+ words/);
      assert.equal(await line.getByRole('button', { name: /^Mend: / }).count(), 0);
      await line.getByText('Why', { exact: true }).click();
      await line.getByText('LIX counts words per sentence').waitFor();
      await line.getByRole('button', { name: /Hard to read/ }).click();
      const marked = () =>
        field(page, 'bs').evaluate((area: HTMLTextAreaElement) =>
          area.value.slice(area.selectionStart, area.selectionEnd),
        );
      await eventually('the sentence is marked', async () =>
        (await marked()).startsWith('Obavještavamo zain'),
      );
    });

    test('a link that does not answer is told once it was looked at, and no later save is needed', async () => {
      const page = pages.editor;
      await open(page, { bs: 'Više uskoro. #javnauprava' });
      await field(page, 'bs').fill(`Više na ${web.url}/nema. I na ${web.url}/vijest.`);
      await check(page, /nema does not answer \(404\)/).waitFor();
      assert.equal(await check(page, /does not answer/).count(), 1);
    });

    test('all of them together are readable, wide, narrow and in the dark', async () => {
      const page = pages.editor;
      await open(page, {
        bs: Object.values(MENDED)
          .map(({ text }) => text)
          .join('\n'),
        en: 'Tomorrow, 8 December.',
      });
      await check(page, /alone leaves women out/)
        .getByText('Why', { exact: true })
        .click();
      await check(page, /7 emoji/)
        .getByText('Why', { exact: true })
        .click();
      await lookAt(page, 'checks');
    });

    test('the institution decides which of them block, and what blocks keeps a post from review', async () => {
      const { administrator, editor } = pages;
      await administrator.goto(studio('settings/writing'));
      const level = administrator.getByLabel('What “Both grammatical genders” does');
      await level.selectOption('Stands in the way');
      await administrator.getByText('Saved', { exact: true }).first().waitFor();
      await lookAt(administrator, 'writing-settings');

      await open(editor, { bs: 'Učenici dobijaju knjige.' });
      const line = check(editor, /“Učenici” alone/);
      await line.getByRole('button', { name: /^Stands in the way: “Učenici” alone/ }).waitFor();
      await line.getByRole('button', { name: /^Mend: / }).click();
      await line.waitFor({ state: 'detached' });

      await editor.goto(studio('settings/writing'));
      assert.ok(await editor.getByLabel('What “Both grammatical genders” does').isDisabled());
      await level.selectOption('Off');
      await eventually(
        'it is kept',
        async () =>
          (await api.get<{ levels: Record<string, string> }>('getWritingSettings', { params })).levels[
            'gendered-forms'
          ] === 'off',
      );
      await open(editor, { bs: 'Učenici dobijaju knjige. #javnauprava' });
      await check(editor, /#javnauprava/).waitFor();
      assert.equal(await check(editor, /“Učenici” alone/).count(), 0);
    });
  });
});
