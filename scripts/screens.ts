// npm run screens: takes the pictures in docs/screens/ from the demonstration, in a real browser.
// The clock stands at one moment, so that a picture changes only where the program does.
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

/** A Tuesday morning at work: 9:40 in Sarajevo. */
const NOW = '2026-11-24T08:40:00Z';
const HOUSE = 'dei';
const FOLDER = inRoot('docs', 'screens');
const MAX_BYTES = 200_000;

/** A desk and a telephone. The telephone has a dense screen, as all of them do. */
const DEVICES = [
  { width: 1280, height: 860, scale: 1 },
  { width: 360, height: 760, scale: 2 },
] as const;
type Device = (typeof DEVICES)[number];

/** Pictures of the studio: who looks, and at what. `post` is the state of the post that is opened. */
const STUDIO = [
  { name: 'today', role: 'head', path: '' },
  { name: 'calendar', role: 'editor', path: 'calendar' },
  { name: 'posts', role: 'editor', path: 'posts' },
  { name: 'composer', role: 'editor', path: 'posts', post: 'draft' },
  { name: 'approval', role: 'head', path: 'posts', post: 'in-review' },
  { name: 'practice', role: 'editor', path: 'practice' },
  { name: 'record', role: 'head', path: 'record' },
] as const;

const SITE = [
  { name: 'citizens-front-bs', path: '/bs' },
  { name: 'citizens-front-sr-Cyrl', path: '/sr-Cyrl' },
  { name: 'citizens-institution-bs', path: `/bs/i/${HOUSE}` },
  { name: 'citizens-institution-sr-Cyrl', path: `/sr-Cyrl/i/${HOUSE}` },
] as const;

ensureStudio();
const data = await mkdtemp(join(tmpdir(), 'glasnik-screens-'));
try {
  say('starting the demonstration.');
  const config = loadConfig({
    GLASNIK_PORT: '0',
    GLASNIK_DATA: data,
    GLASNIK_DEMO: 'on',
    GLASNIK_LOG_LEVEL: 'warn',
  });
  const clock = new ManualClock(NOW);
  await using app = await startApp({ config, role: 'all', version: 'screens', clock, signInLimits: false });
  const browser = await launchBrowser();
  try {
    await mkdir(FOLDER, { recursive: true });
    for (const device of DEVICES) await takeAll(browser, app, device);
  } finally {
    await browser.close();
  }
} finally {
  await rm(data, { recursive: true, force: true });
}

async function takeAll(browser: Browser, app: App, device: Device): Promise<void> {
  for (const { name, path } of SITE) {
    await using context = await openContext(browser, app, device);
    const page = await context.newPage();
    await page.goto(`${app.url}${path}`);
    await shoot(page, name, device);
  }
  await takeSignIn(browser, app, device);
  for (const role of ['editor', 'head'] as const) {
    await using context = await openContext(browser, app, device);
    const page = await signIn(context, app, role);
    for (const screen of STUDIO.filter((it) => it.role === role)) {
      const post = 'post' in screen ? `/${await postIn(page, app, screen.post)}` : '';
      await page.goto(`${app.url}/studio/${HOUSE}/${screen.path}${post}`);
      await shoot(page, screen.name, device);
    }
  }
}

/** The browser's clock stands where the program's does, or everything would be late. */
async function openContext(browser: Browser, app: App, device: Device): Promise<BrowserContext> {
  const { width, height, scale } = device;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    isMobile: width < 500,
    hasTouch: width < 500,
    locale: 'en-GB',
    timezoneId: 'Europe/Sarajevo',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await context.clock.setFixedTime(NOW);
  await context.addCookies([{ name: 'glasnik-language', value: 'en', url: app.url }]);
  return context;
}

async function takeSignIn(browser: Browser, app: App, device: Device): Promise<void> {
  await using context = await openContext(browser, app, device);
  const page = await context.newPage();
  await page.goto(`${app.url}/studio/sign-in`);
  await shoot(page, 'sign-in', device);
}

async function signIn(context: BrowserContext, app: App, role: string): Promise<Page> {
  const email = app.demo.find((person) => person.role === role)?.email ?? '';
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${app.url}/studio/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(app.demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
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
async function shoot(page: Page, name: string, device: Device): Promise<void> {
  await page
    .locator('h1')
    .first()
    .waitFor()
    .catch(async (cause: unknown) => {
      const seen = await page.locator('body').innerText();
      throw new Error(`${name} shows no heading but: ${seen.slice(0, 500)}`, { cause });
    });
  await page.waitForFunction(() => document.querySelectorAll('.skeleton, .spinner').length === 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const seen = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
    await Promise.all(seen.map((image) => image.decode().catch(() => undefined)));
  });
  await page.waitForTimeout(500);
  const file = `${name}-${device.width}.png`;
  await writeFile(join(FOLDER, file), await smallPng(await page.screenshot()));
  say(`took ${file}.`);
}

async function smallPng(png: Buffer): Promise<Buffer> {
  for (const colours of [256, 128, 64]) {
    const small = await sharp(png).png({ palette: true, colours, effort: 10, dither: 0.5 }).toBuffer();
    if (small.byteLength <= MAX_BYTES) return small;
  }
  throw new Error(`a picture of more than ${MAX_BYTES} bytes`);
}
