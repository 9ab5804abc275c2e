import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeConnector } from '../_kit/contract-tests.ts';
import {
  prepared,
  publishedProof,
  setStage,
  testImage,
  testMessage,
  testVideo,
} from '../_kit/contract-stage.ts';
import { linkIn } from './connect.ts';
import { startFakeViber, type ViberFake } from './fake.ts';
import { faults } from './faults.ts';
import { viber } from './index.ts';

describeConnector(viber, startFakeViber, faults.exceptions);

async function setViberStage() {
  const stage = await setStage(viber, startFakeViber);
  const { state } = stage.fake as ViberFake;
  return {
    stage,
    state,
    account: await stage.connect(),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

const LONG = 'Rečenica govori o radovima na vodovodu i o tome kada će voda opet doći. '.repeat(20).trim();

describe('Viber', () => {
  it('knows the link of a channel, and what is none', () => {
    assert.equal(linkIn('invite.viber.com/?g2=AQA1'), 'https://invite.viber.com/?g2=AQA1');
    assert.equal(linkIn('https://vb.me/abc'), 'https://vb.me/abc');
    for (const typed of ['opcina', 'https://opcina.ba/viber', 'http://vb.me/abc', 'https://notviber.com/']) {
      assert.equal(linkIn(typed), null, typed);
    }
  });

  it('names the address of this Glasnik, and posts in the name of the superadmin', async () => {
    await using it = await setViberStage();
    assert.equal(it.state.webhook, 'https://glasnik.example/connect/viber/knock');
    assert.equal(it.account.settings['from'], it.state.superadmin);
    assert.equal(it.account.networkId, 'pa:75346594275468546724');
    it.state.superadmin = 'somebody-else=';
    const { checks } = await viber.diagnose(it.stage.context, it.account);
    assert.equal(checks.find(({ code }) => code === 'sender')?.reason?.code, 'sender-gone');
  });

  it('says what is wrong with the address, the token and the link', async () => {
    await using it = await setViberStage();
    const { context, fake } = it.stage;
    const refused = (over: object, message: string, using = context) =>
      assert.rejects(viber.connect!(using, { ...fake.settings, ...over }), { message, kind: 'rejected' });
    await refused({ link: 'opcina.ba' }, 'network.bad-address');
    await refused({ token: 'wrong' }, 'token-refused');
    await refused({}, 'no-public-address', { ...context, lend: null });
    it.state.refusal = 1;
    await refused({}, 'webhook-refused');
  });

  it('says that the channel has lost our address, and has to be connected again', async () => {
    await using it = await setViberStage();
    const handle = await prepared(viber, it.stage, it.account, testMessage());
    it.state.webhook = null;
    const outcome = await viber.publish(it.stage.context, it.account, testMessage(), handle);
    assert.ok(outcome.kind === 'reauthorise' && outcome.reason.code === 'webhook-not-set');
  });

  it('keeps every digit of the id of a message', async () => {
    await using it = await setViberStage();
    const message = testMessage();
    const handle = await prepared(viber, it.stage, it.account, message);
    const proof = publishedProof(await viber.publish(it.stage.context, it.account, message, handle));
    assert.equal(proof.networkId, it.state.messages[0]?.token);
    assert.ok(!Number.isSafeInteger(Number(proof.networkId)));
    assert.equal(proof.url, 'https://invite.viber.com/?g2=AQAopcina');
  });

  it('lets words follow a picture that has no room for them, and a video, which has none', async () => {
    for (const over of [
      { text: LONG, images: [testImage('Most')] },
      { text: 'Most', video: testVideo() },
    ]) {
      await using it = await setViberStage();
      const message = testMessage(over);
      const handle = await prepared(viber, it.stage, it.account, message);
      publishedProof(await viber.publish(it.stage.context, it.account, message, handle));
      assert.deepEqual(
        it.state.messages.map(({ text, images, video }) => [text, images.length + (video ? 1 : 0)]),
        [
          ['', 1],
          [message.text, 0],
        ],
      );
    }
  });

  it('asks a person where the words did not follow', async () => {
    await using it = await setViberStage();
    const message = testMessage({ text: LONG, images: [testImage('Most')] });
    const handle = await prepared(viber, it.stage, it.account, message);
    it.stage.fake.network.fault({ kind: 'delay', ms: 1, step: 'publish' });
    it.stage.fake.network.fault({ kind: 'rate-limit', step: 'publish' });
    const outcome = await viber.publish(it.stage.context, it.account, message, handle);
    assert.ok(outcome.kind === 'unknown' && outcome.reason.code === 'row-stopped', JSON.stringify(outcome));
    assert.deepEqual(outcome.reason.params, { done: 1, total: 2 });
  });

  it('sends words without a public address, and refuses what would have to be fetched', async () => {
    await using it = await setViberStage();
    const context = { ...it.stage.context, lend: null };
    assert.equal((await viber.prepare(context, it.account, testMessage())).kind, 'prepared');
    for (const over of [{ images: [testImage('Most')] }, { video: testVideo() }]) {
      const outcome = await viber.prepare(context, it.account, testMessage(over));
      assert.ok(outcome.kind === 'rejected' && outcome.reason.code === 'no-public-address');
    }
    const { checks } = await viber.diagnose(context, it.account);
    assert.equal(checks.find(({ code }) => code === 'address')?.state, 'warning');
  });
});
