import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { ManualClock } from '#/kernel/clock.ts';
import { describeConnector } from '../_kit/contract-tests.ts';
import {
  memory,
  messageFor,
  prepared,
  publishedProof,
  setStage,
  testImage,
  testVideo,
} from '../_kit/contract-stage.ts';
import { NETWORK_REASONS } from '../_kit/reasons.ts';
import type { Image } from '../contract.ts';
import { startFakeInstagram, type InstagramFake } from './fake.ts';
import { faults } from './faults.ts';
import { instagram } from './index.ts';

describeConnector(instagram, startFakeInstagram, faults.exceptions);

async function setInstagramStage() {
  const stage = await setStage(instagram, startFakeInstagram);
  const { state } = stage.fake as InstagramFake;
  return {
    stage,
    state,
    account: await stage.connect(),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

const testMessage = (over: Parameters<typeof messageFor>[1] = {}) => messageFor(instagram, over);

/** Red on the left half and blue on the right. */
async function picture(width: number, height: number, more: Partial<Image> = {}): Promise<Image> {
  const half = { width: Math.floor(width / 2), height, channels: 3, background: '#0000ff' } as const;
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: await sharp({ create: half }).png().toBuffer(), left: width - half.width, top: 0 }])
    .png()
    .toBuffer();
  return { ...testImage('Slika', bytes), width, height, ...more };
}

