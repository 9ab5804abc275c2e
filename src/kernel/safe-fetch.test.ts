import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { createSafeFetch, FetchFault, type FetchFaultCode, type SafeFetchOptions } from './safe-fetch.ts';

type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
type Stand = { port: number; url: string; seen: Seen[] };

const closing: (() => unknown)[] = [];
after(() => Promise.all(closing.map((close) => close())));

/** A server on this machine that remembers what it was asked. */
async function serve(answer: RequestListener): Promise<Stand> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ method: request.method!, url: request.url!, headers: request.headers, body });
      answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}/`, seen };
}

const say =
  (text: string, headers: Record<string, string> = {}, status = 200) =>
  (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, headers).end(text);

const redirect = (location: string, status = 302) => say('', { location }, status);

function make(options: SafeFetchOptions = {}) {
  const fetch = createSafeFetch({ timeoutMs: 5000, allowPrivate: ['127.0.0.1'], ...options });
  closing.push(() => fetch.close());
  return fetch;
}

async function fault(promise: Promise<unknown>): Promise<[FetchFaultCode, boolean]> {
  const error = await promise.then(
    () => assert.fail('it went through'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof FetchFault)) throw error;
  return [error.code, error.sent];
}

const resolving = (...rounds: string[][]) => {
  const asked: string[] = [];
  const resolve: SafeFetchOptions['resolve'] = (name, _, callback) => {
    asked.push(name);
    const round = rounds[Math.min(asked.length, rounds.length) - 1]!;
    const found = round.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
    setImmediate(callback, null, found);
  };
  return { resolve, asked };
};

suite('private addresses', () => {
  const hosts = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '0',
    '10.0.0.1',
    '172.16.3.4',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[::]',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fd00::1]',
    '[ff02::1]',
    '[4000::1]',
    'localhost',
    '①②⑦.0.0.1',
  ];
  for (const host of hosts) {
    test(`${host} is refused`, async () => {
      const fetch = make({ allowPrivate: [] });
      assert.deepEqual(await fault(fetch(`http://${host}:4/`)), ['private-address', false]);
    });
  }

  test('a name for this machine with a dot at its end is refused, whether the system resolves it or not', async () => {
    const [, sent] = await fault(make({ allowPrivate: [] })('http://localhost.:4/'));
    assert.equal(sent, false);
  });

  test('a name is refused when any of its addresses is private', async () => {
    const { resolve } = resolving(['8.8.8.8', '10.0.0.1']);
    const fetch = make({ resolve });
    assert.deepEqual(await fault(fetch('http://two.example/')), ['private-address', false]);
  });

  test('a name that changes its mind is checked on each connection, and looked up once for it', async () => {
    const { resolve, asked } = resolving(['127.0.0.1']);
    const fetch = make({ resolve, allowPrivate: [] });
    assert.deepEqual(await fault(fetch('http://rebind.example/')), ['private-address', false]);
    assert.deepEqual(await fault(fetch('http://rebind.example/')), ['private-address', false]);
    assert.deepEqual(asked, ['rebind.example', 'rebind.example']);
  });

  test('a host may be allowed, with or without its port', async () => {
    const stand = await serve(say('hello'));
    for (const entry of ['127.0.0.1', `127.0.0.1:${stand.port}`]) {
      assert.equal(await (await make({ allowPrivate: [entry] })(stand.url)).text(), 'hello');
    }
    const other = make({ allowPrivate: ['127.0.0.1:1'] });
    assert.deepEqual(await fault(other(stand.url)), ['private-address', false]);
    const { resolve } = resolving(['127.0.0.1']);
    const named = make({ allowPrivate: ['social.intranet'], resolve });
    assert.equal(await (await named(`http://social.intranet:${stand.port}/`)).text(), 'hello');
    const portless = make({ allowPrivate: ['social.intranet:80'], resolve });
    assert.deepEqual(await fault(portless('http://social.intranet/')), ['no-connection', false]);
  });

  test('a redirect to one is refused before a byte goes there', async () => {
    const hidden = await serve(say('metadata'));
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '[::ffff:7f00:1]']) {
      const open = await serve(redirect(`http://${host}:${hidden.port}/latest`));
      const fetch = make({ allowPrivate: [`127.0.0.1:${open.port}`] });
      assert.deepEqual(await fault(fetch(open.url)), ['private-address', true]);
    }
    assert.deepEqual(hidden.seen, []);
  });
});

