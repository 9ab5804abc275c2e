import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page, Worker } from 'playwright-core';
import { newId } from '#/kernel/ids.ts';
import { notify } from '#/modules/notices/index.ts';
import { signIn } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { expectAccessible } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { emptyPost } from '../helpers/operations.ts';
import { testPushService, type PushService, type TestBrowser } from '../helpers/push-service.ts';
import { signInAs } from './main-job.ts';

describe('notices by web push in a browser', { timeout: 300_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let house: TestInstitution;
  let service: PushService;
  const pictures = process.env.GLASNIK_TEST_PICTURES;

  before(async () => {
    service = await testPushService();
    app = await testApp({ env: { GLASNIK_ALLOW_PRIVATE: service.place } });
    browser = await launchBrowser();
    house = await app.addInstitution();
  });
  after(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
    await service?.[Symbol.asyncDispose]();
  });

  const tell = (subjectId: string) =>
    app.database.db.within({ institutionId: house.id }, (tx) =>
      notify(tx, {
        institutionId: house.id,
        personIds: [house.people.head.id],
        kind: 'remark.mention',
        subjectType: 'post',
        subjectId,
        params: { title: 'Javni poziv' },
        at: Temporal.Now.instant(),
      }),
    );
  const aPost = async () => {
    const editor = await signIn(app.url, house.people.editor.email);
    const { id } = await editor.get<{ id: string }>('createPost', {
      params: { institutionId: house.id },
      body: { ...emptyPost(), title: 'Javni poziv' },
    });
    return id;
  };
  const openProfile = async (page: Page) => {
    await page.goto(`${app.url}/studio/${house.slug}/profile#notices`);
    await page.getByRole('heading', { name: 'Notices on my devices' }).waitFor();
  };
  const rowOfThisOne = (page: Page) => page.locator('.push-devices li', { hasText: 'this device' });

  test('turned on in the profile, what waits is shown while the studio is closed, once, and leads there', async () => {
    const { page } = await signInAs(browser, app.url, house.people.head.email);
    await bePushable(page.context(), service.addBrowser());
    await openProfile(page);
    await page.getByRole('button', { name: 'Turn on for this device' }).press('Enter');
    await rowOfThisOne(page).waitFor();
    await page.getByRole('button', { name: 'Turn on for this device' }).waitFor({ state: 'detached' });
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/push.png`, fullPage: true });
    await page.setViewportSize({ width: 360, height: 720 });
    await expectAccessible(page);
    if (pictures) await page.screenshot({ path: `${pictures}/push-360.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 800 });

    const postId = await aPost();
    await tell(postId);
    await service.waitFor(1);
    const pushed = service.pushed[0]!;
    assert.equal(pushed.message.path, `/studio/${house.slug}/review/${postId}`);

    const worker = page.context().serviceWorkers()[0]!;
    await watch(worker);
    await deliver(page, app.url, JSON.stringify(pushed.message));
    await deliver(page, app.url, JSON.stringify(pushed.message));
    assert.deepEqual((await seen(worker)).shown, [
      {
        title: 'UZP',
        body: pushed.message.body,
        tag: pushed.message.tag,
        lang: 'bs',
        path: pushed.message.path,
      },
    ]);
    await click(worker, pushed.message.path);
    const { opened } = await seen(worker);
    assert.deepEqual(opened, [`${app.url}${pushed.message.path}`]);
    const other = await page.context().newPage();
    await other.goto(opened[0]!);
    await other.getByText('tajni tekst').first().waitFor();
    await click(worker, pushed.message.path);
    assert.deepEqual((await seen(worker)).focused, [`${app.url}${pushed.message.path}`]);
    await click(worker, 'https://elsewhere.example.org/studio/');
    assert.equal((await seen(worker)).opened.at(-1), `${app.url}/studio/`);
    await other.close();

    await page.getByRole('button', { name: /^Send a trial notice: / }).press('Enter');
    await service.waitFor(2);
    assert.equal(service.pushed[1]?.message.path, '/studio/');
    await page.reload();
    await rowOfThisOne(page).getByText('last notice').waitFor();

    await page.getByRole('button', { name: /^Remove the device: / }).press('Enter');
    await expectAccessible(page);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).press('Enter');
    await page.getByRole('button', { name: 'Turn on for this device' }).waitFor();
    await rowOfThisOne(page).waitFor({ state: 'detached' });
    await tell(newId());
    await page.waitForTimeout(3000);
    assert.equal(service.pushed.length, 2, 'nothing goes to a device that was removed');
  });

  test('signed out nothing arrives; signed in again on the same browser it goes on, and elsewhere removed it stays so', async () => {
    const { head } = house.people;
    const { page } = await signInAs(browser, app.url, head.email);
    await bePushable(page.context(), service.addBrowser());
    await openProfile(page);
    await page.getByRole('button', { name: 'Turn on for this device' }).click();
    await rowOfThisOne(page).waitFor();
    const rows = async () =>
      (
        await app.database.owner.query<{ session_id: string }>(
          'select session_id from push_subscriptions where person_id = $1',
          [head.id],
        )
      ).rows.map((row) => row.session_id);
    const [first] = await rows();
    await page
      .getByRole('button', { name: /^Profile and appearance/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/sign-in/);
    assert.deepEqual(await rows(), []);
    await signInOn(page, app.url, head.email);
    await openProfile(page);
    await rowOfThisOne(page).waitFor();
    const [second] = await rows();
    assert.ok(second && second !== first);
    // Another device removes this one.
    await app.database.owner.query('delete from push_subscriptions where person_id = $1', [head.id]);
    await page.reload();
    await page.getByRole('button', { name: 'Turn on for this device' }).waitFor();
    await page.waitForTimeout(1000);
    assert.deepEqual(await rows(), []);
  });

  test('where the browser cannot, the profile says so and what to do', async () => {
    const { page } = await signInAs(browser, app.url, house.people.head.email);
    const context = page.context();
    const cases: [string, () => void, RegExp][] = [
      ['denied', () => undefined, /does not allow notifications here\. Allow them in the settings/],
      [
        'insecure',
        () => Object.defineProperty(globalThis, 'isSecureContext', { value: false }),
        /only at an address that begins with https/,
      ],
      [
        'iOS',
        () => {
          delete (globalThis as { PushManager?: unknown }).PushManager;
          Object.defineProperty(navigator, 'standalone', { value: false });
        },
        /first put Glasnik on the home screen/,
      ],
      [
        'old',
        () => {
          delete (globalThis as { PushManager?: unknown }).PushManager;
        },
        /Open the studio in a recent Firefox/,
      ],
    ];
    for (const [name, be, says] of cases) {
      const there = await context.newPage();
      await there.addInitScript(be);
      await openProfile(there);
      await there.getByText(says).waitFor();
      assert.equal(await there.getByRole('button', { name: 'Turn on for this device' }).count(), 0, name);
      await expectAccessible(there);
      if (pictures) await there.locator('.push-devices').screenshot({ path: `${pictures}/push-${name}.png` });
      await there.close();
    }
    const there = await context.newPage();
    await there.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
      Notification.requestPermission = async () => 'granted';
      PushManager.prototype.subscribe = async () => {
        throw new DOMException('Registration failed - push service not available', 'AbortError');
      };
    });
    await openProfile(there);
    await there.getByRole('button', { name: 'Turn on for this device' }).click();
    await there.getByRole('alert').getByText('The push service of the browser does not answer').waitFor();
    await expectAccessible(there);
  });

  test('the worker is served as a script of ours, and never from a copy', async () => {
    const worker = await fetch(`${app.url}/studio/push-worker.js`);
    assert.deepEqual(
      [worker.status, worker.headers.get('content-type'), worker.headers.get('cache-control')],
      [200, 'text/javascript; charset=utf-8', 'no-cache'],
    );
    assert.match(
      worker.headers.get('content-security-policy') ?? '',
      /worker-src 'self'; manifest-src 'self'/,
    );
    const manifest = (await (await fetch(`${app.url}/studio/manifest.webmanifest`)).json()) as {
      display: string;
      icons: { src: string }[];
    };
    assert.equal(manifest.display, 'standalone');
    for (const { src } of manifest.icons) {
      const icon = await fetch(new URL(src, app.url));
      assert.equal(icon.headers.get('content-type'), 'image/png');
    }
  });
});

