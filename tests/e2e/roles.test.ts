import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Media, PlanItem, Post, PostInput } from '#/contract/index.ts';
import { signIn } from '../helpers/api-client.ts';
import { addPerson, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { picture, signInAs } from './main-job.ts';

const DRAFT: PostInput = {
  title: 'Nova čekaonica',
  planItemId: null,
  content: {
    texts: { bs: 'Otvorena je nova čekaonica.' },
    cyrillicFollows: true,
    overrides: {},
    images: [],
    targets: [],
    due: null,
  },
};

describe('the studio by role', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let post: Post;
  const here = (path: string) => `${app.url}/studio/${house.slug}/${path}`;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution(['administrator', 'head', 'editor', 'adviser', 'auditor']);
    const editor = await signIn(app.url, house.people.editor.email);
    const params = { institutionId: house.id };
    const mark = await editor.get<Media>('uploadMedia', {
      params,
      query: { fileName: 'znak.jpg' },
      body: new Uint8Array(await picture()),
    });
    await app.database.owner.query('update institutions set logo_media_id = $1', [mark.id]);
    const item = await editor.get<PlanItem>('createPlanItem', {
      params,
      body: {
        objectiveId: null,
        titles: { bs: 'Čekaonica' },
        theme: '',
        variants: ['bs'],
        dueOn: '2027-01-01',
      },
    });
    const images = [{ mediaId: mark.id, alt: { bs: 'Znak ureda' } }];
    const body = { ...DRAFT, planItemId: item.id, content: { ...DRAFT.content, images } };
    post = await editor.get<Post>('createPost', { params, body });
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  test('an auditor reads everything, the record too, and finds nothing to press', async () => {
    const { page } = await signInAs(browser, app.url, house.people.auditor.email);
    for (const place of ['Calendar', 'Posts', 'Plan', 'Accounts', 'Record'])
      await page.getByRole('link', { name: place, exact: true }).first().waitFor();
    assert.equal(await page.getByRole('link', { name: 'New post' }).count(), 0);
    await page.goto(here(`posts/${post.id}`));
    await page.getByText('Otvorena je nova čekaonica.').first().waitFor();
    for (const name of ['Send for review', 'Approve', 'Withdraw', 'Ask an adviser'])
      assert.equal(await page.getByRole('button', { name, exact: true }).count(), 0, name);
    await page.goto(here('settings/people'));
    await page.getByRole('rowheader', { name: new RegExp(house.people.editor.name) }).waitFor();
    assert.equal(await page.getByRole('button', { name: /Acts for|Add a person/ }).count(), 0);
    for (const [path, title] of [
      ['settings/sign-in', 'Sign-in'],
      ['settings/mail', 'E-mail'],
      ['settings/keys', 'API keys'],
    ] as const) {
      await page.goto(here(path));
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      const pressed = page
        .getByRole('main')
        .getByRole('button')
        .and(page.locator(':not([aria-haspopup=dialog])'));
      assert.deepEqual(await pressed.allTextContents(), [], path);
    }
    await page.goto(here('record'));
    await page.getByText('Post begun').first().waitFor();
    await expectAccessible(page);
  });

  test('an editor asks an adviser, who sees that post alone, answers, and then no longer sees it', async () => {
    const { page: ofEditor } = await signInAs(browser, app.url, house.people.editor.email);
    await ofEditor.goto(here(`review/${post.id}`));
    await ofEditor.getByRole('button', { name: 'Ask an adviser' }).click();
    await ofEditor.getByLabel('Whom do you ask').selectOption({ label: house.people.adviser.name });
    await ofEditor.getByLabel('Question').fill('Je li član 12. tačan?');
    await expectAccessible(ofEditor);
    await ofEditor.getByRole('button', { name: 'Send the question' }).click();
    await ofEditor.getByText('Je li član 12. tačan?').waitFor();

    const { page } = await signInAs(browser, app.url, house.people.adviser.email);
    const refused: string[] = [];
    page.on('response', (answer) => {
      if (answer.status() === 403) refused.push(answer.url());
    });
    await page.reload();
    await page.getByRole('link', { name: post.title }).waitFor();
    assert.equal(
      await page.getByText('Nothing is scheduled').count(),
      0,
      'what they cannot know is not said',
    );
    const mark = page.locator('.avatar--logo img:visible').first();
    assert.ok(await mark.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth > 0)));
    await page.setViewportSize({ width: 360, height: 760 });
    assert.equal(await page.getByRole('link', { name: 'Calendar', exact: true }).count(), 0);
    await page.getByRole('link', { name: post.title }).click();
    await page.goto(here(`review/${post.id}`));
    await page.getByText('Je li član 12. tačan?').waitFor();
    await page.getByLabel('Your answer').fill('Jeste, u novom tekstu zakona.');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await page.getByText('Your answer is sent.').waitFor();
    await page.goto(here(`posts/${post.id}`));
    await page.getByText('Otvorena je nova čekaonica.').first().waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(refused, [], 'nothing is asked that an adviser may not read');

    await ofEditor.reload();
    await ofEditor.getByText('Jeste, u novom tekstu zakona.').first().waitFor();
    await ofEditor
      .getByRole('button', { name: `Close the question to ${house.people.adviser.name}` })
      .click();
    await ofEditor.getByRole('alertdialog').getByRole('button', { name: 'Close' }).last().click();
    await ofEditor.getByText('Closed', { exact: true }).waitFor();
    await page.goto(here(`review/${post.id}`));
    await page.getByText('There is no such post in your institution.').first().waitFor();
  });

  test('a leaver is handed over: what they hold is shown, moved, and they are gone', async () => {
    const successor = await addPerson(app.database, house, 'editor');
    const { page } = await signInAs(browser, app.url, house.people.administrator.email);
    await page.goto(here('settings/people'));
    await page.getByRole('button', { name: `Acts for ${house.people.editor.name}` }).click();
    await page.getByRole('menuitem', { name: 'Hand over work' }).click();
    await page.getByRole('dialog').getByText(post.title).waitFor();
    await page.getByLabel(/The person leaves/).check();
    await page.getByText('Left without an owner: Unfinished posts (1).').waitFor();
    await page.getByLabel('Who takes it on').selectOption({ label: successor.name });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Hand over and remove' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page
      .getByRole('rowheader', { name: new RegExp(house.people.editor.email) })
      .waitFor({ state: 'detached' });
    const administrator = await signIn(app.url, house.people.administrator.email);
    const params = { institutionId: house.id, postId: post.id };
    assert.equal((await administrator.get<Post>('getPost', { params })).author?.id, successor.id);
  });
});
