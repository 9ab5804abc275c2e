import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import type { ManualClock } from '#/kernel/clock.ts';
import { PASSWORD, type TestApp } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';

export const LATIN = 'Otvorena je nova čekaonica. Dođite u ponedjeljak, 7. decembra.';
export const CYRILLIC = 'Отворена је нова чекаоница. Дођите у понедјељак, 7. децембра.';
export const BOSNIAN = 'Nova čekaonica je otvorena. Vidimo se u ponedjeljak, 7. decembra.';

/** A browser of one person, in English, signed in by typing. */
export async function signInAs(
  browser: Browser,
  url: string,
  email: string,
  password = PASSWORD,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  await context.addCookies([{ name: 'glasnik-language', value: 'en', url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${url}/studio/`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  return { page, context };
}

export const picture = (background = '#7a3b1d'): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 360, channels: 3, background } })
    .jpeg()
    .toBuffer();

/** The editor's part: a message in two scripts with a picture, sent for review. Answers the post's address. */
export async function draft(
  page: Page,
  url: string,
  slug: string,
  handles: readonly [string, string][],
): Promise<string> {
  await page.goto(`${url}/studio/${slug}/posts/new`);
  await page.getByPlaceholder(/Working title/).fill('Nova čekaonica');
  await page.getByRole('textbox', { name: 'Text, bosanski' }).fill(BOSNIAN);
  await page.getByRole('textbox', { name: 'Text, srpski (latinica)' }).fill(LATIN);
  await page.getByText(CYRILLIC).first().waitFor();
  await dropVariant(page, 'hrvatski');
  await expectApart(page, '.toast', '.act-bar');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'čekaonica.jpg', mimeType: 'image/jpeg', buffer: await picture() });
  const alt = page.getByPlaceholder('What is in the picture?');
  await alt.first().waitFor();
  for (const field of await alt.all()) await field.fill('Svijetla prostorija sa dva reda stolica');
  await page.getByRole('button', { name: 'Tomorrow at 9:00' }).click();
  for (const [handle, variant] of handles) await aim(page, handle, variant);
  await page.getByText('Nothing stands in the way').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send for review' }).click();
  await page.locator('.badge--in-review').first().waitFor();
  return page.url();
}

/** What has just happened is told beside the next act, not on top of it. */
async function expectApart(page: Page, upper: string, lower: string): Promise<void> {
  const [above, below] = await Promise.all(
    [upper, lower].map((place) => page.locator(place).last().boundingBox()),
  );
  assert.ok(above && below && above.y + above.height <= below.y, `${upper} lies on ${lower}`);
}

async function dropVariant(page: Page, variant: string): Promise<void> {
  const menu = page.getByRole('button', { name: `Actions: ${variant}` });
  if ((await menu.count()) === 0) return;
  await menu.click();
  await page.getByRole('menuitem', { name: 'Remove the variant' }).click();
}

/** Chooses an account and the variant that it gets. */
async function aim(page: Page, handle: string, variant: string): Promise<void> {
  const account = page.getByRole('checkbox', { name: new RegExp(handle) });
  if (!(await account.isChecked())) await account.check({ force: true });
  const choice = page
    .getByRole('group', { name: `Variants for ${handle}` })
    .getByRole('button', { name: new RegExp(`^${variant} `) });
  if ((await choice.getAttribute('aria-pressed')) !== 'true') await choice.click();
}

/** The head's part: what goes out, approved and sealed. */
export async function approve(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Approve', exact: true }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Approve' })
    .click();
  await page.locator('.badge--scheduled').first().waitFor();
}

/** Asks again until the answer is good or the patience ends. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  ms = 30_000,
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`it never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** To just after the time of what is scheduled: hours later a post would wait for somebody to decide about it. */
export async function goToDueTime(app: TestApp, clock: ManualClock): Promise<void> {
  const { rows } = await app.database.owner.query<{ due: string | null }>(
    'select max(due_at)::text as due from deliveries',
  );
  const due = rows[0]?.due;
  if (!due) throw new Error('nothing is scheduled');
  clock.set(Temporal.Instant.from(due).add({ minutes: 1 }));
}
