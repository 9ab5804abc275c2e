import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ElementHandle, Page } from 'playwright-core';
import { VARIANTS } from '#/language/index.ts';
import { screenPaths } from '../../scripts/lib/screen-paths.ts';
import { openDemoHouse, type DemoHouse } from './demo-house.ts';

/** No screen of the demonstration holds more to go through than this. */
const MOST_STEPS = 600;

describe('every screen by keyboard', { timeout: 1_800_000 }, () => {
  let demo: DemoHouse;

  before(async () => {
    demo = await openDemoHouse();
  });
  after(() => demo?.[Symbol.asyncDispose]());

  const paths = (settings: boolean) =>
    screenPaths().filter((path) => path.startsWith('settings') === settings);

  // Words and script are no matter of keys; what is folded away on a telephone is.
  for (const [variant, width] of [...VARIANTS.map((one) => [one, 1280] as const), ['bs', 360] as const]) {
    test(`${variant} at ${width} px: all that can be pressed is reached, and nothing holds the focus`, async () => {
      const faults: string[] = [];
      for (const settings of [false, true]) {
        const { page, context } = await demo.open(variant, width, settings ? 'settings' : '');
        for (const path of paths(settings)) {
          await demo.go(page, path);
          faults.push(...(await unreached(page)).map((fault) => `/${path}: ${fault}`));
        }
        await context.close();
      }
      assert.deepEqual(faults, []);
    });
  }

  test('what cannot be reached would be found', async () => {
    const { page, context } = await demo.open('en', 1280);
    await demo.go(page, 'posts');
    await page.evaluate(() => {
      const [button, span] = [document.createElement('button'), document.createElement('span')];
      button.tabIndex = -1;
      span.style.cursor = 'pointer';
      for (const one of [button, span]) {
        one.textContent = 'Planted';
        document.querySelector('main')?.append(one);
      }
    });
    const faults = await unreached(page);
    assert.deepEqual(
      faults.map((fault) => fault.split(':')[0]),
      ['not reached', 'for the mouse only'],
    );
    await context.close();
  });

  test('what opens over a screen takes the focus, keeps it, closes by Escape, and gives it back', async () => {
    const faults: string[] = [];
    let opened = 0;
    for (const settings of [false, true]) {
      const { page, context } = await demo.open('en', 1280, settings ? 'settings' : '');
      for (const path of paths(settings)) {
        await demo.go(page, path);
        // What comes a little later would move the others along.
        await page.waitForLoadState('networkidle');
        const scope = path === '' ? OPENERS : `#main :is(${OPENERS})`;
        for (let no = 0; no < (await page.locator(scope).count()); no += 1) {
          const opener = await page.locator(scope).nth(no).elementHandle();
          if (!opener) break;
          const name = await opener.evaluate((one) => one.outerHTML.slice(0, 160));
          const fault = await opensAndCloses(page, opener);
          opened += 1;
          if (fault === null) continue;
          faults.push(`/${path}: ${fault}: ${name}`);
          await demo.go(page, path);
        }
      }
      await context.close();
    }
    assert.deepEqual(faults, []);
    assert.ok(opened > 40, `only ${opened} were found`);
  });
});

const OPENERS = 'button[aria-haspopup]:not(:disabled):visible';

/** Presses Tab through the whole page and answers what could be pressed and was never reached. */
async function unreached(page: Page): Promise<string[]> {
  const wanted = await page.evaluate(prepareWalk);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    if (step < wanted || step % 20 > 0) continue;
    if (await page.evaluate(() => (globalThis as unknown as Walk).walk.left().length === 0)) break;
  }
  return page.evaluate(() => (globalThis as unknown as Walk).walk.left());
}

type Walk = { walk: { left: () => string[] } };

/** In the page: notes what has had the focus. Answers how many things there are to be reached. */
function prepareWalk(): number {
  const CONTROLS = 'a[href],button,input,select,textarea,summary,[contenteditable=true],[tabindex]';
  // Of what belongs together one is reached by Tab and the others by arrows.
  const ARROWS =
    '[role=tablist],[role=menu],[role=listbox],[role=grid],[role=toolbar],[role=radiogroup],[role=tree]';
  const seen = new Set<Element>();
  document.addEventListener('focusin', ({ target }) => target instanceof Element && seen.add(target));
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const shown = (one: Element) =>
    one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    !one.closest('[inert],[aria-hidden=true]') &&
    one.getBoundingClientRect().width > 0;
  const isOff = (one: Element) => one.matches(':disabled') || one.getAttribute('type') === 'hidden';
  const left = () => {
    const lost = [...document.querySelectorAll(CONTROLS)].filter((one) => {
      if (seen.has(one) || isOff(one) || !shown(one)) return false;
      if (one instanceof HTMLInputElement && one.type === 'radio')
        return ![...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].some(
          (other) => other.name === one.name && other.form === one.form && seen.has(other),
        );
      if ((one as HTMLElement).tabIndex >= 0) return true;
      // Not in the way of Tab on purpose: a place to jump to, or one of several.
      if (!one.matches('a[href],button,input,select,textarea,summary')) return false;
      return one.closest(ARROWS) === null;
    });
    const dead = [...document.querySelectorAll('body *')].filter(
      (one) =>
        getComputedStyle(one).cursor === 'pointer' &&
        shown(one) &&
        !one.closest(
          `${CONTROLS.replace('[tabindex]', '[tabindex="0"]')},label,[role=option],[role=menuitem]`,
        ),
    );
    return [
      ...lost.map((one) => `not reached: ${one.outerHTML.slice(0, 160)}`),
      ...dead.map((one) => `for the mouse only: ${one.outerHTML.slice(0, 160)}`),
    ];
  };
  Object.assign(globalThis, { walk: { left } });
  return left().length;
}

/** What is wrong with this opener, or null. */
async function opensAndCloses(page: Page, opener: ElementHandle<Element>): Promise<string | null> {
  await opener.focus();
  await page.keyboard.press('Enter');
  const box = page.locator('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]').last();
  const isInside = () =>
    page.evaluate(() =>
      Boolean(document.activeElement?.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]')),
    );
  const soon = async (what: () => Promise<boolean>) => {
    for (let go = 0; go < 60; go += 1) {
      if (await what()) return true;
      await page.waitForTimeout(50);
    }
    return false;
  };
  if (
    !(await box.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    ))
  )
    return 'opens nothing by Enter';
  if (!(await soon(isInside))) return 'does not take the focus';
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press(step % 3 === 2 ? 'Shift+Tab' : 'Tab');
    const isMenu = (await page.locator('[role=menu]').count()) > 0;
    if (isMenu) break;
    if (!(await soon(isInside))) return 'loses the focus to what lies behind';
  }
  if ((await box.count()) > 0) await page.keyboard.press('Escape');
  if (
    !(await box.waitFor({ state: 'detached', timeout: 5000 }).then(
      () => true,
      () => false,
    ))
  )
    return 'does not close by Escape';
  const isBack = () => opener.evaluate((one) => one === document.activeElement);
  if (!(await soon(isBack))) return 'does not give the focus back but to ';
  return null;
}
