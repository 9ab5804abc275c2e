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
import { serverIn } from './authorise.ts';
import { startFakeMastodon, type MastodonFake } from './fake.ts';
import { faults } from './faults.ts';
import { htmlOf } from './fake-wire.ts';
import { mastodon } from './index.ts';
import { fingerprint, plainOf } from './plain.ts';

describeConnector(mastodon, startFakeMastodon, faults.exceptions);

async function setMastodonStage() {
  const stage = await setStage(mastodon, startFakeMastodon);
  const { state } = stage.fake as MastodonFake;
  return {
    stage,
    state,
    account: await stage.connect(),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

const LONG = Array.from(
  { length: 15 },
  (_, index) => `Rečenica broj ${index + 1} govori o radovima na vodovodu i o tome kada će voda opet doći.`,
).join(' ');

describe('Mastodon', () => {
  it('knows the server from whatever names it', () => {
    for (const typed of [
      'mastodon.ba',
      ' https://mastodon.ba/@opcina',
      '@opcina@mastodon.ba',
      'opcina@mastodon.ba',
    ]) {
      assert.equal(serverIn(typed), 'https://mastodon.ba');
    }
    for (const typed of ['', 'https://']) assert.throws(() => serverIn(typed));
  });

  it('reads a text back from what the server makes of it', () => {
    const texts = [
      'Prvi red\nDrugi red\n\nNovi pasus & "navodnici" <b>',
      'Čitajte https://www.opcina.ba/vijesti/2026/11/25/vrlo-dugacka-adresa-clanka?a=1&b=2#c odmah',
      'Pitajte @grad@drugi.example ili @sluzba #Čapljina 👩‍👩‍👧',
    ];
    for (const text of texts) assert.equal(fingerprint(plainOf(htmlOf(text))), fingerprint(text));
    assert.notEqual(fingerprint('Voda u 8'), fingerprint('Voda u 9'));
  });

  it('sends the language as the API takes it', async () => {
    await using it = await setMastodonStage();
    const message = testMessage({ text: 'Добар дан', language: 'sr-Cyrl' });
    const handle = await prepared(mastodon, it.stage, it.account, message);
    publishedProof(await mastodon.publish(it.stage.context, it.account, message, handle));
    assert.equal(it.state.statuses[0]?.language, 'sr');
    assert.equal(it.state.statuses[0].visibility, 'public');
  });

  it('finds a post on a server that does not heed the key, and doubles nothing', async () => {
    await using it = await setMastodonStage();
    it.state.heedsKeys = false;
    const before = testMessage();
    const first = await prepared(mastodon, it.stage, it.account, before);
    publishedProof(await mastodon.publish(it.stage.context, it.account, before, first));
    // The same words a second time, as an institution says them every week: the old post is not the new one.
    const message = testMessage();
    const handle = await prepared(mastodon, it.stage, it.account, message);
    assert.equal((await mastodon.find(it.stage.context, it.account, message, handle)).kind, 'absent');
    it.stage.fake.network.fault({ kind: 'lose-answer', step: 'publish' });
    assert.equal((await mastodon.publish(it.stage.context, it.account, message, handle)).kind, 'unknown');
    const found = publishedProof(await mastodon.find(it.stage.context, it.account, message, handle));
    assert.equal(found.networkId, it.state.statuses[1]?.id);
    assert.equal(it.state.statuses.length, 2);
  });

  for (const heedsKeys of [true, false]) {
    it(`finishes a thread that stopped half-way, ${heedsKeys ? 'with' : 'without'} keys`, async () => {
      await using it = await setMastodonStage();
      it.state.heedsKeys = heedsKeys;
      const message = testMessage({ text: LONG });
      const handle = await prepared(mastodon, it.stage, it.account, message);
      it.stage.fake.network.fault({ kind: 'delay', ms: 1, step: 'publish' });
      it.stage.fake.network.fault({ kind: 'lose-answer', step: 'publish' });
      assert.equal((await mastodon.publish(it.stage.context, it.account, message, handle)).kind, 'unknown');
      assert.equal(it.state.statuses.length, 2);
      assert.equal((await mastodon.find(it.stage.context, it.account, message, handle)).kind, 'absent');
      const proof = publishedProof(await mastodon.publish(it.stage.context, it.account, message, handle));
      const [one, two, three, ...more] = it.state.statuses;
      assert.equal(more.length, 0);
      assert.deepEqual([one?.parent, two?.parent, three?.parent], [null, one?.id, two?.id]);
      assert.ok(three?.text.endsWith(' 3/3'));
      assert.equal(proof.networkId, one?.id);
      const again = publishedProof(await mastodon.find(it.stage.context, it.account, message, handle));
      assert.equal(again.networkId, proof.networkId);
      const edited = await mastodon.edit?.(it.stage.context, it.account, stored(proof), testMessage());
      assert.ok(edited?.kind === 'rejected' && edited.reason.code === 'thread-edit');
      await mastodon.remove?.(it.stage.context, it.account, stored(proof));
      assert.equal(it.state.statuses.length, 0);
    });
  }

  it('waits for a picture that the server still works on', async () => {
    await using it = await setMastodonStage();
    it.state.slowMedia = 2;
    const message = testMessage({ images: [testImage('Most')] });
    const handle = await prepared(mastodon, it.stage, it.account, message);
    publishedProof(await mastodon.publish(it.stage.context, it.account, message, handle));
    assert.equal(it.stage.fake.posts()[0]?.images[0]?.alt, 'Most');
  });

  it('tells the point that must stay in sight, as the network counts it', async () => {
    await using it = await setMastodonStage();
    const message = testMessage({ images: [{ ...testImage('Most'), focus: { x: 0.25, y: 0.1 } }] });
    await prepared(mastodon, it.stage, it.account, message);
    assert.deepEqual(
      [...it.state.media.values()].map(({ focus }) => focus),
      ['-0.50,0.80'],
    );
  });

  it('sends its pictures again where the upload is older than servers keep one', async () => {
    await using it = await setMastodonStage();
    const message = testMessage({ images: [testImage('Most')] });
    const handle = await prepared(mastodon, it.stage, it.account, message);
    it.state.media.clear();
    const old = { ...handle, preparedAt: Temporal.Now.instant().subtract({ hours: 30 }).toString() };
    publishedProof(await mastodon.publish(it.stage.context, it.account, message, old));
    assert.equal(it.stage.fake.posts()[0]?.images[0]?.alt, 'Most');
  });

  it('says that the account is disabled, and that a right is missing', async () => {
    await using it = await setMastodonStage();
    const message = testMessage();
    const handle = await prepared(mastodon, it.stage, it.account, message);
    it.state.suspended = true;
    const outcome = await mastodon.publish(it.stage.context, it.account, message, handle);
    assert.ok(
      outcome.kind === 'rejected' && outcome.reason.code === 'account-inactive',
      JSON.stringify(outcome),
    );
    it.state.suspended = false;
    it.state.scope = 'read write:statuses';
    const { checks } = await mastodon.diagnose(it.stage.context, await it.stage.connect());
    const rights = checks.find(({ code }) => code === 'rights');
    assert.equal(rights?.state, 'bad');
    assert.equal(rights.reason?.params?.['scope'], 'write:media');
  });
});