/**
 * This Chromium has neither a push service nor notifications of its own: the two ends of the browser are put in here,
 * and what is given is a browser behind the test's push service. Everything between them is real.
 */
async function bePushable(context: BrowserContext, given: TestBrowser): Promise<void> {
  await context.addInitScript((keys) => {
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
    Notification.requestPermission = async () => 'granted';
    const KEY = 'test-push-key';
    const subscription = (key: string) => ({
      options: { applicationServerKey: bytesOf(key) },
      toJSON: () => ({ endpoint: keys.endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }),
      unsubscribe: async () => {
        localStorage.removeItem(KEY);
        return true;
      },
    });
    const bytesOf = (text: string) =>
      Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
        .buffer;
    const manager = PushManager.prototype as unknown as Record<string, unknown>;
    manager.subscribe = async ({ applicationServerKey }: { applicationServerKey: string }) => {
      localStorage.setItem(KEY, applicationServerKey);
      return subscription(applicationServerKey);
    };
    manager.getSubscription = async () => {
      const key = localStorage.getItem(KEY);
      return key ? subscription(key) : null;
    };
  }, given);
}

async function signInOn(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/studio/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.keyboard.press('Enter');
  await page.waitForURL((there) => !there.pathname.includes('sign-in'));
}

/** As the push service of Chromium would wake the worker. */
async function deliver(page: Page, url: string, data: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const found = Promise.withResolvers<string>();
  cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    const ours = registrations.find(({ scopeURL }) => scopeURL === `${url}/studio/`);
    if (ours) found.resolve(ours.registrationId);
  });
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.deliverPushMessage', {
    origin: url,
    registrationId: await found.promise,
    data,
  });
  await page.waitForTimeout(1000);
  await cdp.detach();
}

