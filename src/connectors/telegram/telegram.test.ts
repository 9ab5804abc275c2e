import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { describeConnector } from '../_kit/contract-tests.ts';
import {
  prepared,
  publishedProof,
  setStage,
  stored,
  testImage,
  testMessage,
  testVideo,
} from '../_kit/contract-stage.ts';
import { channelIn } from './connect.ts';
import { startFakeTelegram, type TelegramFake } from './fake.ts';
import { faults } from './faults.ts';
import { telegram } from './index.ts';

describeConnector(telegram, startFakeTelegram, faults.exceptions);

async function setTelegramStage() {
  const stage = await setStage(telegram, startFakeTelegram);
  const { state } = stage.fake as TelegramFake;
  return {
    stage,
    state,
    account: await stage.connect(),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

const LONG = 'Rečenica govori o radovima na vodovodu i o tome kada će voda opet doći. '.repeat(70);

describe('Telegram', () => {
  it('knows a channel from whatever names it', () => {
    for (const typed of [
      '@opcina',
      'opcina',
      't.me/opcina',
      'https://t.me/opcina/12 ',
      'https://telegram.me/opcina',
    ]) {
      assert.equal(channelIn(typed), '@opcina');
    }
    assert.equal(channelIn('-1001234567890'), '-1001234567890');
    assert.equal(channelIn('@'), '');
  });

  it('says plainly what is missing in the channel', async () => {
    await using it = await setTelegramStage();
    const { settings } = it.stage.fake;
    const refused = (over: object, message: string) =>
      assert.rejects(it.stage.connected({ ...settings, ...over }), { message, kind: 'rejected' });
    await refused({ channel: '@nema_takvog' }, 'no-channel');
    await refused({ token: '1:wrong' }, 'token-refused');
    it.state.isAdministrator = false;
    await refused({}, 'not-administrator');
    const message = testMessage();
    const handle = await prepared(telegram, it.stage, it.account, message);
    const outcome = await telegram.publish(it.stage.context, it.account, message, handle);
    assert.ok(outcome.kind === 'reauthorise' && outcome.reason.code === 'not-administrator');
    const { checks } = await telegram.diagnose(it.stage.context, it.account);
    assert.equal(checks.find(({ code }) => code === 'rights')?.state, 'bad');
  });

  it('goes on in further messages where the text is too long, and removes them all', async () => {
    await using it = await setTelegramStage();
    const message = testMessage({ text: LONG, images: [testImage('a'), testImage('b')] });
    const handle = await prepared(telegram, it.stage, it.account, message);
    const proof = publishedProof(await telegram.publish(it.stage.context, it.account, message, handle));
    const posts = it.stage.fake.posts();
    assert.ok(posts.length > 3);
    assert.deepEqual(
      posts.map(({ images }) => images.length),
      [2, ...posts.slice(1).map(() => 0)],
    );
    assert.ok(posts.every(({ text }) => text.length <= 1024));
    const edited = await telegram.edit?.(it.stage.context, it.account, stored(proof), testMessage());
    assert.ok(edited?.kind === 'rejected' && edited.reason.code === 'row-edit');
    await telegram.remove?.(it.stage.context, it.account, stored(proof));
    assert.equal(it.state.messages.length, 0);
  });

  it('waits a moment in the middle of a row, and asks a person where it stops there', async () => {
    await using it = await setTelegramStage();
    const { network } = it.stage.fake;
    const message = testMessage({ text: LONG });
    const handle = await prepared(telegram, it.stage, it.account, message);
    network.fault({ kind: 'delay', ms: 1, step: 'publish' });
    network.fault({ kind: 'rate-limit-dated', seconds: 1, step: 'publish' });
    publishedProof(await telegram.publish(it.stage.context, it.account, message, handle));
    assert.equal(it.state.messages.length, 2);
    for (const kind of ['rate-limit', 'lose-request'] as const) {
      network.fault({ kind: 'delay', ms: 1, step: 'publish' });
      network.fault({ kind, step: 'publish' });
      const outcome = await telegram.publish(it.stage.context, it.account, message, handle);
      assert.ok(outcome.kind === 'unknown' && outcome.reason.code === 'row-stopped', JSON.stringify(outcome));
      assert.deepEqual(outcome.reason.params, { done: 1, total: 2 });
    }
  });

  it('says that an old post must be deleted by a person', async () => {
    await using it = await setTelegramStage();
    const message = testMessage();
    const handle = await prepared(telegram, it.stage, it.account, message);
    const proof = publishedProof(await telegram.publish(it.stage.context, it.account, message, handle));
    assert.equal(proof.url, 'https://t.me/opcina_primjer/1');
    it.state.isOld = true;
    const outcome = await telegram.remove?.(it.stage.context, it.account, stored(proof));
    assert.ok(outcome?.kind === 'rejected' && outcome.reason.code === 'cannot-delete');
  });

  it('sends a video with its shape and a small still picture, and changes the words under it', async () => {
    await using it = await setTelegramStage();
    const poster = await sharp({ create: { width: 900, height: 1600, channels: 3, background: '#00f' } })
      .webp()
      .toBuffer();
    const message = testMessage({ video: testVideo({ readPoster: () => Promise.resolve(poster) }) });
    const handle = await prepared(telegram, it.stage, it.account, message);
    const proof = publishedProof(await telegram.publish(it.stage.context, it.account, message, handle));
    const still = await sharp(it.state.messages[0]?.thumbnail ?? Buffer.alloc(0)).metadata();
    assert.deepEqual([still.format, still.width, still.height], ['jpeg', 180, 320]);
    const better = { ...message, text: 'Most je otvoren.' };
    const edited = await telegram.edit?.(it.stage.context, it.account, stored(proof), better);
    assert.equal(edited?.kind, 'edited');
    assert.equal(it.stage.fake.posts()[0]?.text, better.text);
  });

  it('refuses a picture that is longer than the network takes', async () => {
    await using it = await setTelegramStage();
    const image = { ...testImage('Traka'), width: 2100, height: 100 };
    const outcome = await telegram.prepare(it.stage.context, it.account, testMessage({ images: [image] }));
    assert.ok(outcome.kind === 'rejected' && outcome.reason.code === 'image-shape');
  });
});
