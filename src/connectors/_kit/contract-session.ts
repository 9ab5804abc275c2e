import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ConnectorFault, type Connector } from '../contract.ts';
import {
  assertReason,
  messageFor,
  prepared,
  publishedProof,
  setStage,
  type StartFake,
} from './contract-stage.ts';

export function sessionCases(connector: Connector, startFake: StartFake): void {
  it('renews an expired session, saves it before using it, and publishes once', async (test) => {
    await using stage = await setStage(connector, startFake);
    if (!stage.fake.expire) return test.skip('tokens of this network do not expire');
    const account = await stage.connect();
    const message = messageFor(connector);
    const handle = await prepared(connector, stage, account, message);
    const before = stage.saved.length;
    stage.fake.expire();
    publishedProof(await connector.publish(stage.context, account, message, handle));
    const saved = stage.saved.slice(before);
    assert.equal(saved.length, 1, 'saved once');
    assert.equal(saved[0]?.published, 1, 'saved after the refusal and before the next request');
    assert.equal(stage.fake.network.count('publish'), 2);
    assert.equal(stage.fake.posts().length, 1);
    const renewed = { ...account, session: saved[0]?.session ?? {} };
    const next = { ...messageFor(connector), text: 'Šalter radi i subotom.' };
    const nextHandle = await prepared(connector, stage, renewed, next);
    publishedProof(await connector.publish(stage.context, renewed, next, nextHandle));
    assert.equal(stage.saved.length, before + 1, 'the saved session is the good one');
  });

  it('refreshes on request', async () => {
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    stage.fake.expire?.();
    const session = await connector.refresh(stage.context, account);
    const diagnosis = await connector.diagnose(stage.context, { ...account, session });
    assert.deepEqual(
      diagnosis.checks.filter((check) => check.state === 'bad'),
      [],
    );
  });

  it('takes trouble at renewal for a blip, never for a dead grant', async (test) => {
    await using stage = await setStage(connector, startFake);
    const { expire } = stage.fake;
    if (!expire) return test.skip('tokens of this network do not expire');
    const account = await stage.connect();
    const message = messageFor(connector);
    const handle = await prepared(connector, stage, account, message);
    expire();
    for (const kind of ['error-500', 'error-503', 'html', 'lose-request', 'rate-limit'] as const) {
      stage.fake.network.fault({ kind, step: 'session' });
      const outcome = await connector.publish(stage.context, account, message, handle);
      assert.ok(outcome.kind === 'retry', `${kind}: ${JSON.stringify(outcome)}`);
      assertReason(connector, outcome.reason);
      stage.fake.network.fault({ kind, step: 'session' });
      await assert.rejects(connector.refresh(stage.context, account), (error: unknown) => {
        return error instanceof ConnectorFault && error.kind === 'retry';
      });
    }
    assert.equal(stage.fake.posts().length, 0);
    publishedProof(await connector.publish(stage.context, account, message, handle));
  });

  it('says that a dead grant is dead', async () => {
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const message = messageFor(connector);
    const handle = await prepared(connector, stage, account, message);
    stage.fake.revoke();
    const outcome = await connector.publish(stage.context, account, message, handle);
    assert.ok(outcome.kind === 'reauthorise', JSON.stringify(outcome));
    assertReason(connector, outcome.reason);
    await assert.rejects(connector.refresh(stage.context, account), (error: unknown) => {
      return error instanceof ConnectorFault && error.kind === 'reauthorise';
    });
    assert.equal(stage.fake.posts().length, 0);
    assert.equal(stage.saved.length, 0);
  });
}
