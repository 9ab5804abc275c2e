import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { VARIANTS, type Variant } from '#/language/index.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { screenPaths } from '../../scripts/lib/screen-paths.ts';
import { openDemoHouse, type DemoHouse } from './demo-house.ts';

const WIDTHS = [1280, 360] as const;
/** Those on which people spend their day. */
const DAILY = ['', 'calendar', 'posts', 'plan', 'media', 'accounts', 'settings/people', 'notices'];
/** And those of which parts come one after the other. */
const IN_PARTS = [
  'posts/new',
  'posts/:postId',
  'review/:postId',
  'pause',
  'settings/sign-in',
  'settings/calendar',
];

describe('every screen, from the demonstration', { timeout: 1_800_000 }, () => {
  let demo: DemoHouse;

  before(async () => {
    demo = await openDemoHouse();
  });
  after(() => demo?.[Symbol.asyncDispose]());

  const open: DemoHouse['open'] = (...given) => demo.open(...given);
  const go: DemoHouse['go'] = (...given) => demo.go(...given);

  // What axe finds depends on script, words or width, seldom on two of them: every variant wide, one of them narrow. With
  // GLASNIK_TEST_ALL_AXE all of them narrow too.
  for (const variant of VARIANTS) {
    for (const width of WIDTHS) {
      test(`${variant} at ${width} px: nothing too wide, one heading, a title, axe clean`, async () => {
        const faults: string[] = [];
        for (const who of ['head', 'settings']) {
          const { page, context } = await open(variant, width, who);
          for (const path of screenPaths().filter(
            (one) => one.startsWith('settings') === (who === 'settings'),
          ))
            faults.push(...(await faultsOf(page, path, withAxe(variant, width))));
          await context.close();
        }
        assert.deepEqual(faults, []);
      });
    }
  }

  const withAxe = (variant: Variant, width: number): boolean =>
    process.env.GLASNIK_TEST_ALL_AXE !== undefined || variant === 'bs' || width === 1280;

  async function faultsOf(page: Page, path: string, axed: boolean): Promise<string[]> {
    const at = `/${path}`;
    try {
      await go(page, path);
    } catch (error) {
      return [`${at} does not open: ${String(error).slice(0, 200)}`];
    }
    const seen = await page.evaluate(lookAtPage);
    if (!axed) return seen.map((fault) => `${at}: ${fault}`);
    const axe = await expectAccessible(page).then(
      () => [],
      (error: unknown) => [`${at}: ${error instanceof Error ? error.message.slice(0, 900) : String(error)}`],
    );
    return [...seen.map((fault) => `${at}: ${fault}`), ...axe];
  }

  test('at 200 % zoom nothing is wider than the window', async () => {
    const faults: string[] = [];
    for (const variant of ['hr', 'sr-Cyrl'] as const) {
      for (const who of ['head', 'settings']) {
        const { page, context } = await open(variant, 640, who);
        for (const path of screenPaths().filter(
          (one) => one.startsWith('settings') === (who === 'settings'),
        )) {
          await go(page, path);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wide > 0) faults.push(`/${path} (${variant}): ${wide} px too wide`);
        }
        await context.close();
      }
    }
    assert.deepEqual(faults, []);
  });

  test('the focus is seen on what is tabbed to, with forced colours too', async () => {
    const faults: string[] = [];
    for (const forcedColors of ['none', 'active'] as const) {
      const { page, context } = await open('en', 1280, '', { forcedColors });
      for (const path of DAILY.filter((one) => !one.startsWith('settings'))) {
        await go(page, path);
        for (let step = 0; step < 24; step += 1) {
          await page.keyboard.press('Tab');
          const unseen = await page.evaluate(() => {
            const element = document.activeElement;
            if (!(element instanceof HTMLElement) || element === document.body) return null;
            const marked = [element, ...element.querySelectorAll('*'), element.parentElement].some((one) => {
              if (!one) return false;
              const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
              return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow.includes('inset');
            });
            return marked ? null : element.outerHTML.slice(0, 120);
          });
          if (unseen) faults.push(`/${path} (${forcedColors}): ${unseen}`);
        }
      }
      await context.close();
    }
    assert.deepEqual([...new Set(faults)], []);
  });

  test('who asks for less motion gets none', async () => {
    const { page, context } = await open('en', 1280);
    for (const path of DAILY.filter((one) => !one.startsWith('settings'))) {
      await go(page, path);
      const moving = await page.evaluate(() =>
        document
          .getAnimations()
          .filter(
            ({ playState, effect }) => playState === 'running' && Number(effect?.getTiming().duration) > 1,
          )
          .map(({ effect }) => (effect instanceof KeyframeEffect ? (effect.target?.className ?? '') : '')),
      );
      assert.deepEqual(moving, [], path);
    }
    await context.close();
  });

  test('nothing jumps while a slow server is waited for', async (t) => {
    const shifts: Record<string, number> = {};
    for (const width of WIDTHS) {
      for (const path of [...DAILY, ...IN_PARTS]) {
        const { page, context } = await open('bs', width, path);
        await page.addInitScript(() => {
          (globalThis as unknown as { shift: number }).shift = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
              (globalThis as unknown as { shift: number }).shift += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
        });
        let no = 0;
        await page.route(/\/api\/institutions\/(?!.*events)/, async (route) => {
          no += 1;
          await new Promise((resolve) => setTimeout(resolve, 250 + (no % 4) * 150));
          await route.continue();
        });
        await go(page, path);
        await page.waitForTimeout(1200);
        shifts[`/${path} ${width}`] = await page.evaluate(
          () => (globalThis as unknown as { shift: number }).shift,
        );
        await context.close();
      }
    }
    t.diagnostic(JSON.stringify(shifts));
    assert.deepEqual(
      Object.entries(shifts).filter(([, shift]) => shift >= 0.05),
      [],
    );
  });

  test('no key is shown for words that are still on their way, in the first language or another', async () => {
    const { page, context } = await open('bs', 1280);
    let held = 0;
    await page.route(/\/assets\/(?!index)[a-z]+-[\w-]+\.js$/, async (route) => {
      held += 1;
      await new Promise((resolve) => setTimeout(resolve, 100 + (held % 5) * 80));
      await route.continue();
    });
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        const keys = document.body?.innerText.match(/\b(?:studio|review|common|writing):[a-z][\w.-]*/g) ?? [];
        seen.push(...keys);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await go(page, 'plan');
    await page.getByRole('link', { name: 'Kalendar', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Kalendar' }).waitFor();
    await page.getByRole('button', { name: /^Jezik/ }).click();
    await page.getByRole('menuitem', { name: /српски/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Календар' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'План' }).waitFor();
    await page.getByRole('link', { name: 'Налози', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Налози' }).waitFor();
    assert.ok(held > 5, `only ${held} files were held back`);
    assert.deepEqual(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen), []);
    await context.close();
  });

  test('a screen reader finds its way: landmarks, and tables with their names', async () => {
    const { page, context } = await open('en', 1280);
    await go(page, 'posts');
    const outline = await page.locator('body').ariaSnapshot();
    for (const line of [
      '- link "Skip to content"',
      '- navigation "Parts of the workspace"',
      '- banner',
      '- main',
      '- heading "Posts" [level=1]',
      '- navigation "Posts by state"',
      '- searchbox "Search titles and texts"',
      '- columnheader "State"',
    ])
      assert.ok(outline.includes(line), `${line}\n${outline.slice(0, 3000)}`);
    await go(page, 'plan');
    assert.match(await page.locator('#main').ariaSnapshot(), /- table "Publication plan"/);
    await context.close();
  });

  test('what goes wrong is told with its cause and a way on', async () => {
    const { page, context } = await open('en', 1280);
    await page.route(/\/api\/institutions\/[^/]+\/(posts|plan-items|media|accounts|today|notices)/, (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'about:blank',
          title: 'Something went wrong',
          status: 500,
          code: 'internal',
          requestId: 'r-1',
        }),
      }),
    );
    for (const path of ['', 'posts', 'plan', 'media', 'accounts']) {
      await page.goto(demo.addressOf(path));
      await page
        .locator('#main')
        .getByRole('alert')
        .first()
        .waitFor({ timeout: 20_000 })
        .catch(() => assert.fail(`/${path} says nothing`));
      const ways = await page.locator('#main').getByRole('button', { name: 'Try again' }).count();
      assert.ok(ways > 0, `/${path} offers no way on`);
    }
    await context.close();
  });
});

/** In the page: what every screen keeps to. */
function lookAtPage(): string[] {
  const faults: string[] = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) {
    const widest = [...document.querySelectorAll('#main *')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('[class*=scroll]'),
    )[0];
    faults.push(`${wide} px too wide, by ${widest?.outerHTML.slice(0, 120) ?? '?'}`);
  }
  const headings = document.querySelectorAll('h1').length;
  if (headings !== 1) faults.push(`${headings} h1`);
  if (!document.title.includes('·')) faults.push(`title ${document.title}`);
  for (const table of document.querySelectorAll('table')) {
    const named =
      table.querySelector('caption') ??
      table.getAttribute('aria-label') ??
      table.getAttribute('aria-labelledby');
    if (!named) faults.push('a table without a name');
  }
  if (document.querySelectorAll('main').length !== 1) faults.push('not one main');
  const key = /\b(?:studio|review|common|writing):[a-z][\w.-]*/.exec(document.body.innerText)?.[0];
  if (key) faults.push(`no words for ${key}`);
  return faults;
}
