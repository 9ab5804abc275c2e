import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ManualClock } from '#/kernel/clock.ts';
import { describeConnector } from '../_kit/contract-tests.ts';
import {
  memory,
  prepared,
  publishedProof,
  setStage,
  stored,
  testImage,
  testMessage,
  testVideo,
} from '../_kit/contract-stage.ts';
import { NETWORK_REASONS } from '../_kit/reasons.ts';
import { startFakeThreads, type ThreadsFake } from './fake.ts';
import { faults } from './faults.ts';
import { threads } from './index.ts';

describeConnector(threads, startFakeThreads, faults.exceptions);

async function setThreadsStage() {
  const stage = await setStage(threads, startFakeThreads);
  const { state } = stage.fake as ThreadsFake;
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

describe('Threads', () => {
  it('says that the app is not the one that was registered', async () => {
    await using it = await setThreadsStage();
    for (const [name, value] of Object.entries({ appId: '1', appSecret: 'wrong' })) {
      await assert.rejects(it.stage.connected({ ...it.stage.fake.settings, [name]: value }), {
        message: NETWORK_REASONS.clientRefused,
        kind: 'rejected',
      });
    }
  });

  it('finishes a thread that stopped half-way, as answers of its own, and takes all of it down', async () => {
    await using it = await setThreadsStage();
    const message = testMessage({ text: LONG, images: [testImage('Most')] });
    const handle = await prepared(threads, it.stage, it.account, message);
    it.stage.fake.network.fault({ kind: 'delay', ms: 1, step: 'publish' });
    it.stage.fake.network.fault({ kind: 'lose-answer', step: 'publish' });
    assert.equal((await threads.publish(it.stage.context, it.account, message, handle)).kind, 'unknown');
    assert.equal(it.state.posts.length, 2);
    assert.equal((await threads.find(it.stage.context, it.account, message, handle)).kind, 'absent');
    const proof = publishedProof(await threads.publish(it.stage.context, it.account, message, handle));
    const [one, two, three, ...more] = it.state.posts;
    assert.equal(more.length, 0);
    assert.deepEqual([one?.replyTo, two?.replyTo, three?.replyTo], [null, one?.id, two?.id]);
    assert.deepEqual(
      it.state.posts.map(({ pictures }) => pictures.length),
      [1, 0, 0],
    );
    const again = publishedProof(await threads.find(it.stage.context, it.account, message, handle));
    assert.deepEqual([again.networkId, again.url], [proof.networkId, proof.url]);
    assert.equal((await threads.remove!(it.stage.context, it.account, stored(proof))).kind, 'removed');
    assert.equal(it.state.posts.length, 0);
  });

  it('tells the same words of an hour ago from those of now', async () => {
    await using it = await setThreadsStage();
    const send = async () => {
      const message = testMessage();
      const handle = await prepared(threads, it.stage, it.account, message);
      assert.equal((await threads.find(it.stage.context, it.account, message, handle)).kind, 'absent');
      const proof = publishedProof(await threads.publish(it.stage.context, it.account, message, handle));
      return { message, handle, proof };
    };
    const first = await send();
    const second = await send();
    assert.notEqual(first.proof.networkId, second.proof.networkId);
    const found = await threads.find(it.stage.context, it.account, second.message, second.handle);
    assert.equal(publishedProof(found).networkId, second.proof.networkId);
  });

  it('does not call absent what the container says is out and the list does not show yet', async () => {
    await using it = await setThreadsStage();
    const message = testMessage();
    const handle = await prepared(threads, it.stage, it.account, message);
    it.stage.fake.network.fault({ kind: 'lose-answer', step: 'publish' });
    assert.equal((await threads.publish(it.stage.context, it.account, message, handle)).kind, 'unknown');
    it.state.lags = true;
    const behind = await threads.find(it.stage.context, it.account, message, handle);
    assert.ok(behind.kind === 'retry' && behind.reason.code === 'published-unseen', JSON.stringify(behind));
    it.state.lags = false;
    publishedProof(await threads.find(it.stage.context, it.account, message, handle));
    assert.equal(it.state.posts.length, 1);
  });

  it('waits for pictures, and says which container can never go out', async () => {
    await using it = await setThreadsStage();
    it.state.slow = 1;
    const message = testMessage({ images: [testImage('Most'), testImage('Škola')] });
    const handle = await prepared(threads, it.stage, it.account, message);
    it.state.slow = 1;
    const busy = await threads.publish(it.stage.context, it.account, message, handle);
    assert.ok(busy.kind === 'retry' && busy.after && busy.reason.code === 'media-not-ready');
    const container = it.state.containers.get(handle['container'] as string);
    assert.ok(container);
    for (const [status, code] of [
      ['EXPIRED', 'container-expired'],
      ['ERROR', 'media-refused'],
    ] as const) {
      container.status = status;
      const outcome = await threads.publish(it.stage.context, it.account, message, handle);
      assert.ok(outcome.kind === 'rejected' && outcome.reason.code === code, JSON.stringify(outcome));
      assert.equal((await threads.find(it.stage.context, it.account, message, handle)).kind, 'absent');
    }
    container.status = 'FINISHED';
    publishedProof(await threads.publish(it.stage.context, it.account, message, handle));
    assert.deepEqual(
      it.stage.fake.posts()[0]?.images.map(({ alt }) => alt),
      ['Most', 'Škola'],
    );
  });

  it('says that pictures need a public address, where there is none, and sends text without one', async () => {
    await using it = await setThreadsStage();
    const context = { ...it.stage.context, lend: null };
    const { checks } = await threads.diagnose(context, it.account);
    const address = checks.find(({ code }) => code === 'address');
    assert.deepEqual([address?.state, address?.reason?.code], ['warning', 'no-public-address']);
    const picture = testMessage({ images: [testImage('Most')] });
    const outcome = await threads.prepare(context, it.account, picture);
    assert.ok(outcome.kind === 'rejected' && outcome.reason.code === 'no-public-address');
    assert.equal((await threads.prepare(context, it.account, testMessage())).kind, 'prepared');
    const gone = {
      ...it.stage.context,
      lend: Object.assign(
        () => Promise.resolve({ url: 'http://127.0.0.1:1/x.png', until: Temporal.Now.instant() }),
        { home: 'http://127.0.0.1:1' },
      ),
    };
    const refused = await threads.prepare(gone, it.account, picture);
    assert.ok(
      refused.kind === 'rejected' && refused.reason.code === 'media-refused',
      JSON.stringify(refused),
    );
  });

  it('waits where the day is full, and refuses more links than are taken', async () => {
    await using it = await setThreadsStage();
    it.state.used = 250;
    const full = await threads.prepare(it.stage.context, it.account, testMessage());
    assert.ok(full.kind === 'retry' && full.after && full.reason.code === 'quota-used');
    it.state.used = 0;
    const links = Array.from({ length: 6 }, (_, at) => `https://opcina.ba/${at}`).join(' ');
    const many = await threads.prepare(it.stage.context, it.account, testMessage({ text: links }));
    assert.ok(many.kind === 'rejected' && many.reason.code === 'too-many-links');
  });

  it('goes on with the video that Threads works on already, and makes another only of another message', async () => {
    await using it = await setThreadsStage();
    const mind = memory(it.stage);
    const message = testMessage({ video: testVideo() });
    const { network } = it.stage.fake;
    // Both times it cannot be asked how far it is.
    for (const _ of [1, 2]) {
      network.fault({ kind: 'delay', ms: 0, step: 'look' });
      network.fault({ kind: 'error-503', step: 'find' });
      const outcome = await threads.prepare(mind.context(), it.account, message);
      assert.equal(outcome.kind, 'retry', JSON.stringify(outcome));
      network.clearFaults();
    }
    const outcome = await threads.prepare(mind.context(), it.account, message);
    assert.ok(outcome.kind === 'prepared', JSON.stringify(outcome));
    assert.equal(network.count('upload'), 1);
    const other = testMessage({ text: 'Drugi tekst.', video: testVideo() });
    assert.equal((await threads.prepare(mind.context(), it.account, other)).kind, 'prepared');
    assert.equal(network.count('upload'), 2);
    publishedProof(await threads.publish(it.stage.context, it.account, message, outcome.handle));
  });

  it('renews its token from the second day on, and never takes trouble for a dead grant', async () => {
    await using it = await setThreadsStage();
    const { session } = it.account;
    assert.deepEqual(await threads.refresh(it.stage.context, it.account), session);
    const until = Temporal.Instant.from(threads.grantOf?.(session).accessUntil ?? '');
    assert.equal(Math.round(until.since(Temporal.Now.instant()).total('hours') / 24), 60);
    const clock = new ManualClock(Temporal.Now.instant().add({ hours: 24 * 50 }));
    const context = { ...it.stage.context, clock };
    it.state.age = 24 * 50;
    const near = await threads.diagnose(context, it.account);
    const end = near.checks.find(({ code }) => code === 'end');
    assert.deepEqual([end?.state, end?.reason?.code], ['warning', 'ends-soon']);
    for (const kind of ['error-500', 'html', 'truncate', 'rate-limit', 'lose-request'] as const) {
      it.stage.fake.network.fault({ kind, step: 'session' });
      await assert.rejects(threads.refresh(context, it.account), { kind: 'retry' });
    }
    const renewed = await threads.refresh(context, it.account);
    assert.notEqual(renewed['accessToken'], session['accessToken']);
    assert.equal(renewed['appSecret'], session['appSecret']);
    const { checks } = await threads.diagnose(context, { ...it.account, session: renewed });
    assert.ok(
      checks.every(({ state }) => state === 'good'),
      JSON.stringify(checks),
    );
    it.state.revoked = 463;
    await assert.rejects(threads.refresh(context, it.account), { kind: 'reauthorise' });
  });

  it('names the right that is missing', async () => {
    await using it = await setThreadsStage();
    it.state.missing = 'threads_content_publish';
    const outcome = await threads.prepare(it.stage.context, it.account, testMessage());
    assert.ok(outcome.kind === 'reauthorise' && outcome.reason.code === NETWORK_REASONS.scopeMissing);
    assert.deepEqual(outcome.reason.params, { scope: 'threads_content_publish' });
  });
});
