import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ConnectedAccount, Connector, Handle, Message } from '../contract.ts';
import type { FaultKind } from './faulty-network.ts';
import {
  assertReason,
  IMPATIENT_MS,
  messageFor,
  prepared,
  publishedProof,
  setStage,
  testImage,
  type Stage,
  type StartFake,
} from './contract-stage.ts';

/** Faults of the visible act after which the post stands there although nothing said so. */
const DONE_UNSAID: readonly FaultKind[] = ['lose-answer', 'truncate', 'slow-body', 'error-500-after'];
/** Faults of the visible act that leave nothing behind. */
const NOT_DONE: readonly FaultKind[] = ['lose-request', 'error-500', 'error-503', 'html'];

export function doubtCases(connector: Connector, startFake: StartFake): void {
  publishDoubts(connector, startFake);
  waits(connector, startFake);
  lookUpDoubts(connector, startFake);
}

function publishDoubts(connector: Connector, startFake: StartFake): void {
  const canFind = connector.manifest.abilities.find;

  for (const kind of DONE_UNSAID) {
    it(`says unknown after ${kind} at publish, sends nothing again, and finds it`, async () => {
      await using stage = await setStage(
        connector,
        startFake,
        kind === 'slow-body' ? IMPATIENT_MS : undefined,
      );
      const { account, message, handle } = await ready(connector, stage);
      stage.fake.network.fault({ kind, step: 'publish' });
      const outcome = await connector.publish(stage.context, account, message, handle);
      assert.ok(outcome.kind === 'unknown', JSON.stringify(outcome));
      assertReason(connector, outcome.reason);
      assert.equal(stage.fake.network.count('publish'), 1);
      assert.equal(stage.fake.posts().length, 1);
      const found = await connector.find(stage.context, account, message, handle);
      if (canFind) publishedProof(found);
      else assert.equal(found.kind, 'cannot-tell');
    });
  }

  for (const kind of NOT_DONE) {
    it(`does not take ${kind} at publish for a refusal, and finds nothing`, async () => {
      await using stage = await setStage(connector, startFake);
      const { account, message, handle } = await ready(connector, stage);
      stage.fake.network.fault({ kind, step: 'publish' });
      const outcome = await connector.publish(stage.context, account, message, handle);
      assert.ok(outcome.kind === 'unknown' || outcome.kind === 'retry', JSON.stringify(outcome));
      assertReason(connector, outcome.reason);
      assert.equal(stage.fake.network.count('publish'), 1);
      assert.equal(stage.fake.posts().length, 0);
      if (!canFind) return;
      assert.equal((await connector.find(stage.context, account, message, handle)).kind, 'absent');
      publishedProof(await connector.publish(stage.context, account, message, handle));
      assert.equal(stage.fake.posts().length, 1);
    });
  }
}

function waits(connector: Connector, startFake: StartFake): void {
  it('knows that nothing was sent to a closed network', async () => {
    await using stage = await setStage(connector, startFake);
    const { account, message, handle } = await ready(connector, stage);
    await stage.fake.network.die();
    const outcome = await connector.publish(stage.context, account, message, handle);
    await stage.fake.network.revive();
    assert.equal(outcome.kind, 'retry', JSON.stringify(outcome));
    publishedProof(await connector.publish(stage.context, account, message, handle));
  });

  it('waits as long as the network says, and no shorter', async () => {
    await using stage = await setStage(connector, startFake);
    const { account, message, handle } = await ready(connector, stage);
    const asked = stage.context.clock.now();
    stage.fake.network.fault({ kind: 'rate-limit-dated', step: 'publish', seconds: 90 });
    const dated = await connector.publish(stage.context, account, message, handle);
    assert.ok(dated.kind === 'retry' && dated.after, JSON.stringify(dated));
    assert.ok(dated.after.epochMilliseconds - asked.epochMilliseconds >= 89_000);
    stage.fake.network.fault({ kind: 'rate-limit', step: 'publish' });
    const undated = await connector.publish(stage.context, account, message, handle);
    assert.ok(undated.kind === 'retry' && undated.after === null, JSON.stringify(undated));
    assert.equal(stage.fake.posts().length, 0);
  });
}

function lookUpDoubts(connector: Connector, startFake: StartFake): void {
  const canFind = connector.manifest.abilities.find;

  it('never says absent where the look-up itself failed', async (test) => {
    if (!canFind) return test.skip('this network cannot be asked');
    await using stage = await setStage(connector, startFake);
    const { account, message, handle } = await ready(connector, stage);
    publishedProof(await connector.publish(stage.context, account, message, handle));
    const faults = [
      { kind: 'html', status: 404 },
      { kind: 'html' },
      { kind: 'error-500' },
      { kind: 'truncate' },
      { kind: 'lose-answer' },
      { kind: 'rate-limit' },
    ] as const;
    for (const fault of faults) {
      stage.fake.network.fault({ ...fault, step: 'find' });
      const outcome = await connector.find(stage.context, account, message, handle);
      assert.ok(outcome.kind === 'retry' || outcome.kind === 'cannot-tell', `${fault.kind}: ${outcome.kind}`);
      assertReason(connector, outcome.reason);
    }
    publishedProof(await connector.find(stage.context, account, message, handle));
  });

  it('takes a failed upload for a wait, and posts nothing', async (test) => {
    if (connector.manifest.limits.images.max === 0) return test.skip('no images on this network');
    await using stage = await setStage(connector, startFake);
    if (stage.fake.uploadsWithPost) return test.skip('pictures go along with the post');
    const account = await stage.connect();
    const message = messageFor(connector, { images: [testImage('Most')] });
    for (const kind of [
      'lose-answer',
      'lose-request',
      'error-500',
      'html',
      'truncate',
      'rate-limit',
    ] as const) {
      stage.fake.network.fault({ kind, step: 'upload' });
      const outcome = await connector.prepare(stage.context, account, message);
      assert.ok(outcome.kind === 'retry', `${kind}: ${JSON.stringify(outcome)}`);
      assertReason(connector, outcome.reason);
    }
    const handle = await prepared(connector, stage, account, message);
    publishedProof(await connector.publish(stage.context, account, message, handle));
    assert.equal(stage.fake.posts().length, 1);
  });
}

async function ready(
  connector: Connector,
  stage: Stage,
): Promise<{ account: ConnectedAccount; message: Message; handle: Handle }> {
  const account = await stage.connect();
  const message = messageFor(connector);
  return { account, message, handle: await prepared(connector, stage, account, message) };
}
