import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createSafeFetch } from '#/kernel/safe-fetch.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { addInstitution, type TestInstitution } from '../../../../tests/helpers/app.ts';
import { testDatabase, type TestDatabase } from '../../../../tests/helpers/database.ts';
import {
  testPushService,
  type Pushed,
  type PushServiceOptions,
  type PushService,
  type TestBrowser,
} from '../../../../tests/helpers/push-service.ts';
import {
  addPushDevice,
  listPushDevices,
  notify,
  passOnNotices,
  readAllNotices,
  removePushDevice,
  sendPushes,
  tryPushDevice,
  type NewNotice,
} from '../index.ts';

const KEY = 'a key of thirty-two characters or more';
const OTHER_KEY = 'another key of thirty-two characters or more';
const CONTACT = 'mailto:glasnik@example.org';

describe('notices by web push', () => {
  let database: TestDatabase;
  let house: TestInstitution;
  let service: PushService;
  /** What the service says, until a test changes its mind. */
  let answer: NonNullable<PushServiceOptions['answer']> = () => undefined;
  const clock = new ManualClock('2026-11-25T08:00:00Z');
  const deps = (keys = [KEY]) => ({
    db: database.db,
    clock,
    log: createLogger('fatal'),
    box: new SecretBox(keys),
    allowPrivate: [service.place],
    mail: { canMail: false },
    contact: CONTACT,
  });

  before(async () => {
    database = await testDatabase();
    service = await testPushService({ answer: (pushed) => answer(pushed) });
  });
  after(async () => {
    await service?.[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await database.owner.query('delete from push_messages');
    house = await addInstitution(database);
    answer = () => undefined;
    service.pushed.length = 0;
  });

  const me = () => house.people.head.id;
  const signIn = async (personId = me()) => {
    const sessionId = newId();
    await database.owner.query(
      `insert into sessions (id, person_id, token, expires_at, user_agent, created_at, updated_at)
       values ($1, $2, $3, $4, 'Firefox/150 Windows', $5, $5)`,
      [
        sessionId,
        personId,
        sessionId,
        clock
          .now()
          .add({ hours: 7 * 24 })
          .toString(),
        clock.now().toString(),
      ],
    );
    return sessionId;
  };
  const turnOn = async (browser: TestBrowser, sessionId: string, personId = me()) => {
    const { publicKey } = await listPushDevices(deps(), personId);
    await addPushDevice(deps(), { personId, sessionId }, { publicKey, ...browser });
    return publicKey;
  };
  const device = async () => {
    const browser = service.addBrowser();
    await turnOn(browser, await signIn());
    return browser;
  };
  const devices = async (personId = me()) => (await listPushDevices(deps(), personId)).devices;
  const tell = (change: Partial<NewNotice> = {}) =>
    database.db.within({ institutionId: house.id }, (tx) =>
      notify(tx, {
        institutionId: house.id,
        personIds: [me()],
        kind: 'remark.mention',
        subjectType: 'post',
        subjectId: newId(),
        params: { title: 'Odluka o zahtjevu Petra Petrovića', by: 'Amra Hadžić' },
        at: clock.now(),
        ...change,
      }),
    );
  const send = async (keys = [KEY]) => {
    await using fetch = createDoor(service.place);
    while ((await sendPushes({ ...deps(keys), pushFetch: fetch.door })) > 0);
  };
  const pass = async () => {
    await passOnNotices(deps());
    await send();
  };
  const waiting = async () =>
    (
      await database.owner.query<{ state: string; attempts: number; next: string }>(
        'select state, attempts, next_attempt_at::text as next from push_messages where person_id = $1',
        [me()],
      )
    ).rows;

  test('reach every browser of the person, sealed for it and signed by us, with nothing of the post', async () => {
    const [one, two] = [service.addBrowser(), service.addBrowser()];
    const key = await turnOn(one, await signIn());
    await turnOn(two, await signIn());
    const subjectId = newId();
    await tell({ subjectId });
    await pass();
    assert.deepEqual(
      service.pushed.map(({ address }) => address).toSorted(),
      [one, two].map(({ endpoint }) => new URL(endpoint).pathname).toSorted(),
    );
    const [first] = service.pushed as [Pushed];
    assert.deepEqual([first.encoding, first.urgency, first.key], ['aes128gcm', 'high', key]);
    assert.equal(first.token.sub, CONTACT);
    const ahead = first.token.exp - Date.now() / 1000;
    assert.ok(ahead > 0 && ahead <= 24 * 3600, `${ahead} s`);
    assert.ok(first.ttl > 23 * 3600 && first.ttl <= 24 * 3600);
    const { id: _id, tag, ...message } = first.message;
    assert.deepEqual(message, {
      title: 'UZP',
      body: 'Neko me spominje',
      lang: 'bs',
      path: `/studio/${house.slug}/review/${subjectId}`,
    });
    assert.equal(first.topic, tag.replaceAll('-', ''));
    assert.doesNotMatch(JSON.stringify(service.pushed.map((one) => one.message)), /Petr|Amra|Odluka/);
    assert.doesNotMatch(first.raw.toString('latin1'), /UZP|studio/);
    assert.deepEqual(await waiting(), []);
    assert.ok((await devices()).every(({ used_at, trouble }) => used_at !== null && trouble === null));
  });

  test('come in the language and script of the person', async () => {
    await database.owner.query(`update people set language = 'sr-Cyrl' where id = $1`, [me()]);
    await device();
    await tell();
    await pass();
    assert.equal(service.pushed[0]?.message.body, 'Неко ме помиње');
    assert.equal(service.pushed[0]?.message.lang, 'sr-Cyrl');
  });

  test('do not come to whoever wants none, nor of what was read meanwhile, nor where nobody is signed in', async () => {
    await device();
    await tell({ kind: 'post.approved' });
    await pass();
    assert.equal(service.pushed.length, 0, 'by default it is for the studio and the digest');
    await tell();
    await passOnNotices(deps());
    await readAllNotices(deps(), house.actor('head'), clock.now());
    await send();
    assert.deepEqual([service.pushed.length, await waiting()], [0, []]);
    await tell();
    await passOnNotices(deps());
    await database.owner.query('delete from sessions where person_id = $1', [me()]);
    await send();
    assert.deepEqual([service.pushed.length, await devices(), await waiting()], [0, [], []]);
  });

  test('stop where the session has run out', async () => {
    await device();
    await tell();
    await passOnNotices(deps());
    await database.owner.query(`update sessions set expires_at = $2 where person_id = $1`, [
      me(),
      clock.now().subtract({ seconds: 1 }).toString(),
    ]);
    await send();
    assert.deepEqual([service.pushed.length, await devices(), await waiting()], [0, [], []]);
  });

  test('a browser belongs to whoever turned it on there last, and given again it stays one', async () => {
    const browser = service.addBrowser();
    await turnOn(browser, await signIn());
    await turnOn(browser, await signIn());
    assert.equal((await devices()).length, 1);
    const editor = house.people.editor.id;
    await turnOn(browser, await signIn(editor), editor);
    assert.deepEqual([(await devices()).length, (await devices(editor)).length], [0, 1]);
    await tell();
    await pass();
    assert.equal(service.pushed.length, 0);
    const [theirs] = await devices(editor);
    await assert.rejects(removePushDevice(deps(), me(), theirs!.id), { code: 'push.device-not-found' });
    await assert.rejects(tryPushDevice(deps(), me(), theirs!.id), { code: 'push.device-not-found' });
    await removePushDevice(deps(), editor, theirs!.id);
    assert.deepEqual(await devices(editor), []);
  });

  test('a trial goes to the one browser', async () => {
    await device();
    const browser = await device();
    const trial = (await devices()).find(({ endpoint }) => endpoint === browser.endpoint);
    await tryPushDevice(deps(), me(), trial!.id);
    await send();
    assert.deepEqual(
      service.pushed.map(({ address, message }) => [address, message.path]),
      [[new URL(browser.endpoint).pathname, '/studio/']],
    );
  });

  for (const status of [404, 410]) {
    test(`${status} ends the browser, and what was on its way to it`, async () => {
      await device();
      await tell();
      await tell();
      answer = () => ({ status });
      await pass();
      assert.deepEqual([await devices(), await waiting()], [[], []]);
      assert.ok(service.pushed.length > 0);
    });
  }

  test('429 is heeded for as long as it says, 500 and a cut line are tried later each time, until it is taken', async () => {
    await device();
    await tell();
    answer = () => ({ status: 429, headers: { 'Retry-After': '90' } });
    await pass();
    assert.equal((await devices())[0]?.trouble, 'unreachable');
    const next = async () =>
      Temporal.Instant.from((await waiting())[0]!.next.replace(' ', 'T'))
        .since(clock.now())
        .total('seconds');
    assert.equal(await next(), 90);
    clock.advance({ seconds: 89 });
    await send();
    assert.equal(service.pushed.length, 1);
    clock.advance({ seconds: 1 });
    answer = () => ({ status: 500 });
    await send();
    assert.deepEqual([service.pushed.length, await next()], [2, 60]);
    clock.advance({ seconds: 60 });
    answer = () => 'cut';
    await send();
    assert.deepEqual([service.pushed.length, await next()], [3, 120]);
    clock.advance({ seconds: 120 });
    answer = () => undefined;
    await send();
    assert.deepEqual([service.pushed.length, await waiting()], [4, []]);
    assert.equal((await devices())[0]?.trouble, null);
    assert.equal(new Set(service.pushed.map(({ message }) => message.id)).size, 1);
  });

  test('any other refusal is the last word of this message, and the person sees it', async () => {
    await device();
    await tell();
    answer = () => ({ status: 403 });
    await pass();
    assert.deepEqual([await waiting(), (await devices())[0]?.trouble], [[], 'refused']);
    answer = () => ({ status: 302, headers: { Location: 'http://127.0.0.1:1/' } });
    await tell();
    await pass();
    assert.deepEqual([await waiting(), (await devices())[0]?.trouble], [[], 'refused']);
  });

  test('after a day it is given up', async () => {
    await device();
    await tell();
    answer = () => ({ status: 503 });
    await pass();
    for (let hour = 0; hour < 25; hour += 1) {
      clock.advance({ hours: 1 });
      await send();
    }
    assert.deepEqual(await waiting(), []);
    assert.ok(service.pushed.length > 20 && service.pushed.length < 30, String(service.pushed.length));
    assert.equal((await devices()).length, 1);
  });

  test('workers that pass on and send at once send each once', async () => {
    for (let n = 0; n < 3; n += 1) await device();
    for (let n = 0; n < 5; n += 1) await tell();
    await Promise.all([1, 2, 3].map(() => passOnNotices(deps())));
    await Promise.all([1, 2, 3].map(() => send()));
    assert.equal(service.pushed.length, 15);
    assert.equal(new Set(service.pushed.map(({ message }) => message.id)).size, 15);
  });

  test('one killed with a message in hand leaves it to the next, under the same id and topic', async () => {
    await device();
    await tell();
    await passOnNotices(deps());
    const program = join(import.meta.dirname, '../../../../tests/helpers/send-pushes-process.ts');
    const hit = Promise.withResolvers<void>();
    answer = async () => {
      child.kill('SIGKILL');
      hit.resolve();
      await new Promise((resolve) => child.once('exit', resolve));
    };
    const child = spawn(process.execPath, [program, database.appUrl, service.place, clock.now().toString()]);
    await hit.promise;
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal((await waiting())[0]?.state, 'sending');
    answer = () => undefined;
    await send();
    assert.equal(service.pushed.length, 1, 'the lease has not run out');
    await database.owner.query(`update push_messages set lease_until = now() - interval '1 second'`);
    await send();
    assert.equal(service.pushed.length, 2);
    for (const part of [(one: Pushed) => one.message.id, (one: Pushed) => one.topic])
      assert.equal(new Set(service.pushed.map(part)).size, 1);
    assert.deepEqual(await waiting(), []);
  });

  test('the keys are made once by many, kept sealed, sealed anew with a new key, and made anew where none opens them', async () => {
    await database.owner.query('delete from push_keys');
    const made = await Promise.all([1, 2, 3, 4].map(() => listPushDevices(deps(), me())));
    assert.equal(new Set(made.map(({ publicKey }) => publicKey)).size, 1);
    const kept = async () =>
      (await database.owner.query<{ id: string; sealed: string }>('select id, sealed from push_keys')).rows;
    const [{ id, sealed }] = (await kept()) as [{ id: string; sealed: string }];
    assert.equal(Buffer.from(new SecretBox([KEY]).open(sealed, id), 'base64url').length, 32);
    await device();
    assert.equal((await listPushDevices(deps([OTHER_KEY, KEY]), me())).publicKey, made[0]!.publicKey);
    const [resealed] = await kept();
    assert.equal(
      new SecretBox([OTHER_KEY]).open(resealed!.sealed, id),
      new SecretBox([KEY]).open(sealed, id),
    );
    assert.equal((await devices()).length, 0, 'the first key alone opens nothing now');
    assert.notEqual((await kept())[0]?.id, id);
  });

  test('what lies within our walls is no push service, whether it says so or turns out so', async () => {
    const { publicKey } = await listPushDevices(deps(), me());
    const sessionId = await signIn();
    const keys = service.addBrowser();
    const give = (endpoint: string, allowPrivate: string[] = []) =>
      addPushDevice(
        { ...deps(), allowPrivate },
        { personId: me(), sessionId },
        { publicKey, ...keys, endpoint },
      );
    for (const endpoint of [
      keys.endpoint,
      'http://push.example.org/x',
      'https://127.0.0.1/x',
      'https://10.0.0.8/x',
      'https://[::1]/x',
      'https://[fd00::1]/x',
      'https://169.254.169.254/latest',
      'https://user:pass@push.example.org/x',
      'file:///etc/passwd',
      'javascript:alert(1)',
      '',
    ])
      await assert.rejects(give(endpoint), { code: 'push.bad-endpoint' }, endpoint);
    // A name that resolves to this machine is found out when it is sent to, and forgotten.
    await give('https://localhost/x');
    await tell();
    await pass();
    assert.deepEqual([service.pushed.length, await devices(), await waiting()], [0, [], []]);
  });

  test('keys that are none, and a key that is not ours any more, are refused', async () => {
    const { publicKey } = await listPushDevices(deps(), me());
    const good = service.addBrowser();
    const mine = { personId: me(), sessionId: await signIn() };
    const off = Buffer.from(good.p256dh, 'base64url').fill(7, 1).toString('base64url');
    for (const wrong of [{ auth: 'AAAA' }, { p256dh: 'AAAA' }, { p256dh: off }, { p256dh: '' }])
      await assert.rejects(addPushDevice(deps(), mine, { publicKey, ...good, ...wrong }), {
        code: 'push.bad-keys',
      });
    await assert.rejects(addPushDevice(deps(), mine, { ...good, publicKey: good.p256dh }), {
      code: 'push.other-key',
    });
  });
});

function createDoor(place: string) {
  const door = createSafeFetch({ allowPrivate: [place], maxRedirects: 0 });
  return { door, [Symbol.asyncDispose]: () => door.close() };
}
