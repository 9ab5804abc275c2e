import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { newId } from '#/kernel/ids.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { makeScheduledPosts } from '../kill/stage.ts';
import { signInAs } from './main-job.ts';

const HOUR = 3_600_000;

describe('the pause switch in a browser', { timeout: 300_000 }, () => {
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

  const scheduled = async (inMs: number) => {
    const accountId = newId();
    await app.database.owner.query(
      `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant, settings,
         session_sealed, state, connected_at)
       values ($1::uuid, $2, 'sandbox', $1::uuid::text, '@ured', 'Ured', 'https://ured.example.org', 'bs', '{}', '', 'connected', now())`,
      [accountId, house.id],
    );
    const dueAt = new Date(Date.now() + inMs).toISOString();
    const [id] = await makeScheduledPosts(app.database.owner, [
      { institutionId: house.id, accountId, dueAt },
    ]);
    return id!;
  };

  test('the head holds everything, everybody sees why, and each post is decided about', async () => {
    const coming = await scheduled(HOUR);
    const { page } = await signInAs(browser, app.url, house.people.head.email);
    await page.getByRole('link', { name: 'Pause', exact: true }).click();
    await page.getByRole('button', { name: 'Hold everything' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Day of mourning');
    await dialog.getByLabel('Prepared statement, English').fill('We mourn with the families.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Hold everything' }).click();
    await page.getByRole('heading', { level: 2, name: 'Posting is on hold' }).waitFor();
    await page.getByText('To come').waitFor();
    await expectAccessible(page);

    const editor = await signInAs(browser, app.url, house.people.editor.email);
    const notice = editor.page.locator('.pause-notice');
    await notice.getByText('Day of mourning').waitFor();
    await notice.getByText('We mourn with the families.').waitFor();
    await notice.getByRole('link', { name: 'Held posts' }).click();
    await editor.page.getByRole('button', { name: 'Make the statement a draft' }).click();
    await editor.page.waitForURL(/\/posts\/[0-9a-f-]{36}$/);
    await editor.page.getByText('We mourn with the families.').first().waitFor();

    // Its time passes while all is held, and the end lets nothing out.
    await app.database.owner.query(
      `update deliveries set due_at = now() - interval '5 minutes', next_attempt_at = now() - interval '5 minutes' where id = $1`,
      [coming],
    );
    await page.getByRole('button', { name: 'End the pause' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'End the pause' }).click();
    await page.getByText('1 post waits for a decision after the pause.').waitFor();
    await page.getByText('Its time has passed').waitFor();
    const state = async () =>
      (await app.database.owner.query('select state from deliveries where id = $1', [coming])).rows[0]?.state;
    assert.equal(await state(), 'scheduled');

    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Acts for/ }).click();
    await page.getByRole('menuitem', { name: 'Withdraw' }).click();
    await page.getByRole('alertdialog').getByLabel('Reason').fill('Overtaken');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('The post is withdrawn.').waitFor();
    await page.getByText('Nothing is held').waitFor();
    assert.equal(await state(), 'withdrawn');
  });

  test('an editor decides about a post that an outage has made late', async () => {
    const late = await scheduled(HOUR);
    await app.database.owner.query(
      `with scope as (select set_config('glasnik.institution', $1, true))
       select hold_late($2, now(), $3) from scope`,
      [house.id, late, newId()],
    );
    await app.database.owner.query(
      `update deliveries set due_at = now() - interval '7 hours' where id = $1`,
      [late],
    );
    const { page } = await signInAs(browser, app.url, house.people.editor.email);
    const notice = page.locator('.pause-notice');
    await notice.getByText('1 post was made late by an outage and waits for a decision.').waitFor();
    await notice.getByRole('link').click();
    await page.getByText('Made late by an outage', { exact: true }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Let out now' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Let out now' }).click();
    await page.getByText('The post is let out.').waitFor();
    const { rows } = await app.database.owner.query(
      'select held_by, let_through_at is not null as let from deliveries where id = $1',
      [late],
    );
    assert.deepEqual(rows, [{ held_by: null, let: true }]);
  });
});
