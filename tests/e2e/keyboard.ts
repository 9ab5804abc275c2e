import type { Page } from 'playwright-core';

/** What has the focus, as its name, its text or its label says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
    const labelledBy = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const labels = [...((element as HTMLInputElement).labels ?? [])]
      .map((label) => label.textContent)
      .join(' ');
    const own =
      element.getAttribute('aria-label') ??
      (labelledBy || labels || element.textContent || element.getAttribute('placeholder'));
    const group = element.closest('[role=group],fieldset')?.getAttribute('aria-label') ?? '';
    return `${own ?? ''} (${group})`.replace(/\s+/g, ' ').trim();
  });

/** Goes on with Tab until what has the focus is called so. Fails after a whole round without it. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 150; step += 1) {
    const here = await focused(page);
    if (name.test(here)) return;
    passed.push(here);
    await page.keyboard.press(key);
  }
  throw new Error(`${name} is not reached by keyboard; passed: ${[...new Set(passed)].join(' · ')}`);
}

export async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

export async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.insertText(text);
}
