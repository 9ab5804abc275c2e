import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ConnectorFault, type Connector } from '../contract.ts';
import { assertDiagnosis, assertReason, secretsOf, setStage, type StartFake } from './contract-stage.ts';

export function connectCases(connector: Connector, startFake: StartFake): void {
  const isFault = (kind: ConnectorFault['kind']) => (error: unknown) => {
    assert.ok(error instanceof ConnectorFault, String(error));
    assert.equal(error.kind, kind);
    assertReason(connector, error.reason);
    return true;
  };

  it('connects, and keeps no secret among the settings', async () => {
    await using stage = await setStage(connector, startFake);
    const connected = await stage.connected();
    assert.notEqual(connected.networkId, '');
    assert.notEqual(connected.handle, '');
    assert.match(connected.url, /^https?:\/\//);
    for (const field of connector.manifest.settings.filter((it) => it.type === 'secret')) {
      assert.equal(connected.settings[field.name], undefined, `${field.name} is secret`);
    }
    const secrets = secretsOf(connected.session);
    assert.ok(secrets.length > 0);
    for (const secret of secrets) assert.ok(!stage.logged.join('').includes(secret), 'a secret was logged');
  });

  it('says that settings are refused', async () => {
    await using stage = await setStage(connector, startFake);
    if (stage.fake.refused === null) stage.fake.consent?.(false);
    await assert.rejects(stage.connected(stage.fake.refused ?? stage.fake.settings), isFault('rejected'));
  });

  it('says which field is empty, without asking the network', async () => {
    await using stage = await setStage(connector, startFake);
    for (const field of connector.manifest.settings.filter((it) => it.required)) {
      const settings = { ...stage.fake.settings, [field.name]: ' ' };
      await assert.rejects(stage.connected(settings), isFault('rejected'));
    }
    assert.equal(stage.fake.network.count('session'), 0);
  });

  it('tells a closed network from refused settings', async () => {
    await using stage = await setStage(connector, startFake);
    const { network } = stage.fake;
    if (connector.authorise) await assert.rejects(stage.connected(undefined, network.die), isFault('retry'));
    else {
      await network.die();
      await assert.rejects(stage.connected(), isFault('retry'));
    }
    await network.revive();
  });

  for (const kind of ['error-500', 'error-503', 'html', 'truncate', 'lose-answer', 'rate-limit'] as const) {
    it(`takes ${kind} at sign-in for a blip`, async () => {
      await using stage = await setStage(connector, startFake);
      const lay = () => stage.fake.network.fault({ kind, step: 'session' });
      if (connector.authorise) await assert.rejects(stage.connected(undefined, lay), isFault('retry'));
      else {
        lay();
        await assert.rejects(stage.connected(), isFault('retry'));
      }
      const connected = await stage.connected();
      assert.notEqual(connected.networkId, '');
    });
  }

  looking(connector, startFake);

  it('takes a no of the person for a no', async (test) => {
    await using stage = await setStage(connector, startFake);
    if (!connector.authorise) return test.skip('connected by a form');
    stage.fake.consent?.(false);
    await assert.rejects(stage.connected(), isFault('rejected'));
    stage.fake.consent?.(true);
    assert.notEqual((await stage.connected()).networkId, '');
  });
}

function looking(connector: Connector, startFake: StartFake): void {
  it('tells the limits of the account', async () => {
    await using stage = await setStage(connector, startFake);
    const limits = await connector.limits(stage.context, await stage.connect());
    assert.ok(limits.text.max > 0 && limits.images.maxBytes > 0);
  });

  it('finds a good account good, a dead one bad, a closed network a warning', async () => {
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const good = await connector.diagnose(stage.context, account);
    assert.deepEqual(
      good.checks.filter((it) => it.state === 'bad'),
      [],
    );
    await stage.fake.network.die();
    const closed = await connector.diagnose(stage.context, account);
    assert.ok(closed.checks.some((it) => it.state === 'warning'));
    assert.ok(!closed.checks.some((it) => it.state === 'bad'));
    await stage.fake.network.revive();
    stage.fake.revoke();
    const dead = await connector.diagnose(stage.context, account);
    assert.ok(dead.checks.some((it) => it.state === 'bad'));
    for (const diagnosis of [good, closed, dead]) assertDiagnosis(connector, diagnosis);
  });
}
