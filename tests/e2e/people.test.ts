import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Account, Colleague, Post } from '#/contract/index.ts';
import { apiClient, signIn } from '../helpers/api-client.ts';
import { PASSWORD, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { invitationIn } from '../helpers/invite.ts';
import { approve, signInAs } from './main-job.ts';

const pictures = process.env.GLASNIK_TEST_PICTURES;

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
    await page.getByRole('menuitem').first().waitFor();
    assert.deepEqual(await page.getByRole('menuitem').allTextContents(), ['Change roles', 'Hand over work']);
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

  test('a delegate signs for a head, and the post says so; the head takes the signature back', async () => {
    const { head, auditor, administrator } = house.people;
    const params = { institutionId: house.id };
    const post = await submittedPost(app, house);
    const { page: ofHead } = await signInAs(browser, app.url, head.email);
    await ofHead.goto(`${app.url}/studio/${house.slug}/settings/delegations`);
    await ofHead.getByText('Nobody signs for another').waitFor();
    await ofHead.getByRole('button', { name: 'Add a delegation' }).click();
    await ofHead.getByLabel('Signs').selectOption({ label: auditor.name });
    await ofHead.getByLabel('Reason').fill('Godišnji odmor');
    await expectAccessible(ofHead);
    await ofHead.getByRole('button', { name: 'Add', exact: true }).click();
    await ofHead.getByText('In force').waitFor();

    const { page } = await signInAs(browser, app.url, auditor.email);
    await approve(page, `${app.url}/studio/${house.slug}/posts/${post.id}`);
    await page.getByText(`${auditor.name} (for ${head.name})`).first().waitFor();

    const name = `End: ${auditor.name} for ${head.name}`;
    await ofHead.getByRole('button', { name }).click();
    await ofHead.getByRole('alertdialog').getByRole('button', { name: 'End' }).click();
    await ofHead.getByText('Over', { exact: true }).waitFor();
    const second = await submittedPost(app, house);
    await page.goto(`${app.url}/studio/${house.slug}/posts/${second.id}`);
    await page.locator('.badge--in-review').first().waitFor();
    assert.equal(await page.getByRole('button', { name: 'Approve', exact: true }).count(), 0);
    const record = await signIn(app.url, administrator.email);
    const { items } = await record.get<{ items: { kind: string }[] }>('listActs', { params });
    assert.ok(items.some(({ kind }) => kind === 'delegation.ended'));

    // The record says both names, and what it knows besides as words.
    await page.goto(`${app.url}/studio/${house.slug}/record?type=post&id=${post.id}`);
    const answered = page.getByRole('row').filter({ hasText: `${auditor.name} (for ${head.name})` });
    await answered.getByText('Details').first().click();
    await answered.getByRole('term').filter({ hasText: 'On behalf of' }).waitFor();
    await answered.getByRole('definition').filter({ hasText: head.name }).first().waitFor();
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/record.png`, fullPage: true });
  });

  test('an administrator limits a role to one account of two', async () => {
    const { administrator, editor } = house.people;
    const { page } = await signInAs(browser, app.url, administrator.email);
    await page.goto(`${app.url}/studio/${house.slug}/settings/people`);
    await page.getByRole('button', { name: `Acts for ${editor.name}` }).click();
    await page.getByRole('menuitem', { name: 'Change roles' }).click();
    await page.getByText('on all accounts').click();
    await page.getByRole('checkbox', { name: /^prvi-nalog/ }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: 'Editor (on 1 account)' }).waitFor();

    // The same at once with an invitation.
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name and surname').fill('Nova Osoba');
    await dialog.getByLabel('E-mail').fill('nova@example.org');
    await dialog.getByText('on all accounts').click();
    await dialog.getByRole('checkbox', { name: /^drugi-nalog/ }).check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Invite' }).click();
    const link = (await page.locator('code.secret').textContent()) ?? '';
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Editor (on 1 account) ·').waitFor();
    await apiClient(app.url).get('acceptInvitation', {
      body: { ...invitationIn(link), name: 'Nova Osoba', password: PASSWORD, language: 'en' },
    });
    const caller = await signIn(app.url, administrator.email);
    const params = { institutionId: house.id };
    const { items } = await caller.get<{ items: Colleague[] }>('listColleagues', { params });
    const accounts = await caller.get<{ items: Account[] }>('listAccounts', { params });
    const second = accounts.items.find(({ handle }) => handle.startsWith('drugi-nalog'));
    assert.deepEqual(items.find(({ email }) => email === 'nova@example.org')?.limits, {
      editor: [second?.id],
    });
  });

  test('an administrator makes a key for reading posts, good for a month, and it is no more than that', async () => {
    const { page } = await signInAs(browser, app.url, house.people.administrator.email);
    await page.goto(`${app.url}/studio/${house.slug}/settings/keys`);
    await page.getByRole('button', { name: 'Make a key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the key').fill('Web site');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.getByText('Choose at least one part').waitFor();
    await dialog.getByLabel('Posts').selectOption({ label: 'reads' });
    const day = Temporal.Now.plainDateISO('Europe/Sarajevo').add({ days: 20 });
    await dialog.getByLabel(/Good until/).fill(day.toString());
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/key-dialog.png`, fullPage: true });
    await dialog.getByRole('button', { name: 'Add' }).click();
    const secret = (await page.locator('code.secret').textContent()) ?? '';
    await page.getByRole('button', { name: 'Done' }).click();
    const row = page.getByRole('row', { name: /Web site/ });
    await row.getByText('Ends soon').waitFor();
    await row.getByText('Posts: reads').waitFor();
    await row.getByText('never').waitFor();
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/keys.png`, fullPage: true });
    const program = apiClient(app.url, { authorization: `Bearer ${secret}` });
    const params = { institutionId: house.id };
    assert.equal((await program.call('listPosts', { params })).status, 200);
    assert.equal((await program.problem('listAccounts', { params })).code, 'permission.scope');
    await page.reload();
    await row.getByText('never').waitFor({ state: 'detached' });
  });
});

/** To a practice account, for tomorrow. */
async function submittedPost(app: TestApp, house: TestInstitution): Promise<Post> {
  const params = { institutionId: house.id };
  const administrator = await signIn(app.url, house.people.administrator.email);
  const { items } = await administrator.get<{ items: { id: string }[] }>('listAccounts', { params });
  for (const handle of items.length > 0 ? [] : ['prvi-nalog', 'drugi-nalog']) {
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const settings = { handle, displayName: '', code };
    await administrator.get('connectAccount', {
      params,
      body: { network: 'sandbox', variant: 'bs', settings },
    });
  }
  const accounts = await administrator.get<{ items: { id: string }[] }>('listAccounts', { params });
  const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/Sarajevo').add({ days: 1 }).toPlainDateTime();
  const post = await administrator.get<Post>('createPost', {
    params,
    body: {
      title: 'Za potpis',
      planItemId: null,
      content: {
        texts: { bs: 'Dobar dan.' },
        cyrillicFollows: true,
        overrides: {},
        images: [],
        targets: [{ accountId: accounts.items[0]!.id, variant: 'bs' }],
        due: { local: tomorrow.toString({ smallestUnit: 'minute' }) },
      },
    },
  });
  return administrator.get<Post>('submitPost', {
    params: { ...params, postId: post.id },
    body: { version: post.version },
  });
}
