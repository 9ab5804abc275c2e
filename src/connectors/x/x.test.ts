import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeConnector } from '../_kit/contract-tests.ts';
import {
  prepared,
  publishedProof,
  setStage,
  stored,
  testImage,
  testMessage,
} from '../_kit/contract-stage.ts';
import type { ConnectorContext, Video } from '../contract.ts';
import { startFakeX, type XFake } from './fake.ts';
import { postOf } from './fake-wire.ts';
import { faults } from './faults.ts';
import { x } from './index.ts';
import { fingerprint, plainOf } from './look-up.ts';

describeConnector(x, startFakeX, faults.exceptions);

async function setXStage() {
  const stage = await setStage(x, startFakeX);
  const { state } = stage.fake as XFake;
  return {
    stage,
    state,
    account: await stage.connect(),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

const LONG = Array.from(
  { length: 8 },
  (_, index) => `Rečenica broj ${index + 1} govori o radovima na vodovodu i o tome kada će voda opet doći.`,
).join(' ');

const video = (bytes: Uint8Array): Video => ({
  mediaId: 'video-1',
  mime: 'video/mp4',
  width: 1280,
  height: 720,
  durationMs: 20_000,
  size: bytes.byteLength,
  alt: '',
  captions: [],
  read: () => Promise.resolve(bytes),
  readPoster: () => Promise.resolve(null),
});

describe('X', () => {
  it('reads a text back from what the network makes of it', () => {
    const at = '2026-11-30T10:00:00Z';
    for (const text of [
      'Prvi red & "navodnici" <b>\n\nDrugi red',
      'Čitajte https://www.opcina.ba/vijesti/2026/11/30/clanak?a=1&b=2 odmah.',
      'Dva: https://vlada.ba i https://dei.gov.ba/a, kraj 👩‍👩‍👧',
    ]) {
      for (const media of [[], ['1', '2']]) {
        const post = postOf({ id: '7', text, media, parent: null, at });
        assert.notEqual(post['text'], text);
        assert.equal(fingerprint(plainOf(post)), fingerprint(text));
      }
    }
    assert.notEqual(fingerprint('Vidi https://vlada.ba/a'), fingerprint('Vidi https://vlada.ba/b'));
  });

  it('sends a video in chunks, and waits until it is ready', async () => {
    await using it = await setXStage();
    it.state.slowMedia = 2;
    const bytes = new Uint8Array(9_000_000).map((_, index) => index % 251);
    const message = testMessage({ video: video(bytes) });
    const handle = await prepared(x, it.stage, it.account, message);
    // Beginning, three chunks, the end, and two questions.
    assert.equal(it.stage.fake.network.count('upload'), 7);
    publishedProof(await x.publish(it.stage.context, it.account, message, handle));
    assert.deepEqual(Buffer.from(it.stage.fake.posts()[0]?.video?.bytes ?? []), Buffer.from(bytes));
  });

  it('finishes a thread that stopped half-way', async () => {
    await using it = await setXStage();
    const message = testMessage({ text: LONG });
    const handle = await prepared(x, it.stage, it.account, message);
    it.stage.fake.network.fault({ kind: 'delay', ms: 1, step: 'publish' });
    it.stage.fake.network.fault({ kind: 'lose-answer', step: 'publish' });
    assert.equal((await x.publish(it.stage.context, it.account, message, handle)).kind, 'unknown');
    assert.equal(it.state.posts.length, 2);
    const proof = publishedProof(await x.publish(it.stage.context, it.account, message, handle));
    const [one, two, three, ...more] = it.state.posts;
    assert.equal(more.length, 0);
    assert.deepEqual([one?.parent, two?.parent, three?.parent], [null, one?.id, two?.id]);
    assert.equal(proof.url, `https://x.com/opcina_primjer/status/${one?.id}`);
    await x.remove?.(it.stage.context, it.account, stored(proof));
    assert.equal(it.state.posts.length, 0);
  });

  it('takes a duplicate for its own where it is, and for a refusal where it is older', async () => {
    await using it = await setXStage();
    const message = testMessage();
    const handle = await prepared(x, it.stage, it.account, message);
    const first = publishedProof(await x.publish(it.stage.context, it.account, message, handle));
    // Sent again although a look-up had not shown it yet.
    const again = publishedProof(await x.publish(it.stage.context, it.account, message, handle));
    assert.equal(again.networkId, first.networkId);
    const next = testMessage();
    const nextHandle = await prepared(x, it.stage, it.account, next);
    const outcome = await x.publish(it.stage.context, it.account, next, nextHandle);
    assert.ok(outcome.kind === 'rejected' && outcome.reason.code === 'network.duplicate');
    assert.equal(it.state.posts.length, 1);
  });

  it('waits for the window of the network, and says that its credits are used up', async () => {
    await using it = await setXStage();
    const message = testMessage();
    const handle = await prepared(x, it.stage, it.account, message);
    it.state.left = 0;
    const outcome = await x.publish(it.stage.context, it.account, message, handle);
    assert.ok(outcome.kind === 'retry' && outcome.after, JSON.stringify(outcome));
    const wait = (outcome.after.epochMilliseconds - Date.now()) / 1000;
    assert.ok(wait > 880 && wait < 910, String(wait));
    assert.equal(outcome.of, undefined, 'the window is the account’s');
    it.state.left = 100;
    it.state.hasCredits = false;
    const unpaid = await x.publish(it.stage.context, it.account, message, handle);
    assert.ok(unpaid.kind === 'rejected' && unpaid.reason.code === 'no-credits', JSON.stringify(unpaid));
  });

  it('says with the last post of the app’s day that all its accounts have to wait', async () => {
    await using it = await setXStage();
    it.state.appLeft = 1;
    const closed: [number, string | undefined][] = [];
    const context: ConnectorContext = {
      ...it.stage.context,
      windowClosed: (until, of) => closed.push([Math.round(until.epochMilliseconds / 1000), of]),
    };
    const message = testMessage();
    const handle = await prepared(x, it.stage, it.account, message);
    publishedProof(await x.publish(context, it.account, message, handle));
    const [seconds = 0, of] = closed.at(-1) ?? [];
    assert.equal(of, 'app');
    assert.ok(Math.abs(seconds - Date.now() / 1000 - 7200) < 10, String(seconds));
  });

  it('keeps the good refresh token where a renewal brings none', async () => {
    await using it = await setXStage();
    const { network } = it.stage.fake;
    const before = it.account.session['refreshToken'];
    const context = {
      ...it.stage.context,
      fetch: async () =>
        Response.json({ access_token: 'new-access-token', expires_in: 7200, token_type: 'bearer' }),
    };
    const session = await x.refresh(context, it.account);
    assert.equal(session['accessToken'], 'new-access-token');
    assert.equal(session['refreshToken'], before);
    const empty = { ...context, fetch: async () => Response.json({ access_token: '', refresh_token: '' }) };
    await assert.rejects(x.refresh(empty, it.account), { kind: 'retry' });
    assert.deepEqual(network.unexpected, []);
  });

  it('sends its pictures again where the upload is older than the network keeps one', async () => {
    await using it = await setXStage();
    const message = testMessage({ images: [testImage('Most')] });
    const handle = await prepared(x, it.stage, it.account, message);
    it.state.media.clear();
    const old = { ...handle, preparedAt: Temporal.Now.instant().subtract({ hours: 30 }).toString() };
    publishedProof(await x.publish(it.stage.context, it.account, message, old));
    assert.equal(it.stage.fake.posts()[0]?.images[0]?.alt, 'Most');
  });
});
