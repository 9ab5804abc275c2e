import type { Page } from 'playwright-core';
import { addInstitution, PASSWORD, testApp } from '../tests/helpers/app.ts';
import { launchBrowser } from '../tests/helpers/browser.ts';
import { median, type Part, type Row } from './table.ts';

type Options = { quick: boolean; say: (line: string) => void };

const POSTS = 2000;
const FEW = 40;
/** What people feel as at once, and a frame of a screen that draws thirty in a second. */
const [PAINT_MS, FRAME_MS] = [1000, 34];

/** A month of 2,000 posts in a real browser: from the click on the month to the painted posts, and the frames of a drag. */
export async function run({ quick, say }: Options): Promise<Part> {
  await using app = await testApp();
  const browser = await launchBrowser();
  try {
    const measured = new Map<number, Measured>();
    for (const posts of [FEW, POSTS]) {
      const house = await addInstitution(app.database, ['head', 'editor', 'administrator']);
      await app.database.owner.query(INSERT, [house.id, house.people.editor.id, posts, monthOf().toString()]);
      say(`a month of ${posts} posts`);
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${app.url}/studio/`);
      await page.locator('input[type=email]').fill(house.people.editor.email);
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.locator('form button[type=submit]').click();
      await page.locator('.shell').waitFor();
      measured.set(posts, await measure(page, `${app.url}/studio/${house.slug}/calendar`, quick ? 3 : 7));
      await context.close();
    }
    return part(measured.get(FEW)!, measured.get(POSTS)!);
  } finally {
    await browser.close();
  }
}

type Measured = { paint: number; frame: number; worst: number };

async function measure(page: Page, address: string, rounds: number): Promise<Measured> {
  const paints: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(`${address}?view=month&day=${monthOf().toString()}`);
    await page.locator('.post-chip').first().waitFor();
    paints.push(await page.evaluate(() => performance.now()));
  }
  const frames = await drag(page);
  const sorted = frames.toSorted((a, b) => a - b);
  return {
    paint: median(paints),
    frame: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    worst: sorted.at(-1) ?? Number.NaN,
  };
}

/** Carries a post over the whole month and back, and answers how long each frame took. Nothing is let go. */
async function drag(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { frames });
    let last = performance.now();
    const tick = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const box = await page.locator('[data-drag]').first().boundingBox();
  if (!box) throw new Error('there is no post to drag');
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.evaluate(() => (window as unknown as { frames: number[] }).frames.splice(0));
  for (let step = 0; step < 120; step += 1)
    await page.mouse.move(300 + ((step * 37) % 900), 300 + ((step * 23) % 500));
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames.slice());
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return frames;
}

function part(few: Measured, many: Measured): Part {
  const row = (what: string, value: number, reference: number, atMost: number): Row => ({
    what,
    value,
    unit: 'ms',
    reference: `${reference.toFixed(1)} ms with ${FEW} posts`,
    ratio: value / reference,
    reach: { of: 'figure', atMost },
  });
  return {
    title: `The calendar with ${POSTS.toLocaleString('en')} posts in a month`,
    rows: [
      row('month opened from nothing, to its painted posts', many.paint, few.paint, PAINT_MS * 3),
      row('dragging a post, frame p95', many.frame, few.frame, FRAME_MS),
      row('dragging a post, longest frame', many.worst, few.worst, FRAME_MS * 3),
    ],
    notes: [
      'In the tests’ Chromium without a screen, on the same machine as the server and the database. Opened by its address, so the studio itself loads as well; its files are in the browser’s cache but for the first time.',
      'A month draws at most four posts a day and the count of the rest, whatever there is; while a post is carried React draws nothing.',
    ],
  };
}

/** The first day of the next month: nothing of it is over yet. */
const monthOf = (): Temporal.PlainDate =>
  Temporal.Now.plainDateISO('Europe/Sarajevo').toPlainYearMonth().add({ months: 1 }).toPlainDate({ day: 1 });

const INSERT = `
  insert into posts (id, institution_id, title, state, content, version, due_at, author_id, last_saved_by, search,
    created_at, updated_at)
  select gen_random_uuid(), $1, 'Objava broj ' || n, (array['draft', 'in-review', 'approved'])[1 + n % 3],
    jsonb_build_object('texts', jsonb_build_object('bs', 'Tekst objave broj ' || n), 'cyrillicFollows', true,
      'overrides', '{}'::jsonb, 'images', '[]'::jsonb, 'targets', '[]'::jsonb,
      'dueAt', to_char(($4::date + n * interval '27 days' / $3::int) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
    1, $4::date + n * interval '27 days' / $3::int, $2, $2, 'objava', now(), now()
  from generate_series(1, $3::int) n`;
