import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { publishedProof, stored, testMessage } from '../../src/connectors/_kit/contract-stage.ts';
import { textField } from '../../src/connectors/_kit/reasons.ts';
import { bluesky } from '../../src/connectors/bluesky/index.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  Handle,
  Message,
  Session,
} from '../../src/connectors/contract.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createLogger } from '../../src/kernel/logger.ts';
import { createSafeFetch } from '../../src/kernel/safe-fetch.ts';
import { startPds, type Pds, type PdsAccount } from './pds.ts';

/** Passes everything on to the real server; on demand it swallows the answer to one method. */
async function startProxy(
  target: string,
): Promise<{ url: string; swallow(method: string): void; server: Server }> {
  const swallowed: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const isSwallowed = swallowed.findIndex((method) => incoming.url?.includes(method));
    const { pathname, search } = new URL(incoming.url ?? '/', target);
    const onward = request(
      new URL(pathname + search, target),
      { method: incoming.method, headers: { ...incoming.headers, host: new URL(target).host } },
      (answer) => {
        if (isSwallowed >= 0) {
          swallowed.splice(isSwallowed, 1);
          answer.resume().once('end', () => incoming.socket.destroy());
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, swallow: (method) => void swallowed.push(method), server };
}

type Records = { uri: string; cid: string; value: Record<string, unknown> }[];

const soon = () => Temporal.Now.instant().add({ seconds: 1 }).toString();

/** What each check says: its state, or why not. */
const states = async (context: ConnectorContext, it: ConnectedAccount) =>
  Object.fromEntries(
    (await bluesky.diagnose(context, it)).checks.map(({ code, state, reason }) => [
      code,
      reason?.code ?? state,
    ]),
  );

const image = (bytes: Buffer, mime: string, width: number, height: number, alt: string) => ({
  mediaId: randomUUID(),
  mime,
  width,
  height,
  size: bytes.byteLength,
  alt,
  read: () => Promise.resolve(new Uint8Array(bytes)),
});

describe("Bluesky's own server", () => {
  let pds: Pds;
  let person: PdsAccount;
  let account: ConnectedAccount;
  const saved: Session[] = [];
  const safeFetch = createSafeFetch({ allowPrivate: ['localhost', '127.0.0.1'] });
  const context: ConnectorContext = {
    fetch: safeFetch,
    clock: systemClock,
    log: createLogger('error'),
    requestId: randomUUID(),
    ownUrl: 'http://glasnik.example',
    lend: null,
    renewSession: async (held, renew) => {
      const renewed = await renew(held);
      if (renewed.kind === 'renewed') saved.push(renewed.session);
      return renewed;
    },
    signal: new AbortController().signal,
  };
  const connect = async (password = person.appPassword): Promise<ConnectedAccount> => {
    const settings = { handle: `@${person.handle}`, password, service: pds.url };
    const { networkId, handle, settings: kept, session } = await bluesky.connect!(context, settings);
    return { id: randomUUID(), networkId, handle, settings: kept, session };
  };
  const prepare = async (message: Message, by = account): Promise<Handle> => {
    const outcome = await bluesky.prepare(context, by, message);
    assert.ok(outcome.kind === 'prepared', JSON.stringify(outcome));
    return stored(outcome.handle);
  };
  const records = async (): Promise<Records> => {
    const params = { repo: person.did, collection: 'app.bsky.feed.post', reverse: 'true' };
    return (await pds.read('com.atproto.repo.listRecords', params))['records'] as Records;
  };
  const newRecords = async (earlier: Records): Promise<Records> =>
    (await records()).filter(({ uri }) => !earlier.some((it) => it.uri === uri));

  before(async () => {
    pds = await startPds();
    person = await pds.createAccount('opcina-primjer.test', 'glavna-lozinka-1');
    await pds.createAccount('gradjanka.test', 'glavna-lozinka-2');
    account = await connect();
  });
  after(async () => {
    await pds.close();
    await safeFetch.close();
  });

  it('connects with an app password, and refuses a wrong one', async () => {
    assert.equal(account.networkId, person.did);
    assert.equal(account.handle, person.handle);
    await assert.rejects(connect('abcd-abcd-abcd-abcd'), {
      kind: 'rejected',
      reason: { code: 'network.sign-in-refused' },
    });
  });

  it('diagnoses: good, main password, no answers from a server that stores posts only', async () => {
    const good = { server: 'good', session: 'good', active: 'good', password: 'good', replies: 'no-appview' };
    assert.deepEqual(await states(context, account), good);
    assert.deepEqual(await states(context, await connect(person.password)), {
      ...good,
      password: 'main-password',
    });
  });

  it('publishes text with links, a mention, a hashtag and its language, and finds it', async () => {
    const earlier = await records();
    const text = 'Ђаци, пријава на https://opcina.ba/đaci. Пишите @gradjanka.test #школа';
    const message = testMessage({ text, language: 'sr-Cyrl', dueAt: soon() });
    const handle = await prepare(message);
    assert.equal((await bluesky.find(context, account, message, handle)).kind, 'absent');
    const proof = publishedProof(await bluesky.publish(context, account, message, handle));
    const [record, ...more] = await newRecords(earlier);
    assert.equal(more.length, 0);
    assert.equal(record?.uri, proof.networkId);
    assert.equal(record.value['text'], text);
    assert.deepEqual(record.value['langs'], ['sr-Cyrl']);
    const facets = record.value['facets'] as { index: { byteStart: number; byteEnd: number } }[];
    assert.deepEqual(
      facets.map(({ index }) => Buffer.from(text).subarray(index.byteStart, index.byteEnd).toString()),
      ['https://opcina.ba/đaci', '@gradjanka.test', '#школа'],
    );
    const found = publishedProof(await bluesky.find(context, account, message, handle));
    assert.equal(found.networkId, proof.networkId);
  });

  it('publishes images with alternative text, made smaller where they must be', async () => {
    const earlier = await records();
    const noise = Buffer.alloc(1500 * 1000 * 3).map((_, at) => (at * 7919 + at * at) % 256);
    const big = await sharp(noise, { raw: { width: 1500, height: 1000, channels: 3 } })
      .png()
      .toBuffer();
    const small = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#046' } })
      .webp()
      .toBuffer();
    const images = [
      image(big, 'image/png', 1500, 1000, 'Радови у улици'),
      image(small, 'image/webp', 40, 20, 'Plava tabla'),
    ];
    const message = testMessage({ images, dueAt: soon() });
    publishedProof(await bluesky.publish(context, account, message, await prepare(message)));
    const [record] = await newRecords(earlier);
    const embed = record?.value['embed'] as {
      images: {
        alt: string;
        aspectRatio: unknown;
        image: { ref: { $link: string }; size: number; mimeType: string };
      }[];
    };
    assert.deepEqual(
      embed.images.map(({ alt }) => alt),
      ['Радови у улици', 'Plava tabla'],
    );
    assert.deepEqual(embed.images[1]?.aspectRatio, { width: 40, height: 20 });
    assert.ok(embed.images.every(({ image: blob }) => blob.size <= 1_000_000));
    const cid = embed.images[1]?.image.ref.$link ?? '';
    const params = new URLSearchParams({ did: person.did, cid });
    const blob = await safeFetch(`${pds.url}/xrpc/com.atproto.sync.getBlob?${params.toString()}`);
    assert.deepEqual(Buffer.from(await blob.arrayBuffer()), small);
  });

  it('makes one record of one message, however often it is published', async () => {
    const earlier = await records();
    const message = testMessage({ dueAt: soon() });
    const handle = await prepare(message);
    const first = publishedProof(await bluesky.publish(context, account, message, handle));
    const second = publishedProof(await bluesky.publish(context, account, message, handle));
    assert.equal(second.networkId, first.networkId);
    const cids = [first, second].map(
      ({ returned }) => (returned as { parts: { cid: string }[] }).parts[0]?.cid,
    );
    assert.equal(cids[0], cids[1]);
    assert.equal((await newRecords(earlier)).length, 1);
  });

  it('publishes a thread, each part an answer to the one before, and removes it whole', async () => {
    const earlier = await records();
    const text = Array.from(
      { length: 12 },
      (_, n) => `Rečenica ${n + 1} govori o vodi, putevima i o tome šta slijedi.`,
    ).join(' ');
    const message = testMessage({ text, dueAt: soon() });
    const proof = publishedProof(await bluesky.publish(context, account, message, await prepare(message)));
    const parts = await newRecords(earlier);
    assert.equal(parts.length, 3);
    const refs = parts.map(({ uri, cid }) => ({ uri, cid }));
    assert.deepEqual(parts[1]?.value['reply'], { root: refs[0], parent: refs[0] });
    assert.deepEqual(parts[2]?.value['reply'], { root: refs[0], parent: refs[1] });
    assert.equal((await bluesky.remove?.(context, account, proof))?.kind, 'removed');
    assert.equal((await newRecords(earlier)).length, 0);
    assert.equal((await bluesky.remove?.(context, account, proof))?.kind, 'removed');
  });

  it('renews a session that has run out, saves it, and publishes once', async () => {
    const earlier = await records();
    const session = {
      ...account.session,
      accessJwt: pds.expired(textField(account.session, 'accessJwt') ?? ''),
    };
    const stale = { ...account, session };
    const message = testMessage({ dueAt: soon() });
    const handle = await prepare(message, stale);
    const before = saved.length;
    publishedProof(await bluesky.publish(context, stale, message, handle));
    assert.equal(saved.length, before + 1);
    assert.notEqual(saved.at(-1)?.['accessJwt'], session.accessJwt);
    assert.equal((await newRecords(earlier)).length, 1);
    account = { ...account, session: saved.at(-1) ?? {} };
  });

  it('says unknown where the answer is lost after the write, and then finds the post', async () => {
    const proxy = await startProxy(pds.url);
    const behind = { ...account, session: { ...account.session, pds: proxy.url } };
    const earlier = await records();
    const message = testMessage({ dueAt: soon() });
    const handle = await prepare(message, behind);
    proxy.swallow('com.atproto.repo.putRecord');
    const outcome = await bluesky.publish(context, behind, message, handle);
    assert.ok(
      outcome.kind === 'unknown' && outcome.reason.code === 'network.no-answer',
      JSON.stringify(outcome),
    );
    publishedProof(await bluesky.find(context, behind, message, handle));
    assert.equal((await newRecords(earlier)).length, 1);
    proxy.server.closeAllConnections();
    proxy.server.close();
  });

  it('tells a closed server from a dead grant', async () => {
    const nowhere = { ...account, session: { ...account.session, pds: 'http://127.0.0.1:9' } };
    const message = testMessage({ dueAt: soon() });
    const outcome = await bluesky.publish(context, nowhere, message, await prepare(message));
    assert.ok(outcome.kind === 'retry', JSON.stringify(outcome));
    await person.revokeAppPassword();
    const session = {
      ...account.session,
      accessJwt: pds.expired(textField(account.session, 'accessJwt') ?? ''),
    };
    const dead = await bluesky.publish(context, { ...account, session }, message, await prepare(message));
    assert.ok(dead.kind === 'reauthorise', JSON.stringify(dead));
    await assert.rejects(bluesky.refresh(context, account), { kind: 'reauthorise' });
  });
});
