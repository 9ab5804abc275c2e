import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { newId } from '#/kernel/ids.ts';
import { record } from '#/modules/records/index.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { holding, webhookReceiver, type WebhookReceiver } from '../helpers/webhook-receiver.ts';
import { lookAt } from './looked-at.ts';
import { signInAs } from './main-job.ts';

describe('webhooks in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let receiver: WebhookReceiver;

  before(async () => {
    receiver = await webhookReceiver();
    app = await testApp({ env: { GLASNIK_ALLOW_PRIVATE: receiver.place } });
    browser = await launchBrowser();
    house = await app.addInstitution();
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
    await receiver?.[Symbol.asyncDispose]();
  });

  const publish = () =>
    app.database.db.within({ institutionId: house.id }, (tx) =>
      record(tx, house.actor('head'), Temporal.Now.instant(), {
        kind: 'post.published',
        subjectType: 'post',
        subjectId: newId(),
      }),
    );
  const address = () => `${app.url}/studio/${house.slug}/settings/webhooks`;

  test('an administrator adds one, tries it, sees what failed, sends it again, changes its secret and removes it', async () => {
    const { page } = await signInAs(browser, app.url, house.people.administrator.email);
    await page.goto(address());
    await page.getByText('No webhooks yet').waitFor();
    await lookAt(page, 'webhooks-none');

    await page.getByRole('button', { name: 'Add a webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address of the receiver').fill('https://10.0.0.1/');
    for (const name of ['Post is out everywhere', 'Post withdrawn'])
      await dialog.getByRole('checkbox', { name }).uncheck();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('Choose at least one event.').waitFor();
    await dialog.getByRole('checkbox', { name: 'Post is out everywhere' }).check();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('Write a public address').first().waitFor();
    await lookAt(page, 'webhooks-add');
    await dialog.getByLabel('Address of the receiver').fill(receiver.url);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    const shown = async () => (await dialog.locator('code.secret').textContent()) ?? '';
    const secret = await shown();
    assert.match(secret, /^whsec_/);
    await lookAt(page, 'webhooks-secret');
    await dialog.getByRole('button', { name: 'Done' }).click();
    const row = page.getByRole('listitem').filter({ hasText: receiver.url });
    await row.getByText('On', { exact: true }).waitFor();

    await row.getByRole('button', { name: `Log: ${receiver.url}` }).click();
    await dialog.getByText('No message was sent yet').waitFor();
    await dialog.getByRole('button', { name: 'Send a trial message' }).click();
    await dialog.getByText('Taken', { exact: true }).waitFor();
    assert.equal(holding(receiver.received[0]!, secret), 1);
    receiver.answer = () => ({ status: 500, body: 'The database of the receiver is full' });
    await publish();
    const message = dialog.getByRole('listitem').filter({ hasText: 'Post is out everywhere' });
    await message.getByText('500 The database of the receiver is full').waitFor();
    await lookAt(page, 'webhooks-log');
    receiver.answer = () => 204;
    await message.getByRole('button', { name: 'Send again: Post is out everywhere' }).click();
    await message.getByText('Taken', { exact: true }).waitFor();
    const [first, second] = receiver.received.slice(-2);
    assert.equal(first!.headers['webhook-id'], second!.headers['webhook-id']);
    await page.keyboard.press('Escape');
    await lookAt(page, 'webhooks');

    const menu = async (name: string) => {
      await row.getByRole('button', { name: `More about: ${receiver.url}` }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await menu('New secret');
    const asked = page.getByRole('alertdialog');
    await lookAt(page, 'webhooks-rotate');
    await asked.getByRole('button', { name: 'Make a new one' }).click();
    await dialog.locator('code.secret').waitFor();
    assert.notEqual(await shown(), secret);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await row.getByText('the old secret holds until').waitFor();

    await menu('Edit');
    await dialog.getByRole('checkbox', { name: 'Account needs to be connected again' }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Account needs to be connected again').waitFor();

    await menu('Switch off');
    await asked.getByRole('button', { name: 'Switch off' }).click();
    await row.getByText('Off', { exact: true }).waitFor();
    await menu('Switch on');
    await row.getByText('On', { exact: true }).waitFor();

    await menu('Remove');
    await asked.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No webhooks yet').waitFor();
  });

  test('one that answers 410 is off, a notice leads to it, and it is switched on again', async () => {
    receiver.answer = () => 410;
    const { page } = await signInAs(browser, app.url, house.people.administrator.email);
    await page.goto(address());
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address of the receiver').fill(receiver.url);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await publish();
    await page.getByText('it wants no more messages').waitFor();
    await page.goto(`${app.url}/studio/${house.slug}/notices`);
    await page.getByRole('link', { name: `The webhook to ${receiver.place} was switched off` }).click();
    await page.waitForURL('**/settings/webhooks');
    await page.getByText('Off', { exact: true }).waitFor();
    await lookAt(page, 'webhooks-off');
    await page.getByRole('button', { name: `More about: ${receiver.url}` }).click();
    await page.getByRole('menuitem', { name: 'Switch on' }).click();
    await page.getByText('On', { exact: true }).waitFor();
  });

  test('an auditor reads them with their log and changes nothing; an editor has no such tab', async () => {
    const { page } = await signInAs(browser, app.url, house.people.auditor.email);
    await page.goto(address());
    // An address may be as good as a password: they see where it leads, and not the whole of it.
    await page.getByRole('button', { name: `Log: ${new URL(receiver.url).origin}/…` }).click();
    assert.equal(await page.getByText(receiver.url).count(), 0);
    await page.getByRole('dialog').getByText('Not taken').first().waitFor();
    assert.equal(await page.getByRole('button', { name: /Send|More about|Add a/ }).count(), 0);
    const editor = await signInAs(browser, app.url, house.people.editor.email);
    await editor.page.goto(`${app.url}/studio/${house.slug}/settings`);
    await editor.page.getByRole('link', { name: 'Glossary' }).waitFor();
    assert.equal(await editor.page.getByRole('link', { name: 'Webhooks' }).count(), 0);
  });
});
