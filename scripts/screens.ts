// npm run screens: takes the pictures in docs/screens/ from the demonstration, in a real browser.
// The clock stands at one moment, so that a picture changes only where the program does.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { startApp, type App } from '#/app.ts';
import { loadConfig } from '#/config/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { launchBrowser } from '../tests/helpers/browser.ts';
import { inRoot, say } from './lib/paths.mjs';
import { ROLES, SHOTS, type Shot } from './lib/picture-book.ts';
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

const taken = new Set<string>();

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
    await emptyFolder();
    for (const device of DEVICES) await takeAll(browser, app, device);
    await writeFile(join(FOLDER, 'README.md'), indexPage());
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
  for (const role of ROLES) {
    const mine = SHOTS.filter((shot) => shot.role === role);
    for (const scheme of ['light', 'dark'] as const) {
      await using context = await openContext(browser, app, device, scheme);
      const page = await signIn(context, app, role);
      for (const shot of mine.filter(({ dark }) => scheme === 'light' || dark)) {
        await page.goto(`${app.url}/studio/${HOUSE}/${await addressOf(page, app, shot)}`);
        await shoot(page, scheme === 'dark' ? `${shot.name}-dark` : shot.name, device);
      }
      if (role === 'editor' && scheme === 'light') await takeSearch(page, app, device);
    }
  }
}

async function addressOf(page: Page, app: App, { path, post }: Shot): Promise<string> {
  if (path === '*') return 'nowhere';
  if (path.includes(':deliveryId')) return `deliveries/${await deliveryIn(page, app)}`;
  return path.includes(':postId') ? path.replace(':postId', await postIn(page, app, post ?? 'draft')) : path;
}

/** The search box is no screen, and over every one of them. */
async function takeSearch(page: Page, app: App, device: Device): Promise<void> {
  await page.goto(`${app.url}/studio/${HOUSE}`);
  await page.locator('h1').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('poziv');
  await page.locator('.palette mark').first().waitFor();
  await shoot(page, 'search', device);
}

/** The browser's clock stands where the program's does, or everything would be late. */
async function openContext(
  browser: Browser,
  app: App,
  device: Device,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<BrowserContext> {
  const { width, height, scale } = device;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    isMobile: width < 500,
    hasTouch: width < 500,
    locale: 'en-GB',
    timezoneId: 'Europe/Sarajevo',
    colorScheme,
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

async function houseOf(page: Page, app: App): Promise<string> {
  const me = (await (await page.request.get(`${app.url}/api/me`)).json()) as {
    memberships: { institution: { id: string; slug: string } }[];
  };
  return me.memberships.find(({ institution }) => institution.slug === HOUSE)?.institution.id ?? '';
}

/** The post of a state that has the most to show. */
async function postIn(page: Page, app: App, state: string): Promise<string> {
  const ask = async <Body>(path: string): Promise<Body> =>
    (await (await page.request.get(`${app.url}/api${path}`)).json()) as Body;
  const house = await houseOf(page, app);
  const { items } = await ask<{ items: Summary[] }>(`/institutions/${house}/posts?state=${state}`);
  const worth = (post: Summary) => post.variants.length + (post.thumbnailUrl ? 10 : 0);
  const best = items.toSorted((a, b) => worth(b) - worth(a))[0];
  if (!best) throw new Error(`the demonstration of ${HOUSE} has no post in the state ${state}`);
  return best.id;
}

async function deliveryIn(page: Page, app: App): Promise<string> {
  const post = await postIn(page, app, 'published');
  const path = `${app.url}/api/institutions/${await houseOf(page, app)}/posts/${post}/deliveries`;
  const { items } = (await (await page.request.get(path)).json()) as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

/** Pictures of screens that are no more go away. */
async function emptyFolder(): Promise<void> {
  for (const file of await readdir(FOLDER)) if (file.endsWith('.png')) await rm(join(FOLDER, file));
}

/** The picture book: each screen, wide and narrow beside each other. */
function indexPage(): string {
  const sections = [...taken].map(
    (name) =>
      `## ${name}\n\n<img src="${name}-1280.png" width="640" alt="${name}, wide"> <img src="${name}-360.png" width="180" alt="${name}, narrow">\n`,
  );
  const lines = [
    '# Picture book',
    '',
    'Every screen of the studio and the first pages for citizens, as the demonstration shows them. Made by `npm run',
    'screens`, which takes the screens from the router; nothing in here is drawn by hand.',
    '',
    ...[...taken].map((name) => `- [${name}](#${name.toLowerCase()})`),
    '',
    ...sections,
  ];
  return lines.join('\n');
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
  taken.add(name);
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
