import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { totp } from '../helpers/totp.ts';
import { signInAs } from './main-job.ts';

const pictures = process.env.GLASNIK_TEST_PICTURES;

describe('a second step that the institution asks for, in a browser', { timeout: 300_000 }, () => {
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

  const settings = () => `${app.url}/studio/${house.slug}/settings/sign-in`;
  const shoot = async (page: Page, name: string) => {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  };
  const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Sarajevo').add({ days }).toString();
  const signInBy = async (page: Page, email: string) => {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  /** Through the dialog of the app: password, code, recovery codes. */
  const setUpCodes = async (page: Page) => {
    await page.getByRole('button', { name: 'Set up two-step sign-in' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Next' }).click();
    // It is shown in groups of four.
    const secret = (await dialog.locator('code').first().textContent())?.replaceAll(' ', '');
    await dialog.getByLabel('Code from your app').fill(totp(`otpauth://totp/x?secret=${secret}`));
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await dialog.getByRole('heading', { name: 'Recovery codes' }).waitFor();
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
  };
  const today = (page: Page) => page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();

  test('an administrator asks for it from a day on; until then people work, and are told by when', async () => {
    const { page } = await signInAs(browser, app.url, house.people.administrator.email);
    await page.goto(settings());
    await page.getByText('The institution does not ask for it.').waitFor();
    await page.getByLabel(/Everybody signs in in two steps/).check();
    await page.getByText(/Without it so far \(4 of 4\)/).waitFor();
    assert.equal(await page.getByLabel('From which day').inputValue(), inDays(14));
    await expectAccessible(page);
    await shoot(page, 'second-factor-rule');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('It will be asked for from').waitFor();
    await page.getByText('From which day').waitFor();
    await page.getByRole('complementary', { name: 'Two-step sign-in' }).waitFor();

    const { page: ofEditor } = await signInAs(browser, app.url, house.people.editor.email);
    await ofEditor.setViewportSize({ width: 360, height: 780 });
    const banner = ofEditor.getByRole('complementary', { name: 'Two-step sign-in' });
    await banner.getByText(/From .+ the institution asks for two-step sign-in/).waitFor();
    await expectAccessible(ofEditor);
    await shoot(ofEditor, 'second-factor-banner');
    await banner.getByRole('link', { name: 'Set it up now' }).click();
    await ofEditor.getByRole('link', { name: 'Later' }).click();
    await today(ofEditor);

    // Whoever has it by then sees no more of it.
    await banner.getByRole('link', { name: 'Set it up now' }).click();
    await setUpCodes(ofEditor);
    await today(ofEditor);
    assert.equal(await banner.count(), 0);
    await page.reload();
    await page.getByText(/Without it so far \(3 of 4\)/).waitFor();
    await ofEditor.context().close();
    await page.context().close();
  });

  test('once it is due, whoever has none is led to it, and goes on where they wanted to', async () => {
    const { page } = await signInAs(browser, app.url, house.people.administrator.email);
    const { page: ofHead } = await signInAs(browser, app.url, house.people.head.email);
    await ofHead.goto(`${app.url}/studio/${house.slug}/posts`);
    await ofHead.getByRole('heading', { level: 1, name: 'Posts' }).waitFor();
    await page.goto(settings());
    await page.getByLabel('From which day').fill(inDays(0));
    await page.getByRole('button', { name: 'Save' }).click();

    // The administrator too, at once and without being asked to sign in again.
    await page.getByRole('heading', { level: 1, name: 'Two-step sign-in' }).waitFor();
    await page.getByText(/asks for two-step sign-in since/).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Later' }).count(), 0);
    await expectAccessible(page);
    await shoot(page, 'second-factor-gate');
    await setUpCodes(page);
    await page.getByRole('heading', { level: 1, name: 'Sign-in' }).waitFor();

    // A page that was open meanwhile is led there by what it next asks for.
    await ofHead.getByRole('heading', { level: 1, name: 'Two-step sign-in' }).waitFor();

    // With a passkey, by a device that knows its owner.
    const devtools = await ofHead.context().newCDPSession(ofHead);
    await devtools.send('WebAuthn.enable', { enableUI: false });
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await ofHead.getByRole('button', { name: 'Add a passkey' }).click();
    await ofHead.getByRole('button', { name: 'Next' }).click();
    await ofHead.getByRole('heading', { level: 1, name: 'Posts' }).waitFor();

    await ofHead.context().close();

    // The next sign-in of the administrator asks for the code by itself.
    await page.context().clearCookies();
    await page.context().addCookies([{ name: 'glasnik-language', value: 'en', url: app.url }]);
    await page.goto(settings());
    await signInBy(page, house.people.administrator.email);
    await page.getByLabel('Code from your app').waitFor();
    await page.context().close();
  });
});
