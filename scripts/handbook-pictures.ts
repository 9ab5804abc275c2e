// npm run handbook:pictures: takes the pictures of docs/handbook from the demonstration, in a real browser, in every
// language of the pages; with names behind it only those: npm run handbook:pictures -- elections links
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { startApp, type App } from '#/app.ts';
import { loadConfig } from '#/config/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { VARIANTS, type Variant } from '#/language/index.ts';
import { createTranslator, loadWords, type Translate } from '#/language/words/index.ts';
import { launchBrowser } from '../tests/helpers/browser.ts';
import { HANDBOOK } from './lib/handbook.ts';
import { say } from './lib/paths.mjs';
import { ensureStudio } from './lib/studio.mjs';

/** A Tuesday morning at work, as in docs/screens. */
const NOW = '2026-11-24T08:40:00Z';
const HOUSE = 'dei';
const FOLDER = join(HANDBOOK, 'pictures');
const MAX_BYTES = 90_000;
const DESK = { width: 1280, height: 800, scale: 1 };
const PHONE = { width: 360, height: 720, scale: 2 };
/** Of the browser. Chromium knows no Bosnian. */
const LOCALES: Record<Variant, string> = {
  bs: 'hr-HR',
  hr: 'hr-HR',
  'sr-Latn': 'hr-HR',
  'sr-Cyrl': 'sr-RS',
  en: 'en-GB',
};

/** One picture: who looks where; `post` is what the post that is opened can do, and `go` what is pressed there. */
type Picture = {
  name: string;
  role: 'editor' | 'head' | 'administrator';
  path: string;
  post?: { state: string; act?: string };
  device?: typeof DESK;
  go?: (page: Page, t: Translate) => Promise<void>;
};

const PICTURES: readonly Picture[] = [
  { name: 'write', role: 'editor', path: 'posts', post: { state: 'draft' } },
  {
    name: 'two-scripts',
    role: 'editor',
    path: 'posts',
    post: { state: 'draft' },
    go: (page) => bring(page.locator('.variant__made[lang=sr-Cyrl]')),
  },
  {
    name: 'pictures',
    role: 'editor',
    path: 'posts',
    post: { state: 'scheduled' },
    go: (page) => bring(page.locator('.image-card')),
  },
  { name: 'review', role: 'head', path: 'review', post: { state: 'in-review', act: 'approve' } },
  {
    name: 'approve',
    role: 'head',
    path: 'review',
    post: { state: 'in-review', act: 'approve' },
    device: PHONE,
  },
  {
    name: 'urgent',
    role: 'editor',
    path: 'posts',
    post: { state: 'in-review', act: 'hasten' },
    go: (page, t) => choose(page, t, 'studio:composer.act.hasten'),
  },
  { name: 'delegations', role: 'head', path: 'settings/delegations' },
  {
    name: 'adviser',
    role: 'head',
    path: 'review',
    post: { state: 'in-review' },
    go: (page, t) => press(page, t('studio:advice.ask')),
  },
  { name: 'calendar', role: 'editor', path: 'calendar' },
  { name: 'board', role: 'editor', path: 'board' },
  { name: 'plan', role: 'editor', path: 'plan' },
  {
    name: 'delivery',
    role: 'editor',
    path: '',
    go: async (page, t) => {
      await page
        .getByRole('link', { name: t('studio:delivery.details') })
        .first()
        .click();
      await page.waitForURL(/deliveries/);
    },
  },
  {
    name: 'withdraw',
    role: 'head',
    path: 'posts',
    post: { state: 'published', act: 'withdraw' },
    go: (page, t) => choose(page, t, 'studio:composer.act.withdraw'),
  },
  { name: 'people', role: 'administrator', path: 'settings/people' },
  { name: 'sign-in-settings', role: 'administrator', path: 'settings/sign-in' },
  { name: 'accounts', role: 'administrator', path: 'accounts' },
  { name: 'practice', role: 'editor', path: 'practice' },
  { name: 'notices', role: 'head', path: 'notices' },
  {
    name: 'profile',
    role: 'editor',
    path: 'profile',
    go: (page, t) => bring(page.getByRole('heading', { name: t('studio:notices.choose') }), 'start'),
  },
  { name: 'glossary', role: 'administrator', path: 'settings/glossary' },
  { name: 'pause', role: 'head', path: 'pause' },
  {
    name: 'elections',
    role: 'head',
    path: 'elections',
    go: async (page, t) => {
      await press(page, t('studio:elections.declare'));
      const fill = (name: string, value: string) =>
        page.getByLabel(t(`studio:elections.field.${name}`), { exact: true }).fill(value);
      await fill('name', t('studio:elections.level.municipality'));
      await fill('startsOn', '2028-09-01');
      await fill('pollingOn', '2028-10-01');
      await fill('endsOn', '2028-10-31');
    },
  },
  {
    name: 'again',
    role: 'editor',
    path: 'posts',
    post: { state: 'published' },
    go: (page, t) => choose(page, t, 'studio:post.copy'),
  },
  { name: 'exchange', role: 'editor', path: 'plan/exchange' },
  {
    name: 'links',
    role: 'head',
    path: 'settings/links',
    go: async (page, t) => {
      await page.getByLabel(t('studio:link-rule.tagging-on')).check({ force: true });
      await page.getByLabel(t('studio:link-rule.shortening-on')).check({ force: true });
      await page.getByLabel(t('studio:link-rule.hosts')).fill('www.dei.gov.ba');
      await bring(page.getByRole('heading', { name: t('studio:link-rule.websites') }), 'start');
    },
  },
];