describe('Instagram', () => {
  it('says before anything is begun that it needs a public address', async () => {
    await using it = await setInstagramStage();
    const context = { ...it.stage.context, lend: null };
    const door = { redirectUri: 'https://glasnik.example/c', state: 's', challenge: 'c' };
    const begin = async () => instagram.authorise!.begin(context, it.stage.fake.settings, door);
    await assert.rejects(begin, { message: 'no-public-address', kind: 'rejected' });
    const { checks } = await instagram.diagnose(context, it.account);
    const address = checks.find(({ code }) => code === 'address');
    assert.deepEqual([address?.state, address?.reason?.code], ['bad', 'no-public-address']);
    const outcome = await instagram.prepare(context, it.account, testMessage());
    assert.ok(outcome.kind === 'rejected' && outcome.reason.code === 'no-public-address');
  });

  it('says what was not registered and what was not allowed', async () => {
    await using it = await setInstagramStage();
    for (const [name, value] of Object.entries({ appId: '1', appSecret: 'wrong' })) {
      await assert.rejects(it.stage.connected({ ...it.stage.fake.settings, [name]: value }), {
        message: NETWORK_REASONS.clientRefused,
        kind: 'rejected',
      });
    }
    it.state.missing = 'instagram_business_content_publish';
    await assert.rejects(it.stage.connected(), (error: { reason?: { params?: object } }) => {
      assert.deepEqual(error.reason?.params, { scope: 'instagram_business_content_publish' });
      return true;
    });
  });

  it('takes no post of words alone', async () => {
    await using it = await setInstagramStage();
    const outcome = await instagram.prepare(it.stage.context, it.account, testMessage({ images: [] }));
    assert.ok(outcome.kind === 'rejected' && outcome.reason.code === 'picture-missing');
    assert.equal(it.stage.fake.network.count('upload'), 0);
  });

  it('hands over JPEG, small enough, and a carousel in the shape of its first picture', async () => {
    await using it = await setInstagramStage();
    const images = [
      await picture(3000, 3000),
      await picture(1600, 1000, { focus: { x: 0.05, y: 0.5 } }),
      await picture(1600, 1000, { focus: { x: 0.95, y: 0.5 } }),
    ];
    const message = testMessage({ images });
    const handle = await prepared(instagram, it.stage, it.account, message);
    publishedProof(await instagram.publish(it.stage.context, it.account, message, handle));
    const arrived = it.state.posts[0]?.pictures ?? [];
    const seen = await Promise.all(arrived.map(({ bytes }) => sharp(bytes).metadata()));
    assert.deepEqual(
      seen.map(({ format, width, height }) => [format, width, height]),
      [
        ['jpeg', 1800, 1800],
        ['jpeg', 1000, 1000],
        ['jpeg', 1000, 1000],
      ],
    );
    const colours = await Promise.all(
      arrived.map(async ({ bytes }) => (await sharp(bytes).stats()).dominant),
    );
    assert.ok((colours[1]?.r ?? 0) > 200 && (colours[2]?.b ?? 0) > 200, JSON.stringify(colours));
  });

  it('says whether the picture could not be fetched or not be read', async () => {
    await using it = await setInstagramStage();
    const gone = { url: 'http://127.0.0.1:1/x.jpg', until: Temporal.Now.instant() };
    const lend = Object.assign(() => Promise.resolve(gone), { home: 'http://127.0.0.1:1' });
    const unreachable = await instagram.prepare({ ...it.stage.context, lend }, it.account, testMessage());
    assert.ok(unreachable.kind === 'rejected' && unreachable.reason.code === 'media-unreachable');
    const broken = testMessage({ images: [testImage('Slika', Buffer.from('no picture'))] });
    const outcome = await instagram.prepare(it.stage.context, it.account, broken);
    assert.ok(outcome.kind === 'rejected' && outcome.reason.code === NETWORK_REASONS.imageBroken);
  });

  it('knows its own post by the container where the list is behind, and by what stood there before', async () => {
    await using it = await setInstagramStage();
    const message = testMessage();
    const first = await prepared(instagram, it.stage, it.account, message);
    publishedProof(await instagram.publish(it.stage.context, it.account, message, first));
    const again = testMessage();
    const handle = await prepared(instagram, it.stage, it.account, again);
    assert.equal((await instagram.find(it.stage.context, it.account, again, handle)).kind, 'absent');
    it.stage.fake.network.fault({ kind: 'lose-answer', step: 'publish' });
    assert.equal((await instagram.publish(it.stage.context, it.account, again, handle)).kind, 'unknown');
    it.state.lags = true;
    const behind = await instagram.find(it.stage.context, it.account, again, handle);
    assert.ok(behind.kind === 'retry' && behind.reason.code === 'published-unseen', JSON.stringify(behind));
    it.state.lags = false;
    const found = publishedProof(await instagram.find(it.stage.context, it.account, again, handle));
    assert.equal(found.networkId, it.state.posts[1]?.id);
    assert.equal(it.state.posts.length, 2);
  });

  it('waits for a picture and for room, and says which container can never go out', async () => {
    await using it = await setInstagramStage();
    it.state.slow = 1;
    const message = testMessage();
    const handle = await prepared(instagram, it.stage, it.account, message);
    it.state.slow = 1;
    const busy = await instagram.publish(it.stage.context, it.account, message, handle);
    assert.ok(busy.kind === 'retry' && busy.after && busy.reason.code === 'media-not-ready');
    it.state.slow = 0;
    it.state.used = 100;
    const full = await instagram.publish(it.stage.context, it.account, message, handle);
    assert.ok(full.kind === 'retry' && full.after && full.reason.code === 'quota-full', JSON.stringify(full));
    const later = await instagram.prepare(it.stage.context, it.account, testMessage());
    assert.ok(later.kind === 'retry' && later.reason.code === 'quota-used');
    const container = it.state.containers.get(handle['container'] as string);
    assert.ok(container);
    container.status = 'EXPIRED';
    const over = await instagram.publish(it.stage.context, it.account, message, handle);
    assert.ok(over.kind === 'rejected' && over.reason.code === 'container-expired', JSON.stringify(over));
    assert.equal((await instagram.find(it.stage.context, it.account, message, handle)).kind, 'absent');
  });

  it('refuses more hashtags and mentions than are taken', async () => {
    await using it = await setInstagramStage();
    const tags = (sign: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${sign}oznaka${at}`).join(' ');
    for (const [text, code] of [
      [tags('#', 31), 'too-many-hashtags'],
      [tags('@', 21), 'too-many-mentions'],
    ] as const) {
      const outcome = await instagram.prepare(it.stage.context, it.account, testMessage({ text }));
      assert.ok(outcome.kind === 'rejected' && outcome.reason.code === code, JSON.stringify(outcome));
    }
    await prepared(instagram, it.stage, it.account, testMessage({ text: tags('#', 30) }));
  });

  it('sends a video as a reel, with the still picture that was chosen', async () => {
    await using it = await setInstagramStage();
    const poster = await sharp({ create: { width: 90, height: 160, channels: 3, background: '#0000ff' } })
      .webp()
      .toBuffer();
    const message = testMessage({ video: testVideo({ readPoster: () => Promise.resolve(poster) }) });
    const handle = await prepared(instagram, it.stage, it.account, message);
    const proof = publishedProof(await instagram.publish(it.stage.context, it.account, message, handle));
    assert.match(proof.url, /instagram\.com\/reel\//);
    assert.equal(it.state.covers, 1);
  });

  it('goes on with the video that Instagram works on already, and makes another only of another message', async () => {
    await using it = await setInstagramStage();
    const mind = memory(it.stage);
    const message = testMessage({ video: testVideo() });
    const { network } = it.stage.fake;
    // Both times it cannot be asked how far it is.
    for (const _ of [1, 2]) {
      network.fault({ kind: 'delay', ms: 0, step: 'look' });
      network.fault({ kind: 'error-503', step: 'find' });
      const outcome = await instagram.prepare(mind.context(), it.account, message);
      assert.equal(outcome.kind, 'retry', JSON.stringify(outcome));
      network.clearFaults();
    }
    const outcome = await instagram.prepare(mind.context(), it.account, message);
    assert.ok(outcome.kind === 'prepared', JSON.stringify(outcome));
    assert.equal(network.count('upload'), 1);
    const other = testMessage({ text: 'Drugi tekst.', video: testVideo() });
    assert.equal((await instagram.prepare(mind.context(), it.account, other)).kind, 'prepared');
    assert.equal(network.count('upload'), 2);
    publishedProof(await instagram.publish(it.stage.context, it.account, message, outcome.handle));
  });

  it('renews its token from the second day on, and never takes trouble for a dead grant', async () => {
    await using it = await setInstagramStage();
    const { session } = it.account;
    assert.deepEqual(await instagram.refresh(it.stage.context, it.account), session);
    const until = Temporal.Instant.from(instagram.grantOf?.(session).accessUntil ?? '');
    assert.equal(Math.round(until.since(Temporal.Now.instant()).total('hours') / 24), 60);
    const clock = new ManualClock(Temporal.Now.instant().add({ hours: 24 * 50 }));
    const context = { ...it.stage.context, clock };
    it.state.age = 24 * 50;
    const near = await instagram.diagnose(context, it.account);
    const end = near.checks.find(({ code }) => code === 'end');
    assert.deepEqual([end?.state, end?.reason?.code], ['warning', 'ends-soon']);
    for (const kind of ['error-500', 'html', 'truncate', 'rate-limit', 'lose-request'] as const) {
      it.stage.fake.network.fault({ kind, step: 'session' });
      await assert.rejects(instagram.refresh(context, it.account), { kind: 'retry' });
    }
    const renewed = await instagram.refresh(context, it.account);
    assert.notEqual(renewed['accessToken'], session['accessToken']);
    assert.equal(renewed['appSecret'], session['appSecret']);
    const { checks } = await instagram.diagnose(context, { ...it.account, session: renewed });
    assert.ok(
      checks.every(({ state }) => state === 'good'),
      JSON.stringify(checks),
    );
    it.state.revoked = 463;
    await assert.rejects(instagram.refresh(context, it.account), { kind: 'reauthorise' });
  });
});
