import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Post } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { eventually, signInAs } from './main-job.ts';

const ZONE = 'Europe/Sarajevo';

describe('the calendar in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let editor: ApiClient;
  let page: Page;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
    ({ page } = await signInAs(browser, app.url, house.people.editor.email));
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const params = () => ({ institutionId: house.id });
  const plan = (title: string, local: string) =>
    editor.get<Post>('createPost', {
      params: params(),
      body: {
        title,
        planItemId: null,
        content: {
          texts: { bs: title },
          cyrillicFollows: false,
          overrides: {},
          images: [],
          targets: [],
          due: { local },
        },
      },
    });
  const dueOf = async ({ id }: Post): Promise<string> =>
    (await editor.get<Post>('getPost', { params: { ...params(), postId: id } })).content.dueAt!;
  const wallOf = async (post: Post): Promise<string> =>
    Temporal.Instant.from(await dueOf(post))
      .toZonedDateTimeISO(ZONE)
      .toPlainDateTime()
      .toString();
  const expectAt = (post: Post, local: string) =>
    eventually(`“${post.title}” stands at ${local}`, async () => (await wallOf(post)) === local);

  /** Opens the month of a day, by the steps that a person has. */
  async function openMonth(day: string): Promise<void> {
    await page.goto(`${app.url}/studio/${house.slug}/calendar`);
    const here = Temporal.Now.plainDateISO(ZONE).toPlainYearMonth();
    const steps = here.until(Temporal.PlainDate.from(day).toPlainYearMonth(), {
      largestUnit: 'months',
    }).months;
    const button = page.getByRole('button', { name: steps < 0 ? 'Month before' : 'Month after' });
    for (let step = 0; step < Math.abs(steps); step += 1) await button.click();
    await page.locator('.calendar__title[data-busy="false"]').waitFor();
  }
  /** Presses keys on a post as somebody does who has just come to it. */
  async function pressOn(post: Post, key: string): Promise<void> {
    await page.locator('.calendar__title[data-busy="false"]').waitFor();
    await chip(post).press(key);
  }
  const cell = (day: string): Locator => page.locator(`[data-date="${day}"]`).first();
  const chip = (post: Post): Locator =>
    page
      .locator('.calendar a, .calendar [role=button]')
      .filter({
        has: page.locator(`[data-post="${post.id}"]`),
      })
      .first();

  async function drag(post: Post, day: string): Promise<void> {
    const [from, to] = [await chip(post).boundingBox(), await cell(day).boundingBox()];
    assert.ok(from && to, 'both places are on the screen');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2 + 8, from.y + from.height / 2 + 8, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
    await page.mouse.up();
  }

  test('a post is dragged to another day, keeps its hour, and goes back by undo', async () => {
    const month = Temporal.Now.plainDateISO(ZONE).toPlainYearMonth().add({ months: 2 });
    const [tenth, twelfth] = [10, 12].map((day) => month.toPlainDate({ day }).toString());
    const post = await plan('Radionica', `${tenth}T09:30`);
    await openMonth(tenth!);
    await chip(post).waitFor();
    await expectAccessible(page);
    await drag(post, twelfth!);
    await expectAt(post, `${twelfth}T09:30:00`);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectAt(post, `${tenth}T09:30:00`);
    await cell(tenth!).locator(`[data-post="${post.id}"]`).waitFor();
  });

  test('the same by keyboard: an arrow with Shift, and the dialog of the letter M', async () => {
    const month = Temporal.Now.plainDateISO(ZONE).toPlainYearMonth().add({ months: 3 });
    const day = (number: number) => month.toPlainDate({ day: number }).toString();
    const post = await plan('Dan otvorenih vrata', `${day(10)}T11:00`);
    await openMonth(day(10));
    await pressOn(post, 'Shift+ArrowRight');
    await expectAt(post, `${day(11)}T11:00:00`);
    await cell(day(11)).locator(`[data-post="${post.id}"]`).waitFor();
    // The post keeps the focus on its way: the next key finds it without looking for it again.
    await page.locator('.calendar__title[data-busy="false"]').waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await expectAt(post, `${day(18)}T11:00:00`);
    await cell(day(18)).locator(`[data-post="${post.id}"]`).waitFor();
    await page.locator('.calendar__title[data-busy="false"]').waitFor();
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog', { name: /Move/ });
    await dialog.getByLabel('Date').fill(day(20));
    await dialog.getByLabel('Time').fill('14:15');
    await page.keyboard.press('Enter');
    await expectAt(post, `${day(20)}T14:15:00`);
  });

  test('on the night the clocks go forward, an hour that is not there is asked about', async () => {
    const night = nextChange(1);
    const post = await plan('Noć u martu', `${shift(night, -1)}T02:30`);
    await openMonth(shift(night, -1));
    await chip(post).waitFor();
    await drag(post, night);
    const dialog = page.getByRole('dialog', { name: /Move/ });
    await dialog.getByRole('alert').waitFor();
    await expectAccessible(page);
    assert.equal(
      await dueOf(post),
      instant(`${shift(night, -1)}T02:30`),
      'nothing is moved before the answer',
    );
    await dialog.getByRole('button', { name: '03:30' }).click();
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await expectAt(post, `${night}T03:30:00`);
  });

  test('on the night the clocks go back, the hour that comes twice is chosen and shown', async () => {
    const night = nextChange(-1);
    const post = await plan('Noć u oktobru', `${shift(night, -1)}T02:30`);
    await openMonth(shift(night, -1));
    await pressOn(post, 'Shift+ArrowRight');
    const dialog = page.getByRole('dialog', { name: /Move/ });
    await dialog.getByRole('radio', { name: /UTC\+1/ }).check({ force: true });
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await eventually('the second 02:30 is meant', async () => (await dueOf(post)) === `${night}T01:30:00Z`);
    await cell(night).getByText('UTC+1').waitFor();
    await page.locator('.toast').getByRole('button', { name: 'Close' }).click();
    // Undo and a move within the night know the two apart.
    await pressOn(post, 'm');
    await dialog.getByRole('radio', { name: /UTC\+2/ }).check({ force: true });
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await eventually('the first 02:30 is meant', async () => (await dueOf(post)) === `${night}T00:30:00Z`);
    await page.getByRole('button', { name: 'Undo' }).click();
    await eventually('the second one again', async () => (await dueOf(post)) === `${night}T01:30:00Z`);
  });
});

const shift = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
const instant = (local: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant().toString();

/** The day of the next night in which the clocks go forward (1) or back (-1). */
function nextChange(direction: 1 | -1): string {
  let at = Temporal.Now.zonedDateTimeISO(ZONE);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    assert.ok(next, 'the zone changes its clocks');
    if (Math.sign(next.offsetNanoseconds - at.offsetNanoseconds) === direction)
      return next.toPlainDate().toString();
    at = next;
  }
}
