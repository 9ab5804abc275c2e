import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import sharp from 'sharp';
import * as protocol from '#/connectors/sandbox/protocol.ts';
import { listFeed, listFaults, setFault, takeFault, type SandboxFault } from '#/modules/sandbox/index.ts';
import { testDatabase, type TestDatabase } from '../../../tests/helpers/database.ts';
import { startRealSandbox, type RealSandbox } from '../../../tests/helpers/sandbox.ts';
import { SLOW_SECONDS } from './faults.ts';
import { RATE_LIMIT_SECONDS, STATUS } from './problems.ts';

const { sandboxPaths } = protocol;

let database: TestDatabase;
let network: RealSandbox;
before(async () => {
  database = await testDatabase();
  network = await startRealSandbox(database);
});
after(async () => {
  await network.close();
  await database[Symbol.asyncDispose]();
});

type Sent = {
  method?: string;
  token?: string;
  json?: unknown;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
};

async function ask(
  path: string,
  { method = 'GET', token, json, bytes, headers = {} }: Sent = {},
  of = network,
) {
  // oxlint-disable-next-line no-restricted-globals -- a client of the server under test
  const response = await fetch(of.url + path, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(bytes === undefined ? {} : { body: new Uint8Array(bytes) }),
  });
  const text = await response.text();
  const body = (text === '' ? null : JSON.parse(text)) as Record<string, unknown> | null;
  return { status: response.status, body, headers: response.headers, code: body?.['code'] };
}

let handles = 0;
async function claim(of = network, handle = `nalog-${(handles += 1)}`) {
  const json = { code: of.code(), handle, displayName: '' };
  const { status, body } = await ask(sandboxPaths.accounts(), { method: 'POST', json }, of);
  const { account, token, renewToken } = body as unknown as protocol.SandboxGrant;
  return { status, account, token, renewToken, handle };
}

const post = (token: string, key: string, over: Partial<protocol.SandboxNewPost> = {}) =>
  ask(sandboxPaths.post(key), {
    method: 'PUT',
    token,
    json: { text: 'Radi šalter.', language: 'bs', media: [], ...over },
  });

const picture = (size = 3) =>
  sharp({ create: { width: size, height: size, channels: 3, background: '#123456' } })
    .png()
    .toBuffer();

suite('accounts and tokens of the practice network', () => {
  test('statuses and waits are those of the protocol', () => {
    assert.deepEqual(STATUS, protocol.SANDBOX_PROBLEMS);
    assert.equal(SLOW_SECONDS, protocol.SLOW_SECONDS);
    assert.equal(RATE_LIMIT_SECONDS, protocol.RATE_LIMIT_SECONDS);
  });

  test('an account is made, and claimed again with fresh tokens that end the old ones', async () => {
    const first = await claim();
    assert.equal(first.status, 201);
    assert.equal(first.account.url, `http://glasnik.example/sandbox/${first.handle}`);
    assert.match(first.account.displayName, /^Agencija/);
    const again = await claim(network, first.handle);
    assert.equal(again.status, 200);
    assert.equal(again.account.id, first.account.id);
    assert.equal((await ask(sandboxPaths.account(), { token: first.token })).code, 'token-revoked');
    const renewal = { method: 'POST', json: { renewToken: first.renewToken } };
    assert.equal((await ask(sandboxPaths.session(), renewal)).code, 'token-revoked');
    assert.deepEqual((await ask(sandboxPaths.account(), { token: again.token })).body, again.account);
  });

  test('a handle belongs to one institution', async () => {
    const mine = await claim();
    const other = await startRealSandbox(database);
    const json = { code: other.code(), handle: mine.handle, displayName: 'Tuđi' };
    const got = await ask(sandboxPaths.accounts(), { method: 'POST', json }, other);
    await other.close();
    assert.deepEqual([got.status, got.code], [409, 'handle-taken']);
  });

  test('says no to a wrong code, an odd handle and a body that is none', async () => {
    const send = (json: unknown) => ask(sandboxPaths.accounts(), { method: 'POST', json });
    const wanted = { code: network.code(), handle: 'dobar', displayName: '' };
    assert.equal((await send({ ...wanted, code: 'x' })).code, 'code-refused');
    for (const handle of ['Veliko', 'a', 'kraj-', 'pod_vlaka', 'x'.repeat(31), '../x']) {
      assert.equal((await send({ ...wanted, handle })).code, 'handle-invalid', handle);
    }
    assert.equal((await send({ ...wanted, displayName: 'č'.repeat(101) })).code, 'invalid');
    assert.equal((await send({ ...wanted, displayName: 'a\0b' })).code, 'invalid');
    assert.equal((await send({ handle: 7 })).code, 'invalid');
    assert.equal((await send('[')).code, 'invalid');
  });

  test('a token expires and is renewed; the renewal kills nothing', async () => {
    const { token, renewToken } = await claim();
    const { clock } = network;
    clock.advance({ hours: 13 });
    const expired = await ask(sandboxPaths.account(), { token });
    assert.deepEqual([expired.status, expired.code], [401, 'token-expired']);
    const renew = () => ask(sandboxPaths.session(), { method: 'POST', json: { renewToken } });
    const [one, two] = [await renew(), await renew()];
    for (const { body } of [one, two]) {
      const fresh = (body as unknown as protocol.SandboxGrant).token;
      assert.equal((await ask(sandboxPaths.account(), { token: fresh })).status, 200);
    }
    assert.equal(
      (await ask(sandboxPaths.session(), { method: 'POST', json: { renewToken: 'x' } })).code,
      'token-unknown',
    );
    // A renew token is none for use.
    assert.equal((await ask(sandboxPaths.account(), { token: renewToken })).code, 'token-unknown');
    assert.equal((await ask(sandboxPaths.account())).code, 'token-unknown');
    assert.equal((await ask('/sandbox/api/v1/nothing', { token })).code, 'not-found');
  });

  test('tells what is wrong in the language of the one who asks', async () => {
    const say = async (language: string) =>
      (await ask(sandboxPaths.account(), { headers: { 'accept-language': language } })).body?.['detail'];
    assert.equal(await say('hr'), 'Pristupni token nije poznat.');
    assert.equal(await say('sr-Cyrl-BA, en;q=0.5'), 'Приступни токен није познат.');
    assert.equal(await say('fr'), 'The access token is not known.');
  });
});

