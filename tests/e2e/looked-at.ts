import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../helpers/axe.ts';

const SHOTS = process.env.GLASNIK_SHOTS;
const VIEWS = [
  { name: 'wide', width: 1280, colorScheme: 'light' },
  { name: 'narrow', width: 360, colorScheme: 'light' },
  { name: 'dark', width: 1280, colorScheme: 'dark' },
] as const;

/**
 * What is on the page now, wide, on a telephone and in the dark: no fault that axe finds, nothing wider than the screen.
 * With `GLASNIK_SHOTS` a picture of each is left in that folder, for eyes.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const { name: view, width, colorScheme } of VIEWS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    // A colour that fades into the other has for a moment too little contrast.
    await page.waitForTimeout(350);
    // The rest does not hang on the colours.
    await expectAccessible(page, colorScheme === 'dark' ? ['color-contrast'] : undefined);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${name}, ${view}: ${wide} px wide`);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${view}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}
