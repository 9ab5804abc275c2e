import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { eventually, signInAs } from './main-job.ts';

/** A device with a fingerprint reader, as Chromium plays one. */
async function addDevice(page: Page, { verified = true } = {}) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
    },
  });
  return {
    keys: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    recognises: (is: boolean) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: is }),
    plug: (
      key: Awaited<ReturnType<typeof devtools.send<'WebAuthn.getCredentials'>>>['credentials'][number],
    ) => devtools.send('WebAuthn.addCredential', { authenticatorId, credential: key }),
    unplug: () => devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  };
}

describe('passkeys in a browser', { timeout: 300_000 }, () => {
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

  const ownActs = async (personId: string) =>
    (
      await app.database.owner.query<{ kind: string }>(
        `select kind from acts where person_id = $1 and kind like 'passkey.%' order by id`,
        [personId],
      )
    ).rows.map(({ kind }) => kind);

  const today = (page: Page) => page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();

  test('one is added, named anew, signs in alone, is guarded from the password, and is removed', async () => {
    const { head } = house.people;
    const { page, context } = await signInAs(browser, app.url, head.email);
    const device = await addDevice(page);
    const profile = `${app.url}/studio/${house.slug}/profile`;
    await page.goto(profile);
    await page.getByText('You have none yet.').waitFor();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expectAccessible(page);
    await page.getByLabel('Name', { exact: true }).fill('Laptop');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('The passkey was added.').waitFor();
    assert.equal((await device.keys()).length, 1);
    await page.getByRole('button', { name: 'Rename: Laptop' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Office laptop');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await page.getByText('Office laptop', { exact: true }).waitFor();
    await expectAccessible(page);

    // The same device again is told apart from a failure.
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('already has your passkey').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();

    await context.clearCookies();
    await context.addCookies([{ name: 'glasnik-language', value: 'en', url: app.url }]);
    await device.recognises(false);
    await page.goto(`${app.url}/studio/sign-in`);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByText('No passkey was chosen.').waitFor();
    await expectAccessible(page);
    await device.recognises(true);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await today(page);

    // With the password alone nobody takes it away, nor puts their own beside it.
    await context.clearCookies();
    await context.addCookies([{ name: 'glasnik-language', value: 'en', url: app.url }]);
    const keys = await device.keys();
    await device.unplug();
    await page.goto(`${app.url}/studio/sign-in`);
    await page.getByLabel('E-mail').fill(head.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await today(page);
    await page.goto(profile);
    await page.getByRole('button', { name: 'Remove: Office laptop' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('You signed in with the password alone').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('You signed in with the password alone').waitFor();

    const again = await addDevice(page);
    await again.plug(keys[0]!);
    await context.clearCookies();
    await context.addCookies([{ name: 'glasnik-language', value: 'en', url: app.url }]);
    await page.goto(`${app.url}/studio/sign-in`);
    // Either the field's list or the button: with presence simulated the list may be quicker.
    await page
      .getByRole('button', { name: 'Use a passkey' })
      .click({ timeout: 5000 })
      .catch(() => undefined);
    await today(page);
    await page.goto(profile);
    await page.getByRole('button', { name: 'Remove: Office laptop' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('You have none yet.').waitFor();
    await eventually('the record has both', async () => (await ownActs(head.id)).length === 2);
    assert.deepEqual(await ownActs(head.id), ['passkey.added', 'passkey.removed']);
    await context.close();
  });
});