suite('posts of the practice network', () => {
  test('a key makes one post, whatever is sent again, also at the same moment', async () => {
    const { token, account } = await claim();
    const all = await Promise.all(Array.from({ length: 8 }, () => post(token, 'kljuc')));
    assert.equal(all.filter(({ status }) => status === 201).length, 1);
    const bodies = new Set(all.map(({ body }) => JSON.stringify(body)));
    assert.equal(bodies.size, 1);
    const made = all[0]!.body as unknown as protocol.SandboxPost;
    assert.equal(made.url, `http://glasnik.example/sandbox/${account.handle}/posts/${made.id}`);
    assert.deepEqual((await ask(sandboxPaths.post('kljuc'), { token })).body, made);
    assert.equal((await post(token, 'kljuc', { text: 'Drugo.' })).code, 'key-used');
    assert.equal((await post(token, 'kljuc', { language: 'hr' })).code, 'key-used');
  });

  test('a removed post keeps its key and nothing else', async () => {
    const { token } = await claim();
    const remove = () => ask(sandboxPaths.post('k'), { method: 'DELETE', token });
    assert.equal((await remove()).code, 'post-not-found');
    await post(token, 'k');
    assert.equal((await remove()).status, 204);
    assert.deepEqual([(await remove()).status, (await remove()).code], [410, 'post-removed']);
    assert.equal((await ask(sandboxPaths.post('k'), { token })).code, 'post-removed');
    assert.equal((await post(token, 'k')).code, 'post-removed');
    const { rows } = await database.owner.query(`select text from sandbox_posts where key = 'k'`);
    assert.deepEqual(rows, [{ text: '' }]);
  });

  test('says what is wrong with a post', async () => {
    const { token } = await claim();
    const code = async (over: Partial<protocol.SandboxNewPost>) => (await post(token, 'n', over)).code;
    assert.equal(await code({ text: ' \n' }), 'text-empty');
    assert.equal(await code({ text: '👨‍👩‍👧'.repeat(501) }), 'text-too-long');
    assert.equal(await code({ text: 'a\0' }), 'invalid');
    assert.equal(await code({ text: 'a\ud800' }), 'invalid');
    assert.equal(await code({ language: 'de' }), 'invalid');
    assert.equal(await code({ media: ['x'] }), 'invalid');
    assert.equal(await code({ media: [token.slice(0, 36)] }), 'invalid');
    assert.equal(await code({ media: ['01900000-0000-7000-8000-00000000000a'] }), 'media-unknown');
    assert.equal(
      await code({ media: Array(5).fill('01900000-0000-7000-8000-00000000000a') }),
      'too-many-images',
    );
    assert.equal((await post(token, 'x'.repeat(101))).code, 'invalid');
    assert.equal((await post(token, 'a/b')).code, 'invalid');
    assert.equal((await post(token, '👨‍👩‍👧')).code, 'invalid');
    assert.equal((await post(token, 'dug', { text: '👨‍👩‍👧'.repeat(500) })).status, 201);
  });

  test('pictures are judged by their content, and one upload is one picture', async () => {
    const { token } = await claim();
    const upload = (bytes: Uint8Array, alt?: string) =>
      ask(sandboxPaths.media(alt), {
        method: 'POST',
        token,
        bytes,
        headers: { 'content-type': 'image/png' },
      });
    const png = await picture();
    const first = await upload(png, 'Šalter');
    assert.equal(first.status, 201);
    assert.deepEqual((await upload(png, 'Šalter')).body, first.body);
    const id = String(first.body?.['id']);
    const other = String((await upload(png, 'Drugi opis')).body?.['id']);
    assert.notEqual(other, id);
    const bare = String((await upload(png)).body?.['id']);
    assert.equal((await upload(Buffer.from('no picture at all'), 'x')).code, 'media-kind');
    assert.equal((await upload(png.subarray(0, png.length - 30), 'x')).code, 'media-kind');
    assert.equal((await upload(await sharp(png).gif().toBuffer(), 'x')).code, 'media-kind');
    assert.equal((await upload(new Uint8Array(8_000_001), 'x')).code, 'media-too-large');
    assert.equal((await upload(png, 'č'.repeat(1001))).code, 'invalid');
    assert.equal((await post(token, 'bez', { media: [bare] })).code, 'alt-missing');
    const made = await post(token, 'sa', { media: [other, id] });
    assert.deepEqual(made.body?.['media'], [
      { id: other, alt: 'Drugi opis' },
      { id, alt: 'Šalter' },
    ]);
    const stranger = await claim();
    assert.equal((await post(stranger.token, 'tudja', { media: [id] })).code, 'media-unknown');
  });

  test('uploads that nobody came to use are forgotten after a week', async () => {
    const { token } = await claim();
    const upload = (bytes: Uint8Array) =>
      ask(sandboxPaths.media('x'), { method: 'POST', token, bytes }).then(({ body }) => String(body?.['id']));
    const [used, unused] = [await upload(await picture(4)), await upload(await picture(5))];
    await post(token, 'm', { media: [used] });
    network.clock.advance({ hours: 24 * 8 });
    const { token: fresh } = await claim(network, (await feedHandles()).at(-1));
    await ask(sandboxPaths.media('x'), { method: 'POST', token: fresh, bytes: await picture(6) });
    const { rows } = await database.owner.query<{ id: string }>(
      'select id from sandbox_media where id = any($1::uuid[])',
      [[used, unused]],
    );
    assert.deepEqual(rows, [{ id: used }]);
  });
});

