import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { CalendarSettings, Campaign, PlanItem, Post } from '#/contract/index.ts';
import { grant } from '#/modules/people/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { eventually, signInAs } from './main-job.ts';

const ZONE = 'Europe/Sarajevo';

describe('views of the calendar in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let editor: ApiClient;
  let page: Page;
  /** A Wednesday, some weeks ahead. */
  const wednesday = nextWednesday().toString();

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

  const write = (
    title: string,
    local: string,
    more: { planItemId?: string; accountId?: string } = {},
    client = editor,
    institutionId = house.id,
  ) =>
    client.get<Post>('createPost', {
      params: { institutionId },
      body: {
        title,
        planItemId: more.planItemId ?? null,
        content: {
          texts: { bs: title },
          cyrillicFollows: false,
          overrides: {},
          images: [],
          targets: more.accountId ? [{ accountId: more.accountId, variant: 'bs' }] : [],
          due: { local },
        },
      },
    });
  const open = async (query: string) => {
    await page.goto(`${app.url}/studio/${house.slug}/calendar?day=${wednesday}&${query}`);
    await page.locator('.calendar__title[data-busy="false"]').waitFor();
  };
  const chip = (post: Post) =>
    page.locator('.post-chip', { has: page.locator(`[data-post="${post.id}"]`) }).first();
  const wallOf = async (post: Post): Promise<string> => {
    const params = { institutionId: house.id, postId: post.id };
    const { content } = await editor.get<Post>('getPost', { params });
    return Temporal.Instant.from(content.dueAt!).toZonedDateTimeISO(ZONE).toPlainDateTime().toString();
  };

  async function connect(): Promise<string> {
    const administrator = await signIn(app.url, house.people.administrator.email);
    const params = { institutionId: house.id };
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const { id } = await administrator.get<{ id: string }>('connectAccount', {
      params,
      body: {
        network: 'sandbox',
        variant: 'bs',
        settings: { handle: `ured-${house.id.slice(-6)}`, displayName: '', code },
      },
    });
    return id;
  }

  test('in the week a post is dragged to another hour, to the quarter, and arrows go from post to post', async () => {
    const [one, other] = [
      await write('Prva', `${wednesday}T09:00`),
      await write('Druga', `${shift(wednesday, 1)}T11:00`),
    ];
    await open('view=week');
    await chip(one).waitFor();
    await expectAccessible(page);
    const [box, column] = [
      await chip(one).boundingBox(),
      await page.locator(`[data-drop="${shift(wednesday, 1)}"]`).boundingBox(),
    ];
    assert.ok(box && column);
    const hour = column.height / 24;
    await page.mouse.move(box.x + 20, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(box.x + 30, box.y + 15, { steps: 3 });
    await page.mouse.move(column.x + 20, box.y + 5 + hour * 1.5, { steps: 10 });
    await page.locator('.in-hand__label', { hasText: '10:30' }).waitFor();
    await page.mouse.up();
    await eventually(
      'it stands at half past ten',
      async () => (await wallOf(one)) === `${shift(wednesday, 1)}T10:30:00`,
    );
    await page.locator('.calendar__title[data-busy="false"]').waitFor();
    await chip(one).focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent?.includes('Druga')), true);
    assert.ok(other.id);
  });

  test('a drag that is broken off by Escape moves nothing, and opens nothing', async () => {
    const post = await write('Ostaje', `${shift(wednesday, 2)}T09:00`);
    await open('view=month');
    const [box, cell] = [
      await chip(post).boundingBox(),
      await page.locator(`td[data-date="${shift(wednesday, -1)}"]`).boundingBox(),
    ];
    assert.ok(box && cell);
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(cell.x + 20, cell.y + 40, { steps: 8 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    assert.equal(await page.locator('.in-hand').count(), 0);
    assert.match(page.url(), /\/calendar/);
    assert.equal(await wallOf(post), `${shift(wednesday, 2)}T09:00:00`);
  });

  test('holidays, an overloaded day and two posts too close are seen at once', async () => {
    const head = await signIn(app.url, house.people.head.email);
    const params = { institutionId: house.id };
    const { revision, ...settings } = await head.get<CalendarSettings>('getCalendarSettings', { params });
    await head.get('changeCalendarSettings', {
      params,
      body: { ...settings, busyPosts: 2, daysOffSets: ['bih'] },
      headers: { 'if-match': `"${revision}"` },
    });
    const accountId = await connect();
    const day = shift(wednesday, 7);
    for (const minute of ['00', '10', '40']) await write(`U ${minute}`, `${day}T10:${minute}`, { accountId });
    await page.goto(`${app.url}/studio/${house.slug}/calendar?view=month&day=${day}`);
    const cell = page.locator(`td[data-date="${day}"]`);
    await cell.getByText('Overloaded day: 3 posts').waitFor();
    await cell.getByText(/Too close to “U 10”/).waitFor({ state: 'attached' });
    await page.locator('.conflict-note summary').click();
    await page
      .locator('.conflict-note')
      .getByText(/10:00 – 10:10/)
      .waitFor();
    await page.goto(`${app.url}/studio/${house.slug}/calendar?view=month&day=2027-05-10`);
    const holiday = page.locator('td[data-date="2027-05-01"]');
    await holiday.getByText('Labour Day').waitFor();
    assert.match((await holiday.getAttribute('class')) ?? '', /calendar__day--off/);
    await expectAccessible(page);
  });

  test('the matrix sets themes and campaigns against accounts, and a filter leaves the rest out', async () => {
    const params = { institutionId: house.id };
    const campaign = await editor.get<Campaign>('createCampaign', {
      params,
      body: { names: { en: 'Census' }, startsOn: wednesday, endsOn: wednesday, colour: '#7a3b1d' },
    });
    const item = await editor.get<PlanItem>('createPlanItem', {
      params,
      body: {
        objectiveId: null,
        campaignId: campaign.id,
        titles: { bs: 'Popis' },
        theme: 'statistika',
        variants: ['bs'],
        dueOn: wednesday,
      },
    });
    const post = await write('O popisu', `${wednesday}T13:00`, { planItemId: item.id });
    for (const other of ['Nešto drugo', 'I još nešto']) await write(other, `${wednesday}T14:00`);
    await open('view=matrix');
    const row = page.getByRole('row', { name: /^statistika/ });
    await row.getByText('O popisu').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Rows of the matrix').selectOption('campaign');
    await page
      .getByRole('row', { name: /^Census/ })
      .getByText('O popisu')
      .waitFor();
    await page.locator('.calendar-filters summary').click();
    await page.getByLabel('Campaign', { exact: true }).selectOption({ label: 'Census' });
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.locator('.post-chip--in-list', { hasText: post.title }).waitFor();
    assert.equal(await page.locator('.post-chip--in-list').count(), 1);

    // Kept under a name, and opened again from anywhere.
    await page.getByRole('button', { name: 'Kept views' }).click();
    const dialog = page.getByRole('dialog', { name: 'Kept views' });
    await dialog.getByLabel('A name for what is shown now').fill('Census alone');
    await dialog.getByRole('button', { name: 'Keep the view' }).click();
    await dialog.getByRole('button', { name: 'Census alone', exact: true }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await open('view=list');
    await page.locator('.post-chip--in-list').nth(2).waitFor();
    await page.getByRole('button', { name: 'Kept views' }).click();
    await dialog.getByRole('button', { name: 'Census alone', exact: true }).click();
    await eventually(
      'only the campaign is left',
      async () => (await page.locator('.post-chip--in-list').count()) === 1,
    );

    // Dropped only after a question.
    await page.getByRole('button', { name: 'Kept views' }).click();
    await dialog.getByRole('button', { name: 'Drop the view: Census alone' }).click();
    const asked = page.getByRole('alertdialog', { name: 'Drop the view “Census alone”?' });
    await asked.getByRole('button', { name: 'Drop the view' }).click();
    await dialog.getByText('No kept views yet').waitFor();
  });

  test('a private link is shown once, read by a stranger’s program, and closed', async () => {
    await open('view=list');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Where you will use it').fill('Telephone');
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const url = (await dialog.locator('code').textContent()) ?? '';
    assert.match(await (await fetch(url)).text(), /BEGIN:VCALENDAR/);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Close the link: Telephone' }).click();
    const asked = page.getByRole('alertdialog', { name: 'Close the link “Telephone”?' });
    await expectAccessible(page);
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await asked.waitFor({ state: 'detached' });
    assert.equal((await fetch(url)).status, 200);
    await dialog.getByRole('button', { name: 'Close the link: Telephone' }).click();
    await asked.getByRole('button', { name: 'Close the link' }).click();
    await eventually('the link is closed', async () => (await fetch(url)).status === 404);
    await dialog.locator('code').waitFor({ state: 'detached' });
  });

  test('a coordinator sees several institutions together, each in its colour, and moves what they may', async () => {
    const other = await app.addInstitution();
    await app.database.db.within({ institutionId: other.id }, (tx) =>
      grant(tx, other.actor('administrator'), house.people.head.id, ['auditor'], Temporal.Now.instant()),
    );
    const theirs = await signIn(app.url, other.people.editor.email);
    const foreign = await write('Njihova', `${wednesday}T15:00`, {}, theirs, other.id);
    const own = await write('Naša', `${wednesday}T16:00`);
    const { page: coordinator, context } = await signInAs(browser, app.url, house.people.head.email);
    await coordinator.goto(
      `${app.url}/studio/${house.slug}/calendar?view=day&day=${wednesday}&with=${other.slug}`,
    );
    const at = (post: Post) =>
      coordinator.locator('.post-chip', { has: coordinator.locator(`[data-post="${post.id}"]`) });
    await at(foreign).waitFor();
    await at(own).waitFor();
    // Read by an auditor there, written by a head here.
    assert.equal(await at(foreign).getAttribute('data-drag'), null);
    assert.equal(await at(own).getAttribute('data-drag'), own.id);
    assert.equal(await at(foreign).locator('.chip-house').count(), 1);
    assert.equal(await at(foreign).getAttribute('href'), `/studio/${other.slug}/posts/${foreign.id}`);
    await coordinator.locator('.calendar-filters summary').click();
    await expectAccessible(coordinator);
    await coordinator.getByRole('button', { name: 'Only this one' }).click();
    await at(foreign).waitFor({ state: 'detached' });
    await context.close();
  });

  test('beside another institution its own holidays are seen, and whose they are', async () => {
    const other = await app.addInstitution();
    await app.database.db.within({ institutionId: other.id }, (tx) =>
      grant(tx, other.actor('administrator'), house.people.head.id, ['auditor'], Temporal.Now.instant()),
    );
    const theirs = await signIn(app.url, other.people.head.email);
    const set = async (client: ApiClient, institutionId: string, sets: CalendarSettings['shownSets']) => {
      const params = { institutionId };
      const { revision, ...settings } = await client.get<CalendarSettings>('getCalendarSettings', { params });
      await client.get('changeCalendarSettings', {
        params,
        body: { ...settings, shownSets: sets, daysOffSets: sets },
        headers: { 'if-match': `"${revision}"` },
      });
    };
    await set(await signIn(app.url, house.people.head.email), house.id, ['bih', 'fbih']);
    await set(theirs, other.id, ['bih', 'rs']);
    const { page: coordinator, context } = await signInAs(browser, app.url, house.people.head.email);
    const day = '2027-11-21';
    const at = (view: string, beside: string) =>
      coordinator.goto(`${app.url}/studio/${house.slug}/calendar?view=${view}&day=${day}${beside}`);
    const noteIn = (place: string) =>
      coordinator.locator(`${place} .day-notes__off`, { hasText: 'Day of the General Framework Agreement' });
    await at('month', '');
    await coordinator.locator('.calendar__title[data-busy="false"]').waitFor();
    assert.equal(await noteIn(`td[data-date="${day}"]`).count(), 0);
    await at('month', `&with=${other.slug}`);
    const cell = coordinator.locator(`td[data-date="${day}"]`);
    await noteIn(`td[data-date="${day}"]`).locator('.chip-house').waitFor();
    assert.doesNotMatch((await cell.getAttribute('class')) ?? '', /calendar__day--off/, 'here people work');
    // What both keep is said once, as this institution's own; where only the other rests on it, that too.
    const notes = (on: string) => coordinator.locator(`td[data-date="${on}"] .day-notes > li`);
    const inMonthOf = (on: string) =>
      coordinator.goto(`${app.url}/studio/${house.slug}/calendar?view=month&day=${on}&with=${other.slug}`);
    await inMonthOf('2027-05-09');
    await notes('2027-05-09').locator('.chip-house').waitFor();
    assert.equal(await notes('2027-05-09').count(), 2);
    assert.equal(await notes('2027-05-01').count(), 1);
    assert.equal(await notes('2027-05-01').locator('.chip-house').count(), 0);
    await expectAccessible(coordinator);
    for (const view of ['week', 'list']) {
      await at(view, `&with=${other.slug}`);
      await noteIn('.calendar').locator('.chip-house').waitFor();
      await expectAccessible(coordinator);
    }
    await context.close();
  });

  test('on a telephone the list moves a post without a mouse, and nothing is wider than the screen', async () => {
    const post = await write('S telefona', `${wednesday}T18:00`);
    await page.setViewportSize({ width: 360, height: 780 });
    for (const view of ['month', 'list']) {
      await open(`view=${view}`);
      await expectAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 360, `${view} is ${wide} wide`);
    }
    await page.getByRole('button', { name: 'Move: S telefona' }).click();
    const dialog = page.getByRole('dialog', { name: /Move/ });
    await dialog.getByLabel('Time').fill('19:15');
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await eventually('it is moved', async () => (await wallOf(post)) === `${wednesday}T19:15:00`);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('on paper there is the month, and nothing of the screen around it', async () => {
    await open('view=month');
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.shell__nav', '.shell__top', '.calendar-head .segments', '.calendar-filters'])
      assert.equal(await page.locator(gone).isVisible(), false, gone);
    assert.equal(await page.locator('.calendar--month').isVisible(), true);
    assert.equal(await page.locator('.calendar__title').isVisible(), true);
    assert.equal(await page.locator('.calendar-paper').isVisible(), true, 'whose calendar it is');
    await page.emulateMedia({ media: 'screen' });
  });
});

const shift = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

function nextWednesday(): Temporal.PlainDate {
  const later = Temporal.Now.plainDateISO(ZONE).toPlainYearMonth().add({ months: 2 }).toPlainDate({ day: 8 });
  return later.add({ days: (3 - later.dayOfWeek + 7) % 7 });
}
