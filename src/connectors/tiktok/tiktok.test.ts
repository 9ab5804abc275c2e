import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { describeConnector } from '../_kit/contract-tests.ts';
import {
  memory,
  messageFor,
  prepared,
  REDIRECT_URI,
  setStage,
  stored,
  testMessage,
  testVideo,
} from '../_kit/contract-stage.ts';
import { NETWORK_REASONS } from '../_kit/reasons.ts';
import type { ConnectedAccount, PublishOutcome } from '../contract.ts';
import { startFakeTiktok, type TiktokFake } from './fake.ts';
import { faults } from './faults.ts';
import { tiktok } from './index.ts';
import { CHUNK, rangesOf } from './upload.ts';

describeConnector(tiktok, startFakeTiktok, faults.exceptions);

async function setTiktokStage() {
  const stage = await setStage(tiktok, startFakeTiktok);
  const { state } = stage.fake as TiktokFake;
  return {
    stage,
    state,
    account: await stage.connect(),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

const inHand = (outcome: PublishOutcome): string => {
  assert.ok(outcome.kind === 'handed-over', JSON.stringify(outcome));
  return outcome.reason.code;
};

/** Two chunks and a rest that goes with the second. */
const BYTES = Buffer.alloc(CHUNK * 2 + 12_345).map((_, index) => (index * 7) % 251);
const longVideo = () => testVideo({ size: BYTES.byteLength, read: () => Promise.resolve(BYTES) });

describe('TikTok', () => {
  it('leaves everything to a person where nothing is registered, and asks the network nothing', async () => {
    await using it = await setTiktokStage();
    const asked = it.stage.fake.network.asked.length;
    const settings = { way: 'task', handle: '@opcina.primjer', clientKey: '', clientSecret: '' };
    const door = { redirectUri: REDIRECT_URI, state: 'state', challenge: 'challenge' };
    const { url, kept } = await tiktok.authorise!.begin(it.stage.context, settings, door);
    assert.ok(url.startsWith(REDIRECT_URI), 'no page to go to');
    const query = Object.fromEntries(new URL(url).searchParams);
    assert.equal(query['state'], 'state');
    const back = { query, redirectUri: REDIRECT_URI, verifier: '', kept: stored(kept) };
    const [connected] = await tiktok.authorise!.finish(it.stage.context, settings, back);
    assert.ok(connected);
    assert.deepEqual([connected.handle, connected.session], ['opcina.primjer', {}]);
    assert.equal(connected.url, 'https://www.tiktok.com/@opcina.primjer');
    const account: ConnectedAccount = { ...it.account, ...connected };
    const message = testMessage({ video: testVideo() });
    const handle = await prepared(tiktok, it.stage, account, message);
    assert.equal(inHand(await tiktok.publish(it.stage.context, account, message, handle)), 'by-hand');
    assert.equal((await tiktok.find(it.stage.context, account, message, handle)).kind, 'absent');
    const { checks } = await tiktok.diagnose(it.stage.context, account);
    assert.deepEqual(
      checks.map(({ code, state }) => [code, state]),
      [['by-hand', 'good']],
    );
    assert.deepEqual(await tiktok.refresh(it.stage.context, account), {});
    const words = await tiktok.prepare(it.stage.context, account, testMessage());
    assert.ok(words.kind === 'rejected' && words.reason.code === 'media-missing');
    assert.equal(it.stage.fake.network.asked.length, asked);
  });

  it('takes a user name and no other words', async () => {
    await using it = await setTiktokStage();
    for (const handle of ['Općina Primjer', 'a', 'https://tiktok.com/@a'])
      await assert.rejects(it.stage.connected({ ...it.stage.fake.settings, handle }), {
        message: 'handle-bad',
      });
    for (const [name, value, message] of [
      ['clientKey', '', NETWORK_REASONS.settingMissing],
      ['clientSecret', 'another', NETWORK_REASONS.clientRefused],
    ] as const) {
      const settings = { ...it.stage.fake.settings, [name]: value };
      await assert.rejects(it.stage.connected(settings), { message, kind: 'rejected' });
    }
  });

  it('proves itself by a challenge in hex where it comes back to a loopback address, and only there', async () => {
    await using it = await setTiktokStage();
    const verifier = 'a'.repeat(43);
    const hash = (encoding: 'hex' | 'base64url') => createHash('sha256').update(verifier).digest(encoding);
    const door = { redirectUri: 'http://127.0.0.1:8080/c', state: 's', challenge: hash('base64url') };
    const begun = await tiktok.authorise!.begin(it.stage.context, it.stage.fake.settings, door);
    const query = new URL(begun.url).searchParams;
    assert.deepEqual(
      [query.get('code_challenge'), query.get('code_challenge_method')],
      [hash('hex'), 'S256'],
    );
    assert.equal(query.get('scope'), 'user.info.basic,video.upload');
    it.state.codes.set('c1', hash('hex'));
    const back = { query: { code: 'c1' }, redirectUri: door.redirectUri, kept: stored(begun.kept) };
    const { settings } = it.stage.fake;
    await tiktok.authorise!.finish(it.stage.context, settings, { ...back, verifier });
    it.state.codes.set('c1', hash('hex'));
    const wrong = tiktok.authorise!.finish(it.stage.context, settings, { ...back, verifier: 'b'.repeat(43) });
    await assert.rejects(wrong, { message: NETWORK_REASONS.consentFailed });
    const web = { ...door, redirectUri: 'https://glasnik.example/c' };
    const there = await tiktok.authorise!.begin(it.stage.context, settings, web);
    assert.equal(new URL(there.url).searchParams.get('code_challenge'), null);
  });

  it('cuts a video as it is taken: whole, or in chunks of which the last is the longest', () => {
    assert.deepEqual(rangesOf(9), [[0, 9]]);
    assert.deepEqual(rangesOf(CHUNK * 2 - 1), [[0, CHUNK * 2 - 1]]);
    assert.deepEqual(rangesOf(CHUNK * 2 + 5), [
      [0, CHUNK],
      [CHUNK, CHUNK * 2 + 5],
    ]);
  });

  it('sends all but the last chunk ahead, goes on after a break, and makes one draft', async () => {
    for (const kind of ['lose-request', 'lose-answer', 'error-503'] as const) {
      await using it = await setTiktokStage();
      const mind = memory(it.stage);
      const message = testMessage({ video: longVideo() });
      it.stage.fake.network.fault({ kind: 'delay', ms: 0, step: 'upload' });
      it.stage.fake.network.fault({ kind, step: 'upload' });
      const first = await tiktok.prepare(mind.context(), it.account, message);
      assert.equal(first.kind, 'retry', `${kind}: ${JSON.stringify(first)}`);
      const again = await tiktok.prepare(mind.context(), it.account, message);
      assert.ok(again.kind === 'prepared', `${kind}: ${JSON.stringify(again)}`);
      assert.equal(it.stage.fake.posts().length, 0, 'nothing is in the inbox yet');
      const outcome = await tiktok.publish(it.stage.context, it.account, message, again.handle);
      assert.equal(inHand(outcome), 'in-inbox-video');
      assert.deepEqual(
        it.stage.fake.posts().map(({ video }) => video?.bytes.byteLength),
        [BYTES.byteLength],
      );
      assert.deepEqual(it.stage.fake.posts()[0]?.video?.bytes, BYTES);
    }
  });

  it('sends a video again whose address has ended before the last chunk', async () => {
    await using it = await setTiktokStage();
    const message = testMessage({ video: longVideo() });
    const handle = await prepared(tiktok, it.stage, it.account, message);
    const gone = { ...handle, url: 'https://open-upload.tiktokapis.com/upload/99/parts' };
    inHand(await tiktok.publish(it.stage.context, it.account, message, gone));
    assert.deepEqual(it.stage.fake.posts()[0]?.video?.bytes, BYTES);
  });

  it('waits for the work of TikTok, and says what it could not read and why', async () => {
    await using it = await setTiktokStage();
    it.state.slow = 1;
    const message = messageFor(tiktok);
    const handle = await prepared(tiktok, it.stage, it.account, message);
    assert.equal(inHand(await tiktok.publish(it.stage.context, it.account, message, handle)), 'in-inbox');
    it.state.refusesMedia = true;
    const video = testMessage({ video: testVideo() });
    const ready = await prepared(tiktok, it.stage, it.account, video);
    const outcome = await tiktok.publish(it.stage.context, it.account, video, ready);
    assert.ok(
      outcome.kind === 'rejected' && outcome.reason.code === 'media-refused',
      JSON.stringify(outcome),
    );
    assert.equal(outcome.reason.said, 'file_format_check_failed');
  });

  it('tells a full inbox and an unknown domain from a fault, and needs an address for pictures only', async () => {
    await using it = await setTiktokStage();
    const message = messageFor(tiktok);
    const handle = await prepared(tiktok, it.stage, it.account, message);
    it.state.room = 0;
    const full = await tiktok.publish(it.stage.context, it.account, message, handle);
    assert.ok(full.kind === 'retry' && full.after && full.reason.code === 'too-many-drafts');
    it.state.room = 9;
    it.state.unverified = true;
    const unverified = await tiktok.publish(it.stage.context, it.account, message, handle);
    assert.ok(unverified.kind === 'rejected' && unverified.reason.code === 'domain-unverified');
    const context = { ...it.stage.context, lend: null };
    const nowhere = await tiktok.prepare(context, it.account, message);
    assert.ok(nowhere.kind === 'rejected' && nowhere.reason.code === 'no-public-address');
    const video = await tiktok.prepare(context, it.account, testMessage({ video: testVideo() }));
    assert.equal(video.kind, 'prepared');
  });
});