type Seen = { shown: object[]; opened: string[]; focused: string[] };

/** Notes what the worker asks of the browser's own surface, which this Chromium lacks. */
const watch = (worker: Worker): Promise<void> =>
  worker.evaluate(() => {
    type Shown = NotificationOptions & { data: { path: string } };
    const here = globalThis as unknown as {
      seen: Seen;
      registration: { showNotification: unknown };
      clients: { openWindow: unknown };
      WindowClient: { prototype: { focus: unknown } };
    };
    here.seen = { shown: [], opened: [], focused: [] };
    here.registration.showNotification = async (title: string, { body, tag, lang, data }: Shown) => {
      here.seen.shown.push({ title, body, tag, lang, path: data.path });
    };
    here.clients.openWindow = async (url: string) => void here.seen.opened.push(url);
    here.WindowClient.prototype.focus = async function (this: { url: string }) {
      here.seen.focused.push(this.url);
    };
  });

const seen = (worker: Worker): Promise<Seen> =>
  worker.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

const click = (worker: Worker, path: string): Promise<void> =>
  worker.evaluate(async (to) => {
    const scope = globalThis as unknown as {
      ExtendableEvent: new (type: string) => Event;
      dispatchEvent(event: Event): void;
    };
    const event = new scope.ExtendableEvent('notificationclick');
    const done = Promise.withResolvers<void>();
    Object.assign(event, {
      notification: { close: () => undefined, data: { path: to } },
      waitUntil: (work: Promise<void>) => done.resolve(work),
    });
    scope.dispatchEvent(event);
    await done.promise;
  }, path);
