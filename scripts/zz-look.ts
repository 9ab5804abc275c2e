import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '#/app.ts';
import { loadConfig } from '#/config/index.ts';
import { launchBrowser } from '../tests/helpers/browser.ts';
const data = await mkdtemp(join(tmpdir(), 'glasnik-look-'));
const config = loadConfig({
  GLASNIK_PORT: '0',
  GLASNIK_DATA: data,
  GLASNIK_DEMO: 'on',
  GLASNIK_LOG_LEVEL: 'warn',
});
await using app = await startApp({ config, role: 'all', version: 'look', signInLimits: false });
const browser = await launchBrowser();
const email = process.argv[2]!;
for (const w of [1280, 360]) {
  const context = await browser.newContext({ viewport: { width: w, height: 860 }, locale: 'bs-BA' });
  await context.addCookies([{ name: 'glasnik-language', value: 'bs', url: app.url }]);
  const page = await context.newPage();
  await page.goto(`${app.url}/studio/`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill('glasnik-demo-2016');
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/dei/);
  await page.waitForTimeout(2500);
  for (const arg of process.argv.slice(3)) {
    const [name, path, ...clicks] = arg.split('|');
    await page.goto(`${app.url}/studio/dei/${path}`);
    await page.waitForTimeout(2000);
    for (const click of clicks) {
      await page
        .locator(click)
        .first()
        .click({ timeout: 4000 })
        .catch((e) => console.log(name, String(e).slice(0, 200)));
      await page.waitForTimeout(700);
    }
    await page.screenshot({ path: `/tmp/shots/${name}-${w}.png` });
  }
  await context.close();
}
await browser.close();
process.exit(0);