const WANTED = process.argv.slice(2);
const isWanted = (name: string): boolean => WANTED.length === 0 || WANTED.includes(name);

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
  if (WANTED.length === 0) await rm(FOLDER, { recursive: true, force: true });
  for (const variant of VARIANTS) await takeAll(app, variant);
} finally {
  await rm(data, { recursive: true, force: true });
}

async function takeAll(app: App, variant: Variant): Promise<void> {
  const { t } = createTranslator(variant, await loadWords(variant), { missing: 'throw' });
  await using browser = await launchBrowser();
  await mkdir(join(FOLDER, variant), { recursive: true });
  const desk = { browser, app, variant, t };
  if (isWanted('sign-in')) {
    await using context = await openContext(desk, DESK);
    const page = await context.newPage();
    await page.goto(`${app.url}/studio/sign-in`);
    await shoot(page, variant, 'sign-in');
  }
  for (const picture of PICTURES) if (isWanted(picture.name)) await take(desk, picture);
}

type Desk = { browser: Browser; app: App; variant: Variant; t: Translate };

async function take(desk: Desk, { name, role, path, post, device, go }: Picture): Promise<void> {
  await using context = await openContext(desk, device ?? DESK);
  const page = await signIn(context, desk, role);
  const postId = post ? `/${await postIn(page, desk.app, post)}` : '';
  await page.goto(`${desk.app.url}/studio/${HOUSE}/${path}${postId}`);
  await quiet(page);
  await go?.(page, desk.t);
  await shoot(page, desk.variant, name);
}

function bring(it: Locator, block: ScrollLogicalPosition = 'center'): Promise<void> {
  return it.first().evaluate((element, to) => element.scrollIntoView({ block: to }), block);
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).first().click();
}

/** One of the acts of a post, which stands by itself or among the others. */
async function choose(page: Page, t: Translate, key: string): Promise<void> {
  const alone = page.locator('.act-bar').getByRole('button', { name: t(key), exact: true });
  if ((await alone.count()) > 0) return alone.click();
  await press(page, t('studio:composer.more-acts'));
  await page.getByRole('menuitem', { name: t(key) }).click();
}

/** The browser's clock stands where the program's does, or everything would be late. */
async function openContext({ browser, app, variant }: Desk, device: typeof DESK): Promise<BrowserContext> {
  const { width, height, scale } = device;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    isMobile: width < 500,
    hasTouch: width < 500,
    locale: LOCALES[variant],
    timezoneId: 'Europe/Sarajevo',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await context.clock.setFixedTime(NOW);
  await context.addCookies([{ name: 'glasnik-language', value: variant, url: app.url }]);
  return context;
}

async function signIn(context: BrowserContext, { app, t }: Desk, role: string): Promise<Page> {
  const email = app.demo.find((person) => person.role === role)?.email;
  if (!email) throw new Error(`the demonstration tells of no ${role}`);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${app.url}/studio/sign-in`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(app.demoPassword);
  await page.getByRole('button', { name: t('common:action.sign-in'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: t('studio:place.today') }).waitFor();
  return page;
}

type Summary = { id: string; variants: string[]; thumbnailUrl: string | null };

/** The post of a state that has the most to show, and of which somebody may do what is asked. */
async function postIn(page: Page, app: App, wish: { state: string; act?: string }): Promise<string> {
  const ask = async <Body>(path: string): Promise<Body> =>
    (await (await page.request.get(`${app.url}/api${path}`)).json()) as Body;
  const me = await ask<{ memberships: { institution: { id: string; slug: string } }[] }>('/me');
  const house = me.memberships.find(({ institution }) => institution.slug === HOUSE)?.institution.id ?? '';
  const { items } = await ask<{ items: Summary[] }>(`/institutions/${house}/posts?state=${wish.state}`);
  const worth = (post: Summary) => post.variants.length + (post.thumbnailUrl ? 10 : 0);
  for (const { id } of items.toSorted((a, b) => worth(b) - worth(a))) {
    const { can } = await ask<{ can: string[] }>(`/institutions/${house}/posts/${id}`);
    if (wish.act === undefined || can.includes(wish.act)) return id;
  }
  throw new Error(`the demonstration of ${HOUSE} has no post for ${JSON.stringify(wish)}`);
}

async function quiet(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.skeleton, .spinner').length === 0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(500);
}

/** Waits until nothing moves, and keeps what is on the screen as a small picture. */
async function shoot(page: Page, variant: Variant, name: string): Promise<void> {
  await quiet(page);
  await writeFile(join(FOLDER, variant, `${name}.webp`), await small(await page.screenshot()));
  say(`took ${variant}/${name}.webp.`);
}

async function small(png: Buffer): Promise<Buffer> {
  for (const quality of [60, 50, 40]) {
    const picture = await sharp(png).webp({ quality, effort: 6 }).toBuffer();
    if (picture.byteLength <= MAX_BYTES) return picture;
  }
  throw new Error(`a picture of more than ${MAX_BYTES} bytes`);
}
