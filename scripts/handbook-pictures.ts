// npm run handbook:pictures: takes the pictures of docs/handbook from the demonstration, in a real browser.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { startApp, type App } from '#/app.ts';
import { loadConfig } from '#/config/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { launchBrowser } from '../tests/helpers/browser.ts';
import { inRoot, say } from './lib/paths.mjs';
import { ensureStudio } from './lib/studio.mjs';

/** A Tuesday morning at work, as in docs/screens. */
const NOW = '2026-11-24T08:40:00Z';
const HOUSE = 'dei';
const FOLDER = inRoot('docs', 'handbook', 'pictures');
const MAX_BYTES = 150_000;
const DESK = { width: 1280, height: 800, scale: 1 };
const PHONE = { width: 360, height: 720, scale: 2 };
type Device = typeof DESK;

/** `post` is the state of the post that is opened, `at` a heading to go down to; `trouble` opens the first delivery of Today that has some. */
const PICTURES = [
  { name: 'write', role: 'editor', path: 'posts', post: 'draft' },
  { name: 'calendar', role: 'editor', path: 'calendar' },
  { name: 'board', role: 'editor', path: 'board' },
  { name: 'plan', role: 'editor', path: 'plan' },
  { name: 'practice', role: 'editor', path: 'practice' },
  { name: 'profile', role: 'editor', path: 'profile', at: 'Kako dobijam obavještenja' },
  { name: 'delivery', role: 'editor', path: '', trouble: true },
  { name: 'approve', role: 'head', path: 'review', post: 'in-review', device: PHONE },
  { name: 'review', role: 'head', path: 'review', post: 'in-review' },
  { name: 'notices', role: 'head', path: 'notices' },
  { name: 'delegations', role: 'head', path: 'settings/delegations' },
  { name: 'people', role: 'administrator', path: 'settings/people' },
  { name: 'accounts', role: 'administrator', path: 'accounts' },
  { name: 'sign-in-settings', role: 'administrator', path: 'settings/sign-in' },
  { name: 'pause', role: 'head', path: 'pause' },
] as const;
type Picture = (typeof PICTURES)[number];

ensureStudio();
const data = await mkdtemp(join(tmpdir(), 'glasnik-handbook-'));
try {
  const config = loadConfig({
    GLASNIK_PORT: '0',
    GLASNIK_DATA: data,
    GLASNIK_DEMO: 'on',
    GLASNIK_LOG_LEVEL: 'warn',
  });
  const clock = new ManualClock(NOW);
  await using app = await startApp({ config, role: 'all', version: 'handbook', clock, signInLimits: false });
  const browser = await launchBrowser();
  try {
    await mkdir(FOLDER, { recursive: true });
    await takeSignIn(browser, app);
    for (const picture of PICTURES) await take(browser, app, picture);
  } finally {
    await browser.close();
  }
} finally {
  await rm(data, { recursive: true, force: true });
}

async function takeSignIn(browser: Browser, app: App): Promise<void> {
  await using context = await openContext(browser, app, DESK);
  const page = await context.newPage();
  await page.goto(`${app.url}/studio/sign-in`);
  await shoot(page, 'sign-in');
}

async function take(browser: Browser, app: App, picture: Picture): Promise<void> {
  await using context = await openContext(browser, app, 'device' in picture ? picture.device : DESK);
  const page = await signIn(context, app, picture.role);
  if ('trouble' in picture) {
    await page.getByRole('link', { name: 'Svi pokušaji' }).first().click();
    await page.waitForURL(/deliveries/);
  } else {
    const post = 'post' in picture ? `/${await postIn(page, app, picture.post)}` : '';
    await page.goto(`${app.url}/studio/${HOUSE}/${picture.path}${post}`);
  }
  if ('at' in picture) {
    const heading = page.getByRole('heading', { name: picture.at });
    await heading.evaluate((it) => it.scrollIntoView({ block: 'start' }));
  }
  await shoot(page, picture.name);
}

/** The browser's clock stands where the program's does, or everything would be late. */
async function openContext(browser: Browser, app: App, device: Device): Promise<BrowserContext> {
  const { width, height, scale } = device;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    isMobile: width < 500,
    hasTouch: width < 500,
    locale: 'bs-BA',
    timezoneId: 'Europe/Sarajevo',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await context.clock.setFixedTime(NOW);
  await context.addCookies([{ name: 'glasnik-language', value: 'bs', url: app.url }]);
  return context;
}

async function signIn(context: BrowserContext, app: App, role: string): Promise<Page> {
  const email = app.demo.find((person) => person.role === role)?.email;
  if (!email) throw new Error(`the demonstration tells of no ${role}`);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${app.url}/studio/sign-in`);
  await page.getByLabel('E-pošta').fill(email);
  await page.getByLabel('Lozinka', { exact: true }).fill(app.demoPassword);
  await page.getByRole('button', { name: 'Prijavi se' }).click();
  await page.getByRole('heading', { level: 1, name: 'Danas' }).waitFor();
  return page;
}

type Summary = { id: string; variants: string[]; thumbnailUrl: string | null };

/** The post of a state that has the most to show. */
async function postIn(page: Page, app: App, state: string): Promise<string> {
  const ask = async <Body>(path: string): Promise<Body> =>
    (await (await page.request.get(`${app.url}/api${path}`)).json()) as Body;
  const me = await ask<{ memberships: { institution: { id: string; slug: string } }[] }>('/me');
  const house = me.memberships.find(({ institution }) => institution.slug === HOUSE)?.institution.id ?? '';
  const { items } = await ask<{ items: Summary[] }>(`/institutions/${house}/posts?state=${state}`);
  const worth = (post: Summary) => post.variants.length + (post.thumbnailUrl ? 10 : 0);
  const best = items.toSorted((a, b) => worth(b) - worth(a))[0];
  if (!best) throw new Error(`the demonstration of ${HOUSE} has no post in the state ${state}`);
  return best.id;
}

/** Waits until nothing moves, and keeps what is on the screen as a small picture. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.skeleton, .spinner').length === 0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(800);
  await writeFile(join(FOLDER, `${name}.png`), await smallPng(await page.screenshot()));
  say(`took ${name}.png.`);
}

async function smallPng(png: Buffer): Promise<Buffer> {
  for (const colours of [128, 64, 32]) {
    const small = await sharp(png).png({ palette: true, colours, effort: 10, dither: 0.4 }).toBuffer();
    if (small.byteLength <= MAX_BYTES) return small;
  }
  throw new Error(`a picture of more than ${MAX_BYTES} bytes`);
}