suite('addresses that are none', () => {
  for (const url of ['', 'x', 'ftp://example.com/', 'file:///etc/passwd', 'http://user:pw@example.com/']) {
    test(`'${url}' is refused`, async () => {
      assert.deepEqual(await fault(make()(url)), ['bad-url', false]);
    });
  }

  test('a port of another protocol is refused, and nothing is sent', async () => {
    assert.deepEqual(await fault(make()('http://127.0.0.1:25/')), ['bad-url', false]);
  });

  test('a redirect to nonsense is a fault after sending', async () => {
    for (const location of ['http://', 'gopher://x/', 'http://user:pw@127.0.0.1/']) {
      const stand = await serve(redirect(location));
      assert.deepEqual(await fault(make()(stand.url)), ['bad-url', true], location);
    }
  });
});

suite('redirects', () => {
  test('are followed, relative ones too, and the last address is told', async () => {
    const stand = await serve((request, response) => {
      if (request.url === '/') redirect('/there?x=1')(request, response);
      else say('arrived')(request, response);
    });
    const response = await make()(stand.url);
    assert.equal(await response.text(), 'arrived');
    assert.equal(response.url, `${stand.url}there?x=1`);
  });

  test('end after three', async () => {
    const stand = await serve(redirect('/again'));
    assert.deepEqual(await fault(make()(stand.url)), ['too-many-redirects', true]);
    assert.equal(stand.seen.length, 4);
  });

  test('to another origin lose everything that may be a key, within one they keep it', async () => {
    const headers = {
      authorization: 'Bearer hush',
      cookie: 'session=hush',
      'x-viber-auth-token': 'hush',
      accept: 'application/json',
    };
    const there = await serve(say('ok'));
    const away = await serve(redirect(there.url));
    await (await make()(away.url, { headers })).text();
    assert.doesNotMatch(JSON.stringify(there.seen), /hush/);
    assert.equal(there.seen[0]!.headers.accept, 'application/json');

    const home = await serve((request, response) => {
      (request.url === '/' ? redirect('/in') : say('ok'))(request, response);
    });
    await (await make()(home.url, { headers })).text();
    assert.equal(home.seen[1]!.headers.authorization, 'Bearer hush');
  });

  test('turn a POST into a GET, except 307 and 308', async () => {
    for (const [status, method, body] of [
      [302, 'GET', ''],
      [303, 'GET', ''],
      [307, 'POST', 'words'],
      [308, 'POST', 'words'],
    ] as const) {
      const there = await serve(say('ok'));
      const stand = await serve(redirect(there.url, status));
      await (await make()(stand.url, { method: 'POST', body: 'words' })).text();
      assert.deepEqual([there.seen[0]!.method, there.seen[0]!.body], [method, body], String(status));
      assert.equal(there.seen[0]!.headers['content-type'] === undefined, method === 'GET');
    }
  });

  test('that end at a closed door after a POST count as sent: the first server may have acted', async () => {
    const stand = await serve(redirect('http://127.0.0.1:1/', 303));
    const answer = make()(stand.url, { method: 'POST', body: 'words' });
    const [, sent] = await fault(answer);
    assert.equal(sent, true);
  });
});

