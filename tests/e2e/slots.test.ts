import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { FreeSlot, Post, SlotTimetable } from '#/contract/index.ts';
import { newId } from '#/kernel/ids.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { emptyPost } from '../helpers/operations.ts';
import { signInAs } from './main-job.ts';

const pictures = process.env.GLASNIK_TEST_PICTURES;

describe('slots and repeats in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let editor: ApiClient;
  let accountId: string;
  const params = () => ({ institutionId: house.id });

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
    accountId = newId();
    await app.database.owner.query(
      `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant, settings,
         session_sealed, state, connected_at)
       values ($1::uuid, $2, 'sandbox', $1::uuid::text, '@ured', 'Ured', 'https://ured.example.org', 'bs', '{}', '', 'connected', now())`,
      [accountId, house.id],
    );
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  /** At both widths; as pictures in Bosnian too, where somebody wants to look. */
  async function look(page: Page, name: string): Promise<void> {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png` });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  const free = async (): Promise<string[]> => {
    const from = Temporal.Now.instant();
    const query = { from: from.toString(), to: from.add({ hours: 24 * 14 }).toString() };
    const { items } = await editor.get<{ items: FreeSlot[] }>('listFreeSlots', { params: params(), query });
    return items.map(({ dueAt }) => dueAt);
  };

  /** The due time of a post, once it is the one that is waited for or five seconds have gone. */
  async function dueOf(postId: string, wished: string): Promise<string | null> {
    for (let tries = 0; ; tries += 1) {
      const { content } = await editor.get<Post>('getPost', { params: { ...params(), postId } });
      if (content.dueAt === wished || tries === 50) return content.dueAt;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  test('a timetable is set by keys, its next free slot is taken, and the rest stand on the calendar', async () => {
    const { page } = await signInAs(browser, app.url, house.people.editor.email);
    await page.getByRole('link', { name: 'Accounts', exact: true }).click();
    await page.getByRole('button', { name: 'Slots', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog');
    for (const day of ['Saturday', 'Sunday']) await dialog.getByLabel(day, { exact: true }).press('Space');
    await dialog.getByLabel('Time').fill('09:45');
    await dialog.getByRole('button', { name: 'Add the slot' }).press('Enter');
    await dialog.getByLabel('Time').fill('13:07');
    await dialog.getByRole('button', { name: 'Add the slot' }).press('Enter');
    await dialog.getByRole('button', { name: 'Remove the slot: Sunday, 13:07' }).press('Enter');
    await dialog.getByLabel('No slots on the institution’s days off').press('Space');
    await look(page, 'slots-week');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const { items } = await editor.get<{ items: SlotTimetable[] }>('listSlotTimetables', {
      params: params(),
    });
    assert.deepEqual([items[0]?.slots.length, items[0]?.skipDaysOff], [13, false]);

    const [first, second] = await free();
    await page.goto(`${app.url}/studio/${house.slug}/posts/new`);
    await page.getByPlaceholder(/Working title/).fill('U prvom terminu');
    await page.getByRole('textbox', { name: 'Text, bosanski' }).fill('Dobar dan.');
    await page.getByRole('button', { name: /^Next free slot/ }).press('Enter');
    await page.getByRole('button', { name: /^Next free slot/, pressed: true }).waitFor();
    await page.waitForURL((url) => /\/posts\/[0-9a-f-]{36}$/.test(url.pathname));
    await look(page, 'slots-composer');
    const postId = new URL(page.url()).pathname.split('/').at(-1)!;
    assert.equal(await dueOf(postId, first!), first);
    assert.equal((await free())[0], second, 'what is taken is not offered');

    const day = Temporal.Instant.from(second!).toZonedDateTimeISO('Europe/Sarajevo').toPlainDate();
    const monday = day.add({ weeks: 1 });
    await page.goto(`${app.url}/studio/${house.slug}/calendar?view=week&day=${monday.toString()}`);
    const places = page.getByRole('button', { name: /^Free slot/ });
    await places.first().waitFor();
    assert.equal(await places.count(), 13);
    await look(page, 'slots-calendar');
    await places.last().press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith('/posts/new') && url.search.endsWith('T09:45'));
    await page.close();
  });

  test('a post is dropped onto a free slot of an odd minute', async () => {
    const { page } = await signInAs(browser, app.url, house.people.editor.email);
    const target = (await free()).find((at) => at.includes(':07:00') && at > farOff());
    const wall = Temporal.Instant.from(target!).toZonedDateTimeISO('Europe/Sarajevo').toPlainDateTime();
    const targets = [{ accountId, variant: 'bs' }];
    const local = wall.with({ hour: 9, minute: 45 }).toString().slice(0, 16);
    const body = {
      ...emptyPost(),
      title: 'Za prevlačenje',
      content: { ...emptyPost().content, targets, due: { local } },
    };
    const post = await editor.get<Post>('createPost', { params: params(), body });
    await page.goto(`${app.url}/studio/${house.slug}/calendar?view=week&day=${local.slice(0, 10)}`);
    const chip = page.locator('.time-grid__post .post-chip').filter({ hasText: 'Za prevlačenje' });
    const place = page.locator(`[data-slot="${wall.toString().slice(0, 16)}"]`);
    await place.scrollIntoViewIfNeeded();
    const [from, to] = [await chip.boundingBox(), await place.boundingBox()];
    assert.ok(from && to);
    await page.mouse.move(from.x + 8, from.y + 6);
    await page.mouse.down();
    await page.mouse.move(to.x + 12, to.y + 8, { steps: 8 });
    await page.waitForTimeout(100);
    await page.mouse.up();
    assert.equal(await dueOf(post.id, target!), target);
    await page.close();
  });

  test('a post is repeated from its menu, one day is left out, and the repeats are stopped and taken up again', async () => {
    const targets = [{ accountId, variant: 'bs' }];
    const content = { ...emptyPost().content, targets, due: { local: '2031-01-31T10:00' } };
    const body = { ...emptyPost(), title: 'Svakog mjeseca', content };
    const post = await editor.get<Post>('createPost', { params: params(), body });
    const { page } = await signInAs(browser, app.url, house.people.editor.email);
    await page.goto(`${app.url}/studio/${house.slug}/posts/${post.id}`);
    await page.getByRole('button', { name: 'Other actions' }).click();
    await page.getByRole('menuitem', { name: 'Repeat the post' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('How often').selectOption('month');
    await dialog.getByLabel('a number of times').check();
    await dialog.getByLabel('How many times (at most 52)').fill('4');
    await dialog.getByRole('button', { name: 'Show the days' }).click();
    await dialog.getByText('the month has no such day, so it is the last').first().waitFor();
    await dialog.locator('label.check').filter({ hasText: 'April' }).getByRole('checkbox').uncheck();
    await look(page, 'repeats-dialog');
    await dialog.getByRole('button', { name: 'Make the repeats: 3' }).click();
    await page.getByText('Repeats made: 3').waitFor();
    await page.getByText('Repeats: 3', { exact: true }).click();
    const link = page.locator('details').getByRole('link');
    assert.equal(await link.count(), 3);
    await look(page, 'repeats-panel');
    await page.getByRole('button', { name: 'Stop the repeats' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText(/taken back: 3/).waitFor();
    await question.getByRole('button', { name: 'Stop the repeats' }).click();
    await page.getByText('Repeats taken back: 3').waitFor();
    await page.locator('details').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Repeats: 3', { exact: true }).waitFor();
    await page.getByText('Repeats: 3', { exact: true }).click();
    await link.first().click();
    await page.getByText('A repeat of').waitFor();
    await page.close();
  });

  const farOff = () => Temporal.Now.instant().add({ hours: 72 }).toString();
});
