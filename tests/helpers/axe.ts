import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * No fault that axe can find by itself: the rules of WCAG 2.2 AA and its advice beyond them.
 *
 * Our pages frame nobody, so axe works inside the page: the other way opens a second page, behind which the first one
 * goes to sleep for seconds.
 *
 * @param rules only these rules of axe
 */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
    [],
    page.url(),
  );
}