suite('sizes', () => {
  const read = async (response: Promise<Response>) => (await response).text();

  test('an answer that announces too much is refused unread', async () => {
    const stand = await serve(say('x'.repeat(2000), { 'content-length': '2000' }));
    assert.deepEqual(await fault(make({ maxBytes: 1000 })(stand.url)), ['too-large', true]);
    assert.equal((await read(make({ maxBytes: 2000 })(stand.url))).length, 2000);
  });

  test('an answer that grows without announcing it is cut off', async () => {
    const stand = await serve((_, response) => {
      const more = () => {
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    assert.deepEqual(await fault(read(make({ maxBytes: 500_000 })(stand.url))), ['too-large', true]);
  });

  test('a packed answer is measured unpacked, without unpacking it all', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    const stand = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    const before = process.memoryUsage().rss;
    assert.ok(bomb.byteLength < 1_000_000);
    assert.deepEqual(await fault(read(make({ maxBytes: 1_000_000 })(stand.url))), ['too-large', true]);
    assert.ok(process.memoryUsage().rss - before < 100_000_000, 'the bomb went off in memory');
  });
});

suite('time', () => {
  test('a server that says nothing is left, and the request counts as sent', async () => {
    const stand = await serve(() => undefined);
    assert.deepEqual(await fault(make({ timeoutMs: 200 })(stand.url)), ['timeout', true]);
  });

  test('a body that drips is left when the time is over', async () => {
    const stand = await serve((_, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
      response.write('.');
    });
    const response = await make({ timeoutMs: 300 })(stand.url);
    const begun = performance.now();
    assert.deepEqual(await fault(response.text()), ['timeout', true]);
    assert.ok(performance.now() - begun < 2000);
  });

  test('a caller may leave earlier', async () => {
    const stand = await serve(() => undefined);
    const signal = AbortSignal.timeout(50);
    assert.deepEqual(await fault(make()(stand.url, { signal })), ['timeout', true]);
  });
});

suite('was it sent?', () => {
  const post = { method: 'POST', body: JSON.stringify({ text: 'once' }) };

  test('not where nobody listens', async () => {
    const stand = createServer().listen(0, '127.0.0.1');
    await once(stand, 'listening');
    const { port } = stand.address() as AddressInfo;
    stand.close();
    await once(stand, 'close');
    assert.deepEqual(await fault(make()(`http://127.0.0.1:${port}/`, post)), ['no-connection', false]);
    const named = make({ allowPrivate: ['two.example'], resolve: resolving(['127.0.0.1', '::1']).resolve });
    assert.deepEqual(await fault(named(`http://two.example:${port}/`, post)), ['no-connection', false]);
  });

  test('not where the name leads nowhere', async () => {
    const lost: SafeFetchOptions['resolve'] = (_, __, callback) => {
      callback(Object.assign(new Error('lost'), { code: 'ENOTFOUND' }), []);
    };
    assert.deepEqual(await fault(make({ resolve: lost })('http://lost.example/', post)), [
      'no-connection',
      false,
    ]);
    const empty = make({ resolve: resolving([]).resolve });
    assert.deepEqual(await fault(empty('http://empty.example/', post)), ['no-connection', false]);
  });

  test('not where the other side does not speak TLS as asked', async () => {
    const stand = await serve(say('plain'));
    const [, sent] = await fault(make()(`https://127.0.0.1:${stand.port}/`, post));
    assert.equal(stand.seen.length, 0);
    assert.equal(sent, true, 'a broken handshake looks like a broken line; doubt is the safe side');
  });

  test('yes where the answer is cut off, and it is not sent again', async () => {
    const stand = await serve((_, response) => response.destroy());
    const fetch = make();
    assert.deepEqual(await fault(fetch(stand.url, post)), ['broken-off', true]);
    await sleep(100);
    assert.equal(stand.seen.length, 1);
  });

  test('yes where a line that was open from before breaks', async () => {
    let asked = 0;
    const stand = await serve((request, response) => {
      asked += 1;
      if (asked === 1) say('ok')(request, response);
      else response.destroy();
    });
    const fetch = make();
    await (await fetch(stand.url)).text();
    assert.deepEqual(await fault(fetch(stand.url, post)), ['broken-off', true]);
    await sleep(100);
    assert.deepEqual(
      stand.seen.map(({ method }) => method),
      ['GET', 'POST'],
    );
  });

  test('yes where the body ends before its announced end', async () => {
    const stand = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    const response = await make()(stand.url, post);
    assert.equal(response.status, 200);
    assert.deepEqual(await fault(response.text()), ['broken-off', true]);
  });
});

suite('as fetch', () => {
  test('carries method, headers and bytes, and gives status, headers and body back', async () => {
    const stand = await serve(say('{"a":"ž"}', { 'content-type': 'application/json', 'x-a': 'b' }, 201));
    const request = new Request(stand.url, {
      method: 'PUT',
      body: new Uint8Array([0xc5, 0xbe]),
      headers: { 'x-q': '1' },
    });
    const response = await make()(request);
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('x-a'), 'b');
    assert.deepEqual(await response.json(), { a: 'ž' });
    const [seen] = stand.seen;
    assert.deepEqual([seen!.method, seen!.body, seen!.headers['x-q']], ['PUT', 'ž', '1']);
  });

  test('sends forms with their boundary', async () => {
    const stand = await serve(say('ok'));
    const body = new FormData();
    body.append('file', new Blob(['words']), 'a.txt');
    await (await make()(stand.url, { method: 'POST', body })).text();
    assert.match(stand.seen[0]!.headers['content-type']!, /^multipart\/form-data; boundary=/);
    assert.match(stand.seen[0]!.body, /filename="a.txt"/);
  });

  test('takes answers without a body', async () => {
    for (const status of [204, 304]) {
      const stand = await serve(say('', {}, status));
      assert.equal((await make()(stand.url)).status, status);
    }
    const stand = await serve(say('', { 'content-length': '5' }));
    assert.equal(await (await make()(stand.url, { method: 'HEAD' })).text(), '');
  });

  test('can be left unread without harm', async () => {
    const stand = await serve(say('x'.repeat(100_000)));
    const fetch = make();
    const response = await fetch(stand.url);
    await response.body!.cancel();
    assert.equal((await (await fetch(stand.url)).text()).length, 100_000);
  });
});
