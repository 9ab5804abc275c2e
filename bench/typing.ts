import type { Page } from 'playwright-core';
import { createKitConnector } from '#/connectors/_kit/kit-connector.ts';
import type { Connector } from '#/connectors/contract.ts';
import { connectors } from '#/connectors/index.ts';
import type { Post } from '#/contract/index.ts';
import { signIn } from '../tests/helpers/api-client.ts';
import {
  addInstitution,
  PASSWORD,
  testApp,
  type TestApp,
  type TestInstitution,
} from '../tests/helpers/app.ts';
import { launchBrowser } from '../tests/helpers/browser.ts';
import { seedAccount } from '../tests/helpers/site.ts';
import { percentile, type Part, type Row } from './table.ts';

type Options = { quick: boolean; say: (line: string) => void };

/** What the project has set itself for a key pressed in the composer, at the 95th percentile. */
const GOAL_MS = 50;
/** Between two keys of somebody who types fast: what a key leaves to be done later meets the next one. */
const PAUSE_MS = 90;
const NETWORKS = 5;
/** Letters, spaces and a full stop: every key is one that a keyboard sends. */
const SENTENCE = 'Radovi na putu traju do petka. ';
const TEXT =
  'Od ponedjeljka je zbog radova na vodovodu zatvorena ulica Zmaja od Bosne, između trga i mosta. Vozila idu obilaznim putem, a tramvaj vozi po starom redu. Više na www.primjer.ba/radovi. ';

/** From a key that goes down to the frame that shows its letter, in a composer with everything in it. */
export async function run({ quick, say }: Options): Promise<Part> {
  const five = fiveNetworks();
  await using app = await testApp({ connectors: five });
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const keys = quick ? 60 : 400;
    say(`${keys} keys into a bare field`);
    await page.goto('about:blank');
    await page.setContent('<!doctype html><title>x</title><textarea rows="7" cols="60"></textarea>');
    const bare = await type(page, 'textarea', keys);
    const house = await addInstitution(app.database, ['editor', 'administrator']);
    const post = await writePost(app, house, five);
    await enter(page, app.url, house.people.editor.email);
    const rows: Row[] = [];
    for (const [lang, what] of FIELDS) {
      say(`${keys} keys into the composer, ${what}`);
      await page.goto(`${app.url}/studio/${house.slug}/posts/${post.id}`);
      await page.locator('.preview-card, .preview').first().waitFor();
      rows.push(...rowsOf(what, await type(page, `textarea.variant__text[lang="${lang}"]`, keys), bare));
    }
    return {
      title: 'Typing in the composer',
      rows,
      notes: [
        `A post in four variants, and Cyrillic that follows, with an account for each variant on each of ${five.map(({ manifest }) => manifest.network).join(', ')}, with its checks, counts and previews. Keys go to Chromium as a keyboard’s do, one every ${PAUSE_MS} ms after the last was shown; measured in the page, from the time that the key’s event bears to the first task after the frame with its letter.`,
        'Reference: the same keys into a lone field on an empty page of the same browser, before the composer is opened.',
        'Serbian in Latin letters is the field that Cyrillic follows: each key writes both.',
      ],
    };
  } finally {
    await browser.close();
  }
}

/** Four that are written; Cyrillic follows. */
const VARIANTS_WRITTEN = ['bs', 'hr', 'sr-Latn', 'en'] as const;

const FIELDS = [
  ['bs', 'Bosnian'],
  ['sr-Latn', 'Serbian, which Cyrillic follows'],
] as const;

/** Networks that there are, and for what is missing to five the one of the connectors' tests. */
export function fiveNetworks(): Connector[] {
  const kit = createKitConnector({ network: 'kit-askable', findable: true });
  return [...connectors, kit].slice(0, NETWORKS);
}

/** A post with everything in it. */
export async function writePost(
  app: TestApp,
  house: TestInstitution,
  networks: readonly Connector[],
): Promise<Post> {
  const targets = await Promise.all(
    networks.flatMap(({ manifest: { network } }) =>
      VARIANTS_WRITTEN.map(async (variant) => ({
        accountId: await seedAccount(app.database.owner, house.id, {
          network,
          handle: `bench-${network}-${variant}`,
        }),
        variant,
      })),
    ),
  );
  const editor = await signIn(app.url, house.people.editor.email);
  return editor.get<Post>('createPost', {
    params: { institutionId: house.id },
    body: {
      title: 'Zatvorena ulica',
      planItemId: null,
      content: {
        texts: { bs: TEXT, hr: TEXT, 'sr-Latn': TEXT, en: TEXT },
        cyrillicFollows: true,
        overrides: {},
        images: [],
        targets,
        due: null,
      },
    },
  });
}

export async function enter(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/studio/`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.locator('.shell').waitFor();
}

/** Presses keys one after the other; answers for each how long it took to be seen, in milliseconds. */
async function type(page: Page, field: string, keys: number): Promise<number[]> {
  const area = page.locator(field);
  await area.click();
  await page.keyboard.press('Control+End');
  await area.evaluate((element) => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen });
    const { port1, port2 } = new MessageChannel();
    let pressed = 0;
    port1.addEventListener('message', () => seen.push(performance.now() - pressed));
    port1.start();
    element.addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true });
    // A frame is asked for in the event and drawn right after the callback: the next task comes when it is drawn.
    element.addEventListener('input', () => requestAnimationFrame(() => port2.postMessage(null)));
  });
  for (let no = 0; no < keys; no += 1) {
    await page.keyboard.press(SENTENCE[no % SENTENCE.length]!);
    await page.waitForFunction(
      (count) => (globalThis as unknown as { seen: number[] }).seen.length >= count,
      no + 1,
    );
    await page.waitForTimeout(PAUSE_MS);
  }
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
  if (seen.length !== keys) throw new Error(`${keys} keys were pressed and ${seen.length} seen`);
  return seen;
}

function rowsOf(what: string, seen: readonly number[], bare: readonly number[]): Row[] {
  return [50, 95].map((share) => {
    const [value, reference] = [percentile(seen, share), percentile(bare, share)];
    return {
      what: `a key in ${what}, until it is seen, p${share}`,
      value,
      unit: 'ms',
      reference: `${reference.toFixed(1)} ms in a bare field`,
      ratio: value / reference,
      ...(share === 95 ? { reach: { of: 'figure', atMost: GOAL_MS } as const } : {}),
    };
  });
}
