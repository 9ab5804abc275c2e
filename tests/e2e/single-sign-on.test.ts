import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { signIn } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { startOidcServer, type OidcServer } from '../helpers/oidc-server.ts';
import { startSamlServer, type SamlServer } from '../helpers/saml-server.ts';
import { signInAs } from './main-job.ts';

/** Where pictures of what is looked at go, if anywhere. */
const pictures = process.env.GLASNIK_TEST_PICTURES;

const ivan = { email: 'ivan@parco.gov.ba', name: 'Ivan Ivić', groups: ['Rukovodioci', 'kafa'] };
const sara = { email: 'sara@saml.gov.ba', name: 'Sara Sarić', groups: ['odnosi s javnošću'] };

describe('sign-in by an institution’s own directory, in a browser', { timeout: 600_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let oidc: OidcServer;
  let saml: SamlServer;

  before(async () => {
    [oidc, saml] = [await startOidcServer(), await startSamlServer()];
    const hosts = [oidc.issuer, saml.metadataUrl].map((address) => new URL(address).host);
    app = await testApp({ env: { GLASNIK_ALLOW_PRIVATE: hosts.join(',') } });
    house = await app.addInstitution();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
    await oidc?.[Symbol.asyncDispose]();
    await saml?.[Symbol.asyncDispose]();
  });

  const settings = () => `${app.url}/studio/${house.slug}/settings/sign-in`;
  const shoot = async (page: Page, name: string) => {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  };
  /** A browser that nobody has signed in with, at the sign-in page. */
  const atSignIn = async (path = '') => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: 'en-GB' });
    await context.addCookies([{ name: 'glasnik-language', value: 'en', url: app.url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${app.url}/studio/${path}`);
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    return page;
  };
  const today = (page: Page) => page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const mapGroup = async (page: Page, no: number, group: string, role: string) => {
    await page.getByLabel('Group', { exact: true }).nth(no).fill(group);
    await page.getByRole('dialog').getByLabel('Role', { exact: true }).nth(no).selectOption({ label: role });
  };

  test('an administrator connects a directory by OpenID Connect, is told what is wrong, and sees it tested', async () => {
    const { page } = await signInAs(browser, app.url, house.people.administrator.email);
    await page.goto(settings());
    await page.getByText('No directory is connected').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Connect a directory' }).click();
    const dialog = page.getByRole('dialog');
    const redirect = (await dialog.locator('code.secret').first().textContent()) ?? '';
    assert.ok(redirect.startsWith(`${app.url}/api/sign-in/oidc/`));
    // Registered before anything is entered here: the address that was shown stays the right one.
    oidc.register(redirect);
    await dialog.getByLabel('Address of the directory (Issuer)').fill('http://imenik.example.org');
    await dialog.getByLabel('Client ID').fill(oidc.clientId);
    await dialog.getByLabel('Client secret').fill(oidc.clientSecret);
    await dialog.getByLabel('Name on the sign-in page').fill('PARCO');
    await dialog.getByLabel('E-mail domains').fill('@parco.gov.ba');
    await mapGroup(page, 0, 'rukovodioci', 'Head of communications');
    await dialog.getByRole('button', { name: 'Add a group' }).click();
    await mapGroup(page, 1, 'odnosi s javnošću', 'Editor');
    await expectAccessible(page);
    await shoot(page, 'directory-dialog');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('Enter an address that begins with https://').first().waitFor();
    await dialog.getByLabel('Address of the directory (Issuer)').fill(oidc.issuer);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('The directory knows Glasnik and takes its secret.').waitFor();
    await page.getByText('Groups have their roles.').waitFor();
    await page.getByRole('row', { name: 'rukovodioci Head of communications' }).waitFor();
    await expectAccessible(page);
    await shoot(page, 'directory-card');

    // A change keeps the secret that is not shown, and a wrong one is found out.
    await page.getByRole('button', { name: 'Edit the directory: PARCO' }).click();
    await dialog.getByText('One is kept and not shown.').waitFor();
    await dialog.getByLabel('Client secret').fill('not this one');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The directory does not take the client id or the secret.').waitFor();
    await page.getByRole('button', { name: 'Edit the directory: PARCO' }).click();
    await dialog.getByLabel('Client secret').fill(oidc.clientSecret);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The directory knows Glasnik and takes its secret.').waitFor();
    await page.getByRole('button', { name: 'Edit the directory: PARCO' }).click();
    await dialog.getByLabel('Name on the sign-in page').fill('PARCO Sarajevo');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'PARCO Sarajevo' }).waitFor();
    await page.getByRole('button', { name: 'Test the directory: PARCO Sarajevo' }).click();
    await page.getByText('The directory knows Glasnik and takes its secret.').waitFor();
    await page.context().close();
  });

  test('a head comes in from the sign-in page by their address, without a password', async () => {
    oidc.people[ivan.email] = ivan;
    oidc.atKeyboard = ivan.email;
    const page = await atSignIn(`${house.slug}/posts`);
    await page.getByLabel('E-mail').fill('ivan@elsewhere.gov.ba');
    await page.waitForTimeout(800);
    assert.equal(await page.getByRole('link', { name: /Sign in with/ }).count(), 0);
    await page.getByLabel('E-mail').fill(ivan.email);
    await page.getByRole('link', { name: 'Sign in with PARCO Sarajevo' }).waitFor();
    await expectAccessible(page);
    await shoot(page, 'sign-in-offer');
    await page.getByRole('link', { name: 'Sign in with PARCO Sarajevo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Posts' }).waitFor();
    const me = await page.evaluate(async () => (await fetch('/api/me')).json());
    assert.deepEqual(me.memberships[0].roles, ['head']);
    assert.equal(me.name, ivan.name);
    await page.context().close();

    // The Enter key goes there too, where no password is typed.
    const again = await atSignIn();
    await again.getByLabel('E-mail').fill(ivan.email);
    await again.getByRole('link', { name: 'Sign in with PARCO Sarajevo' }).waitFor();
    await again.getByLabel('E-mail').press('Enter');
    await today(again);
    await again.context().close();
  });

  test('whom the directory refuses, and who is in no group with a role, reads why and what to do', async () => {
    oidc.atKeyboard = null;
    const page = await atSignIn(`${house.slug}/posts`);
    const go = async (email: string) => {
      await page.getByLabel('E-mail').fill(email);
      await page.getByRole('link', { name: 'Sign in with PARCO Sarajevo' }).click();
    };
    await go(ivan.email);
    await page.getByText('Signing in through the institution’s directory failed.').waitFor();
    await page.getByText('The directory of the institution did not let you in.').waitFor();
    await expectAccessible(page);
    await shoot(page, 'sign-in-fault');
    const guest = { email: 'gost@parco.gov.ba', name: 'Gost', groups: ['kafa'] };
    oidc.people[guest.email] = guest;
    oidc.atKeyboard = guest.email;
    await go(guest.email);
    await page.getByText('Your groups give you no role in Glasnik.').waitFor();
    // The page that they wanted is not forgotten on the way.
    await page.getByLabel('E-mail').fill(house.people.editor.email);
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Posts' }).waitFor();
    await page.goto(`${app.url}/studio/sign-in?fault=<b>nonsense</b>`);
    await page.getByText('Try again. If it happens once more').waitFor();
    await page.context().close();
  });

  test('the same by SAML: added by the address of its metadata, and an editor comes in', async () => {
    const { page: ofAdministrator } = await signInAs(browser, app.url, house.people.administrator.email);
    await ofAdministrator.goto(settings());
    await ofAdministrator.getByRole('button', { name: 'Connect a directory' }).click();
    const dialog = ofAdministrator.getByRole('dialog');
    await dialog.getByLabel('SAML 2.0').check();
    saml.ours = (await dialog.locator('code.secret').first().textContent()) ?? '';
    await dialog.getByLabel('Metadata of the directory').fill('<html>not this</html>');
    await dialog.getByLabel('Name on the sign-in page').fill('Imenik');
    await dialog.getByLabel('E-mail domains').fill('saml.gov.ba');
    await mapGroup(ofAdministrator, 0, 'Odnosi s javnošću', 'Editor');
    await dialog.getByLabel(/counts as two-step/).check();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('These are no SAML metadata of a directory.').first().waitFor();
    await expectAccessible(ofAdministrator);
    await dialog.getByLabel('Metadata of the directory').fill(saml.metadataUrl);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await ofAdministrator.getByText('The signing certificate is valid until 1 January 2100.').waitFor();
    await ofAdministrator.context().close();

    saml.atKeyboard = sara;
    const page = await atSignIn();
    await page.getByLabel('E-mail').fill(sara.email);
    await page.getByRole('link', { name: 'Sign in with Imenik' }).click();
    await today(page);
    const me = await page.evaluate(async () => (await fetch('/api/me')).json());
    assert.deepEqual(me.memberships[0].roles, ['editor']);
    await page.context().close();
  });

  test('a session of one institution’s directory is told that another one does not open', async () => {
    const other = await app.addInstitution(['administrator']);
    const theirs = await signIn(app.url, other.people.administrator.email);
    await theirs.get('invitePerson', {
      params: { institutionId: other.id },
      body: { name: ivan.name, email: ivan.email, language: 'en', roles: ['editor'] },
    });
    oidc.atKeyboard = ivan.email;
    const page = await atSignIn();
    await page.getByLabel('E-mail').fill(ivan.email);
    await page.getByRole('link', { name: 'Sign in with PARCO Sarajevo' }).click();
    await today(page);
    await page.goto(`${app.url}/studio/${other.slug}/posts`);
    await page.getByRole('heading', { level: 1, name: 'This sign-in does not hold here' }).waitFor();
    await expectAccessible(page);
    await shoot(page, 'access-other');
    await page.getByRole('link', { name: 'Ured za probu' }).click();
    await today(page);
    assert.match(page.url(), new RegExp(`/studio/${house.slug}`));
    await page.context().close();
  });

  test('an administrator removes a directory, and who came through it is out', async () => {
    oidc.atKeyboard = ivan.email;
    const page = await atSignIn();
    await page.getByLabel('E-mail').fill(ivan.email);
    await page.getByRole('link', { name: 'Sign in with PARCO Sarajevo' }).click();
    await today(page);
    const { page: ofAdministrator } = await signInAs(browser, app.url, house.people.administrator.email);
    await ofAdministrator.goto(settings());
    await ofAdministrator.getByRole('button', { name: 'Remove the directory: PARCO Sarajevo' }).click();
    await expectAccessible(ofAdministrator);
    await ofAdministrator.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await ofAdministrator
      .getByRole('heading', { name: 'PARCO Sarajevo', exact: true })
      .waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.context().close();
    await ofAdministrator.context().close();
  });
});
