import assert from 'node:assert/strict';
import { after as afterAll, before, describe, it } from 'node:test';
import { startKitNetwork } from '#/connectors/_kit/kit-network.ts';
import type { Connector } from '#/connectors/contract.ts';
import { engineStage, type EngineStage } from '../../../tests/kill/engine-stage.ts';
import { deliverPost } from './deliver-post.ts';

describe('the allowance of an app', () => {
  let stage: EngineStage;
  before(async () => {
    stage = await engineStage();
  });
  afterAll(() => stage.close());

  it('lets every account of an app wait where the network said no to the app, and no other', async (test) => {
    const kit = stage.deps.connectors.get('kit-askable');
    const after = stage.clock.now().add({ hours: 1 });
    const full: Connector = {
      ...kit,
      manifest: { ...kit.manifest, app: 'url' },
      publish: async () => ({ kind: 'retry', after, reason: { code: 'network.rate-limited' }, of: 'app' }),
    };
    const elsewhere = await startKitNetwork({ mode: 'askable' });
    test.after(() => elsewhere.close());
    const other = await stage.account('kit-askable', { url: elsewhere.url });
    const first = await stage.scheduled('kit-askable');
    const dueAt = stage.clock.now().add({ minutes: 5 }).toString();
    const [same, apart] = [
      await stage.scheduled('kit-askable', { dueAt }),
      await stage.scheduled('kit-askable', { dueAt, accountId: other }),
    ];
    const [lease] = await stage.claim(1);
    assert.equal(lease?.delivery.id, first.deliveryId);
    const deps = { ...stage.deps, connectors: { get: () => full } };
    assert.equal(await deliverPost(deps, lease, new AbortController().signal), 'retrying');
    const next = async ({ deliveryId }: { deliveryId: string }) =>
      (await stage.read(deliveryId)).next_attempt_at.toString();
    assert.deepEqual([await next(same), await next(apart)], [after.toString(), dueAt]);
    const later = await stage.scheduled('kit-askable', { dueAt, accountId: same.accountId });
    assert.equal(await next(later), after.toString(), 'what is scheduled from now on heeds it too');
    stage.clock.advance({ hours: 1, minutes: 1 });
  });
});
