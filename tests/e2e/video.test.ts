import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Media, Post } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { lookAt } from './looked-at.ts';
import { eventually, signInAs } from './main-job.ts';
import { makeVideo } from './make-video.ts';

const SRT = `1\n00:00:00,200 --> 00:00:01,200\nNova čekaonica je otvorena.\n\n2\n00:00:01,400 --> 00:00:02,600\nVidimo se u ponedjeljak.\n`;
const VTT = `WEBVTT\n\n00:00.200 --> 00:02.600\nNova čekaonica je otvorena.\n`;
const FAULTY = `1\n00:00:00,200 -> 00:00:01,200\nBez strelice.\n\n2\n00:00:02,600 --> 00:00:01,400\nUnazad.\n`;

describe('a video in the studio', { timeout: 400_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let editor: ApiClient;
  let page: Page;
  let video: Buffer;

  before(async () => {
    app = await testApp();
    browser = await launchBrowser();
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
    ({ page } = await signInAs(browser, app.url, house.people.editor.email));
    video = await makeVideo(page, ['#c02020', '#20c020', '#2020c0']);
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
  });

  const params = () => ({ institutionId: house.id });
  const kept = async (): Promise<Media> => {
    const { items } = await editor.get<{ items: Media[] }>('listMedia', { params: params() });
    assert.equal(items.length, 1);
    return items[0]!;
  };
  /** Which of the three colours a picture is. */
  const colourOf = async (bytes: Uint8Array): Promise<string> => {
    const { dominant } = await sharp(bytes).stats();
    return dominant.r > 128 ? 'red' : dominant.g > 128 ? 'green' : dominant.b > 128 ? 'blue' : 'none';
  };
  const stillPicture = async (): Promise<string> => {
    const answer = await fetch(app.url + (await kept()).thumbnailUrl, { headers: editor.headers });
    assert.equal(answer.status, 200);
    return colourOf(new Uint8Array(await answer.arrayBuffer()));
  };
  const dialog = () => page.getByRole('dialog', { name: 'čekaonica.webm' });
  const player = () => dialog().locator('video');
  const readyState = () => player().evaluate((it: HTMLVideoElement) => it.readyState);
  /** What of a row of captions is on the screen. */
  const row = (variant: string): Locator => dialog().getByRole('listitem').filter({ hasText: variant });
  const bring = (variant: string, name: string, text: string) =>
    dialog()
      .getByLabel(`Captions, ${variant}`, { exact: true })
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  test('is uploaded in the composer with its progress, and gets a first still picture by itself', async () => {
    await page.goto(`${app.url}/studio/${house.slug}/posts/new`);
    await page.getByPlaceholder(/Working title/).fill('Čekaonica u pokretu');
    const held = Promise.withResolvers<void>();
    await page.route('**/media?fileName=*', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'čekaonica.webm', mimeType: 'video/webm', buffer: video });
    await page.getByRole('progressbar', { name: 'čekaonica.webm' }).waitFor();
    held.resolve();
    await page.getByRole('button', { name: 'Video 1: captions and still picture' }).waitFor();
    assert.equal(await page.getByRole('progressbar', { name: 'čekaonica.webm' }).count(), 0);
    await eventually('a still picture', async () => (await kept()).hasPoster);
    const { kind, width, height, durationMs } = await kept();
    assert.deepEqual(
      { kind, width, height, durationMs },
      { kind: 'video', width: 320, height: 180, durationMs: 3000 },
    );
    assert.equal(await stillPicture(), 'green');
    await page.waitForURL(/posts\/[0-9a-f-]{36}$/);
    const postId = new URL(page.url()).pathname.split('/').at(-1)!;
    await eventually('it is in the post', async () => {
      const post = await editor.get<Post>('getPost', { params: { ...params(), postId } });
      return post.content.images.length === 1;
    });
    await lookAt(page, 'composer-video');
  });

  test('plays, and the frame at which it stands becomes the still picture, here and in the list', async () => {
    await page.getByRole('button', { name: 'Video 1: captions and still picture' }).click();
    await player().evaluate(async (it: HTMLVideoElement) => {
      it.muted = true;
      await it.play();
    });
    await eventually('it plays', async () => (await readyState()) >= 3);
    await eventually('it goes on', () => player().evaluate((it: HTMLVideoElement) => it.currentTime > 0.3));
    await player().evaluate(
      (it: HTMLVideoElement) =>
        new Promise<void>((resolve) => {
          it.pause();
          it.addEventListener('seeked', () => resolve(), { once: true });
          it.currentTime = 2.5;
        }),
    );
    await dialog().getByRole('button', { name: 'Take this frame as the still picture' }).click();
    await page.getByText('The still picture is set.').waitFor();
    assert.equal(await stillPicture(), 'blue');
    await lookAt(page, 'video-dialog');
    await dialog().getByRole('button', { name: 'Close' }).first().click();
    const card = page.locator('.image-card .video-thumb img');
    await eventually(
      'the card shows the new one',
      async () => (await colourOf(await card.screenshot())) === 'blue',
    );
  });

  test('a faulty captions file says in a sentence which line is wrong, and nothing is kept', async () => {
    await page.getByRole('button', { name: 'Video 1: captions and still picture' }).click();
    await bring('bosanski', 'titlovi.srt', FAULTY);
    const alert = dialog().getByRole('alert');
    await alert.getByText('2 lines of the captions are wrong. Mend them and send the file again.').waitFor();
    await alert.getByText('Line 2: the time is not written as 00:00:01.000 --> 00:00:03.000.').waitFor();
    await alert.getByText('Line 6: it ends before it begins.').waitFor();
    assert.deepEqual((await kept()).captions, []);
    await lookAt(page, 'video-captions-wrong');
    await bring('hrvatski', 'bez-glave.vtt', SRT);
    await dialog().getByText('Line 1: a .vtt file begins with the word WEBVTT.').waitFor();
  });

  test('captions of two variants, SubRip and WebVTT, are put in and run with the video', async () => {
    await bring('bosanski', 'titlovi.srt', SRT);
    await row('bosanski').getByText('titlovi.srt · cues: 2').waitFor();
    await bring('hrvatski', 'titlovi.vtt', VTT);
    await row('hrvatski').getByText('titlovi.vtt · cues: 1').waitFor();
    assert.equal(await dialog().getByRole('alert').count(), 0);
    assert.deepEqual(
      (await kept()).captions.map(({ variant, cues }) => `${variant} ${cues}`),
      ['bs 2', 'hr 1'],
    );
    const cues = () =>
      player().evaluate(async (it: HTMLVideoElement) => {
        const track = [...it.textTracks].find(({ language }) => language === 'bs');
        if (!track) return 'no track';
        track.mode = 'showing';
        it.currentTime = 0.5;
        await new Promise((resolve) => setTimeout(resolve, 200));
        return [...(track.activeCues ?? [])].map((cue) => (cue as VTTCue).text).join();
      });
    await eventually('the words are shown', async () => (await cues()) === 'Nova čekaonica je otvorena.');
    await lookAt(page, 'video-captions');
  });

  test('captions are taken away after a question, and only then', async () => {
    await dialog().getByRole('button', { name: 'Remove captions, bosanski' }).click();
    const question = page.getByRole('alertdialog', { name: 'Remove the captions (bosanski)?' });
    await question.waitFor();
    await lookAt(page, 'video-captions-remove');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    assert.equal((await kept()).captions.length, 2);
    await dialog().getByRole('button', { name: 'Remove captions, bosanski' }).click();
    await question.getByRole('button', { name: 'Remove', exact: true }).click();
    await question.waitFor({ state: 'detached' });
    await row('bosanski').getByText('no captions').waitFor();
    assert.deepEqual(
      (await kept()).captions.map(({ variant }) => variant),
      ['hr'],
    );
  });

  test('in the media screen it shows its still picture and length, and opens with its player', async () => {
    await page.goto(`${app.url}/studio/${house.slug}/media`);
    const tile = page.getByRole('button', { name: /čekaonica\.webm/ });
    await tile.getByText('0:03').waitFor();
    await lookAt(page, 'media-video');
    await tile.click();
    await eventually('its facts are read', async () => (await readyState()) >= 1);
    await lookAt(page, 'media-video-dialog');
  });
});