async function feedHandles(): Promise<string[]> {
  const { rows } = await database.owner.query<{ handle: string }>(
    'select handle from sandbox_accounts order by created_at, id',
  );
  return rows.map(({ handle }) => handle);
}

suite('faults of the practice network', () => {
  const set = (fault: SandboxFault, times: number) => setFault(network.deps, network.actor, { fault, times });
  const left = async () =>
    (await listFaults(network.deps, network.actor)).map((it) => `${it.fault} ${it.remaining}`);

  test('lose-answer: the post is there, the answer is not', async () => {
    const { token } = await claim();
    await set('lose-answer', 1);
    assert.equal((await ask(sandboxPaths.account(), { token })).status, 200);
    await assert.rejects(post(token, 'izgubljen'), /fetch failed/);
    assert.equal((await ask(sandboxPaths.post('izgubljen'), { token })).status, 200);
    assert.equal((await post(token, 'izgubljen')).status, 200);
    assert.deepEqual(await left(), []);
  });

  test('error-500 and rate-limit: nothing is done', async () => {
    const { token } = await claim();
    await set('error-500', 1);
    const failed = await post(token, 'nista');
    assert.deepEqual([failed.status, failed.code], [500, 'internal-error']);
    assert.equal(failed.headers.get('content-type'), 'application/problem+json');
    await set('rate-limit', 1);
    const limited = await post(token, 'nista');
    assert.deepEqual([limited.status, limited.code], [429, 'rate-limited']);
    assert.equal(limited.headers.get('retry-after'), '30');
    assert.equal((await ask(sandboxPaths.post('nista'), { token })).code, 'post-not-found');
    await set('error-500', 1);
    const json = { code: network.code(), handle: 'novi-nalog', displayName: '' };
    assert.equal((await ask(sandboxPaths.accounts(), { method: 'POST', json })).status, 500);
  });

  test('slow: done at once, answered after twenty seconds', async () => {
    const { token } = await claim();
    await set('slow', 1);
    const state = { answered: false };
    const slow = post(token, 'spor').finally(() => (state.answered = true));
    for (;;) {
      const { rows } = await database.owner.query(`select 1 from sandbox_posts where key = 'spor'`);
      if (rows.length > 0) break;
    }
    assert.equal((await ask(sandboxPaths.post('spor'), { token })).status, 200);
    assert.equal(state.answered, false);
    for (let waited = 0; !state.answered && waited < 100; waited += 1) {
      network.clock.advance({ seconds: 1 });
      await ask(sandboxPaths.account(), { token });
    }
    assert.equal((await slow).status, 201);
  });

  test('expire-token: refused once, and good again after a renewal', async () => {
    const { token, renewToken } = await claim();
    await set('expire-token', 1);
    const renewed = await ask(sandboxPaths.session(), { method: 'POST', json: { renewToken } });
    assert.equal(renewed.status, 200, 'a renewal is not met by it');
    assert.equal((await post(token, 'istekao')).code, 'token-expired');
    assert.equal((await post(token, 'istekao')).status, 201);
  });

  test('refuse-media: the picture is not kept', async () => {
    const { token } = await claim();
    await set('refuse-media', 1);
    assert.equal((await post(token, 'bez-slike')).status, 201);
    const send = async () => ask(sandboxPaths.media('x'), { method: 'POST', token, bytes: await picture(7) });
    assert.equal((await send()).code, 'media-refused');
    assert.equal((await send()).status, 201);
  });

  test('are used up one by one, however many requests come at once, and switched off with 0', async () => {
    const { token } = await claim();
    await set('error-500', 3);
    const all = await Promise.all(Array.from({ length: 10 }, () => ask(sandboxPaths.account(), { token })));
    assert.equal(all.filter(({ status }) => status === 500).length, 3);
    await set('slow', 5);
    assert.deepEqual(await left(), ['slow 5']);
    assert.deepEqual(await set('slow', 0), []);
    assert.equal((await ask(sandboxPaths.account(), { token })).status, 200);
  });

  test('belong to one institution, and only those may set them who may', async () => {
    const other = await startRealSandbox(database);
    await set('error-500', 1);
    const stranger = await claim(other);
    assert.equal((await ask(sandboxPaths.account(), { token: stranger.token }, other)).status, 200);
    await other.close();
    assert.equal(await takeFault(network.deps, network.actor.institutionId, 'other'), 'error-500');
    const auditor = { ...network.actor, roles: ['auditor' as const] };
    await assert.rejects(setFault(network.deps, auditor, { fault: 'slow', times: 1 }), /permission/);
  });
});

suite('the feed for the studio', () => {
  test("holds the institution's own posts, newest first, page by page", async () => {
    const own = await startRealSandbox(database);
    const { token } = await claim(own);
    for (const key of ['a', 'b', 'c']) {
      own.clock.advance({ minutes: 1 });
      await ask(
        sandboxPaths.post(key),
        { method: 'PUT', token, json: { text: `Objava ${key}`, language: 'bs', media: [] } },
        own,
      );
    }
    await own.close();
    const first = await listFeed(own.deps, own.actor, { limit: 2 });
    assert.deepEqual(
      first.items.map(({ post: { text } }) => text),
      ['Objava c', 'Objava b'],
    );
    const second = await listFeed(own.deps, own.actor, { limit: 2, after: first.next ?? '' });
    assert.deepEqual(
      second.items.map(({ post: { text } }) => text),
      ['Objava a'],
    );
    assert.equal(second.next, null);
    await assert.rejects(listFeed(own.deps, own.actor, { limit: 2, after: 'x' }), /page.wrong-cursor/);
  });
});
