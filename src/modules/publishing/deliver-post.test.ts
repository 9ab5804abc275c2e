import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startKitNetwork } from '#/connectors/_kit/kit-network.ts';
import type { Connector, Handle } from '#/connectors/contract.ts';
import { openDatabase, type Db } from '#/db/database.ts';
import { isProblem } from '#/kernel/errors.ts';
import { deliverPost } from './deliver-post.ts';
import { getDelivery } from './get-delivery.ts';
import { retryDelivery } from './retry-delivery.ts';
import { schedulePost } from './schedule-post.ts';
import { engineStage, type EngineStage } from '../../../tests/kill/engine-stage.ts';

describe('delivering a post', () => {
  let stage: EngineStage;
  before(async () => {
    stage = await engineStage();
  });
  after(() => stage.close());

  it('publishes once, keeps the proof, the attempts and the record, and moves the post on', async () => {
    const { deliveryId, postId } = await stage.scheduled('kit-askable');
    assert.deepEqual(await stage.deliver(), ['published']);
    const delivery = await stage.read(deliveryId);
    assert.equal(delivery.state, 'published');
    assert.equal(stage.askable.countsByKey()[deliveryId], 1);
    assert.match(delivery.url ?? '', /\/posts\/post-/);
    assert.equal(delivery.proof?.networkId, delivery.network_id);
    assert.deepEqual(await stage.attempts(deliveryId), ['prepare prepared', 'publish published']);
    assert.deepEqual(await stage.acts(deliveryId), ['delivery.published']);
    assert.equal(await stage.postState(postId), 'published');
  });

  it('tells open studios that it tries again, which is no act', async () => {
    const told: string[] = [];
    await using listener = new AsyncDisposableStack();
    const client = await stage.ownerPool.connect();
    listener.defer(() => client.release(true));
    client.on('notification', ({ payload }) => told.push(payload ?? ''));
    await client.query('listen glasnik_events');
    await stage.scheduled('kit-askable');
    stage.askable.fault({ kind: 'error-503', step: 'publish' });
    assert.deepEqual(await stage.deliver(), ['retrying']);
    await client.query('select 1');
    assert.deepEqual(told, [stage.institutionId]);
    stage.clock.advance({ minutes: 10 });
    assert.deepEqual(await stage.deliver(), ['published']);
  });

  it('waits as the network says, although the due time is long past', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable');
    stage.askable.fault({ kind: 'rate-limit-dated', step: 'publish', seconds: 90 });
    assert.deepEqual(await stage.deliver(), ['retrying']);
    stage.clock.advance({ seconds: 88 });
    assert.deepEqual(await stage.deliver(), []);
    stage.clock.advance({ seconds: 3 });
    assert.deepEqual(await stage.deliver(), ['published']);
    assert.equal(stage.askable.countsByKey()[deliveryId], 1);
    assert.deepEqual(await stage.attempts(deliveryId), [
      'prepare prepared',
      'publish retry',
      'publish published',
    ]);
  });

  it('holds all that the account has waiting until the time that the network named, and no other account', async () => {
    const accountId = await stage.account('kit-askable');
    const first = await stage.scheduled('kit-askable', { accountId });
    stage.askable.fault({ kind: 'rate-limit-dated', step: 'publish', seconds: 90 });
    const second = await stage.scheduled('kit-askable', { accountId });
    const later = await stage.scheduled('kit-askable', {
      accountId,
      dueAt: stage.clock.now().add({ hours: 1 }).toString(),
    });
    const [lease, ...rest] = await stage.claim(1);
    assert.equal(rest.length, 0);
    assert.equal(await stage.run(lease!), 'retrying');
    const other = await stage.scheduled('kit-askable');
    assert.deepEqual(await stage.deliver(), ['published'], 'the other account');
    assert.equal((await stage.read(other.deliveryId)).state, 'published');
    const waits = await getDelivery(stage.deps, stage.head, second.deliveryId);
    assert.deepEqual([waits.state, waits.nextStep], ['scheduled', 'wait']);
    assert.ok(waits.reason, 'it says why');
    assert.deepEqual((await stage.read(later.deliveryId)).reason, null);
    stage.clock.advance({ seconds: 91 });
    assert.deepEqual(await stage.deliver(2), ['published', 'published']);
    assert.equal((await stage.read(second.deliveryId)).reason, null);
    assert.deepEqual(await stage.attempts(second.deliveryId), ['prepare prepared', 'publish published']);
    assert.equal((await stage.read(first.deliveryId)).state, 'published');
    stage.clock.advance({ hours: 1 });
    assert.deepEqual(await stage.deliver(), ['published']);
  });

  it('begins nothing before the window opens that the network told of, also what is scheduled after', async () => {
    const accountId = await stage.account('kit-askable');
    stage.askable.window({ posts: 2, seconds: 90 });
    const made = [];
    for (let count = 0; count < 3; count += 1) made.push(await stage.scheduled('kit-askable', { accountId }));
    const refusedBefore = stage.askable.asked.filter(({ status }) => status === 429).length;
    for (let count = 0; count < 2; count += 1) {
      const [lease] = await stage.claim(1);
      assert.equal(await stage.run(lease!), 'published');
    }
    made.push(await stage.scheduled('kit-askable', { accountId }));
    const other = await stage.scheduled('kit-unaskable');
    assert.deepEqual(await stage.deliver(), ['published'], 'another account, on another network');
    assert.equal((await stage.read(other.deliveryId)).state, 'published');
    const waiting = [];
    for (const { deliveryId } of made) {
      const row = await stage.read(deliveryId);
      if (row.state === 'scheduled') waiting.push(deliveryId);
    }
    assert.equal(waiting.length, 2);
    for (const deliveryId of waiting) {
      const view = await getDelivery(stage.deps, stage.head, deliveryId);
      assert.deepEqual([view.nextStep, view.reason?.code], ['wait', 'network.rate-limited']);
    }
    stage.askable.window(null);
    stage.clock.advance({ seconds: 89 });
    assert.deepEqual(await stage.deliver(), []);
    stage.clock.advance({ seconds: 2 });
    assert.deepEqual(await stage.deliver(2), ['published', 'published']);
    const refused = stage.askable.asked.filter(({ status }) => status === 429).length;
    assert.equal(refused, refusedBefore, 'the network had to refuse nothing');
  });

  it('backs off longer with every refusal, and gives up after a day', async () => {
    await stage.owner('update institutions set ask_late_after_hours = null');
    const { deliveryId, postId } = await stage.scheduled('kit-askable');
    stage.askable.fault({ kind: 'rate-limit', step: 'publish', times: 1000 });
    const waits: number[] = [];
    let ends: string[] = [];
    for (let round = 0; round < 100 && ends[0] !== 'failed'; round += 1) {
      ends = await stage.deliver();
      const row = await stage.read(deliveryId);
      const wait = row.next_attempt_at.since(stage.clock.now()).total('seconds');
      waits.push(wait);
      if (ends[0] === 'retrying') stage.clock.advance({ milliseconds: Math.ceil(wait * 1000) });
    }
    stage.askable.clearFaults();
    assert.deepEqual(waits.slice(0, 4), [5, 10, 20, 40]);
    assert.equal(Math.max(...waits), 1800);
    const failed = await stage.read(deliveryId);
    assert.equal(failed.state, 'failed');
    assert.equal(failed.reason?.code, 'network.rate-limited');
    assert.equal(stage.askable.countsByKey()[deliveryId], undefined);
    assert.equal(await stage.postState(postId), 'publishing');
    assert.deepEqual(await stage.acts(deliveryId), ['delivery.failed']);
    await stage.owner('update institutions set ask_late_after_hours = 6');
  });

  it('writes down all that hangs on it when the database was away meanwhile', async () => {
    const { deliveryId, postId } = await stage.scheduled('kit-askable');
    const [lease] = await stage.claim();
    const nowhere = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nowhere', poolSize: 1 });
    let asked = 0;
    const db: Db = {
      ...stage.db,
      // The first time it is loaded; then it is settled, as often as it needs.
      within: (scope, work) => {
        asked += 1;
        return (asked > 1 && asked < 6 ? nowhere : stage.db).within(scope, work);
      },
    };
    assert.equal(await deliverPost({ ...stage.deps, db }, lease!, new AbortController().signal), 'published');
    await nowhere.close();
    assert.equal(asked, 6);
    assert.deepEqual(await stage.acts(deliveryId), ['delivery.published']);
    assert.equal(await stage.postState(postId), 'published');
  });

  for (const kind of ['lose-answer', 'error-500-after', 'truncate'] as const) {
    it(`looks, and does not send again, after ${kind}`, async () => {
      const { deliveryId } = await stage.scheduled('kit-askable');
      stage.askable.fault({ kind, step: 'publish' });
      assert.deepEqual(await stage.deliver(), ['retrying']);
      assert.equal((await stage.read(deliveryId)).step, 'sent');
      assert.deepEqual(await stage.deliver(), [], 'the network is given time to settle');
      stage.clock.advance({ seconds: 10 });
      assert.deepEqual(await stage.deliver(), ['published']);
      assert.equal(stage.askable.countsByKey()[deliveryId], 1);
      assert.deepEqual(await stage.attempts(deliveryId), [
        'prepare prepared',
        'publish unknown',
        'find found',
      ]);
    });
  }

  for (const kind of ['lose-request', 'error-500', 'html'] as const) {
    it(`looks, finds nothing and sends again after ${kind}`, async () => {
      const { deliveryId } = await stage.scheduled('kit-askable');
      stage.askable.fault({ kind, step: 'publish' });
      assert.deepEqual(await stage.deliver(), ['retrying']);
      stage.clock.advance({ seconds: 10 });
      assert.deepEqual(await stage.deliver(), ['published']);
      assert.equal(stage.askable.countsByKey()[deliveryId], 1);
      assert.deepEqual((await stage.attempts(deliveryId)).slice(1), [
        'publish unknown',
        'find absent',
        'publish published',
      ]);
    });
  }

  it('keeps asking, and sends nothing, while the look-up itself fails', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable');
    stage.askable.fault({ kind: 'lose-answer', step: 'publish' });
    stage.askable.fault({ kind: 'error-500', step: 'find', times: 3 });
    await stage.deliver();
    for (let round = 0; round < 3; round += 1) {
      stage.clock.advance({ minutes: 2 });
      assert.deepEqual(await stage.deliver(), ['retrying']);
    }
    stage.clock.advance({ minutes: 2 });
    assert.deepEqual(await stage.deliver(), ['published']);
    assert.equal(stage.askable.countsByKey()[deliveryId], 1);
  });

  it('asks a person where the network cannot be asked, and never sends again', async () => {
    const { deliveryId, postId } = await stage.scheduled('kit-unaskable');
    stage.unaskable.fault({ kind: 'lose-answer', step: 'publish' });
    assert.deepEqual(await stage.deliver(), ['unknown']);
    stage.clock.advance({ hours: 48 });
    assert.deepEqual(await stage.deliver(), []);
    assert.equal(stage.unaskable.countsByKey()[deliveryId], 1);
    assert.equal(await stage.postState(postId), 'publishing');
    assert.deepEqual(await stage.acts(deliveryId), ['delivery.unknown']);
  });

  it('fails with the reason of the network where it refuses', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable', { text: 'refuse this' });
    assert.deepEqual(await stage.deliver(), ['failed']);
    const row = await stage.read(deliveryId);
    assert.equal(row.reason?.code, 'network.refused');
    assert.equal(row.reason?.said, 'We do not take this.');
  });

  it('goes on from what stands there when a person tries again, and puts nothing up twice', async () => {
    const kit = stage.deps.connectors.get('kit-askable');
    const handles: Handle[] = [];
    let begun = 0;
    const halfWay: Connector = {
      ...kit,
      find: async () => ({ kind: 'absent' }),
      publish: async (context, account, message, handle) => {
        handles.push(handle);
        if ((begun += 1) > 1) return kit.publish(context, account, message, handle);
        return { kind: 'rejected', reason: { code: 'network.refused' }, begun: true };
      },
    };
    const deliver = async () => {
      const [lease] = await stage.claim(1);
      const deps = { ...stage.deps, connectors: { get: () => halfWay } };
      return deliverPost(deps, lease!, new AbortController().signal);
    };
    const { deliveryId, postId } = await stage.scheduled('kit-askable');
    assert.equal(await deliver(), 'failed');
    // Another version would put up beside it what stands there already.
    await stage.owner(`update posts set state = 'approved' where id = $1`, [postId]);
    await assert.rejects(schedulePost(stage.deps, stage.head, { postId, version: 1 }), (error) =>
      isProblem(error, 'post.open-question'),
    );
    await stage.owner(`update posts set state = 'publishing' where id = $1`, [postId]);
    await retryDelivery(stage.deps, stage.head, deliveryId);
    stage.clock.advance({ minutes: 1 });
    assert.equal(await deliver(), 'published');
    assert.deepEqual(handles[1], handles[0], 'it was not prepared anew');
    const tries = ['prepare prepared', 'publish rejected', 'find absent', 'publish published'];
    assert.deepEqual(await stage.attempts(deliveryId), tries);
  });

  it('is blocked by a dead grant, marks the account, and goes on when it is connected again', async () => {
    const other = await startKitNetwork({ mode: 'askable' });
    other.revoke();
    const accountId = await stage.account('kit-askable', { url: other.url });
    const { deliveryId } = await stage.scheduled('kit-askable', { accountId });
    assert.deepEqual(await stage.deliver(), ['blocked']);
    assert.equal((await stage.readAccount(accountId)).state, 'needs-reconnection');
    const second = await stage.scheduled('kit-askable', { accountId });
    const asked = other.count('publish');
    assert.deepEqual(await stage.deliver(), ['blocked']);
    assert.equal(other.count('publish'), asked, 'the next one does not even ask the network');
    await other.close();
    await stage.reconnect(accountId);
    assert.deepEqual(await stage.deliver(2), ['published', 'published']);
    assert.equal(stage.askable.countsByKey()[deliveryId], 1);
    assert.equal(stage.askable.countsByKey()[second.deliveryId], 1);
  });

  it('renews an expired session, keeps the new one, and sends once', async () => {
    const { deliveryId, accountId } = await stage.scheduled('kit-askable');
    const before = (await stage.readAccount(accountId)).session_sealed;
    stage.askable.expire();
    assert.deepEqual(await stage.deliver(), ['published']);
    assert.equal(stage.askable.countsByKey()[deliveryId], 1);
    assert.notEqual((await stage.readAccount(accountId)).session_sealed, before);
  });

  it('sends nothing whose seal was broken after it was scheduled', async () => {
    const { deliveryId, postId } = await stage.scheduled('kit-askable');
    await stage.owner(`update approvals set broken_at = now() where post_id = $1`, [postId]);
    assert.deepEqual(await stage.deliver(), ['failed']);
    assert.equal((await stage.read(deliveryId)).reason?.code, 'network.seal-broken');
    assert.equal(stage.askable.countsByKey()[deliveryId], undefined);
  });

  it('hands a connector its own steps again at the next try, and keeps none of a lost lease', async () => {
    const kit = stage.deps.connectors.get('kit-askable');
    const read: (Handle | null)[] = [];
    const run = async (prepare: Connector['prepare']) => {
      const [lease] = await stage.claim(1);
      const connectors = { get: () => ({ ...kit, prepare }) };
      return deliverPost({ ...stage.deps, connectors }, lease!, new AbortController().signal);
    };
    const { deliveryId } = await stage.scheduled('kit-askable');
    const first = await run(async ({ steps }) => {
      read.push(steps?.kept ?? null);
      await steps?.keep({ upload: 'a' });
      await steps?.keep({ upload: 'a', bytes: 7 });
      throw new Error('the process is gone');
    });
    assert.equal(first, 'retrying');
    stage.clock.advance({ minutes: 10 });
    const second = await run(async (context, account, message) => {
      read.push(context.steps?.kept ?? null);
      return kit.prepare(context, account, message);
    });
    assert.equal(second, 'published');
    assert.deepEqual(read, [null, { upload: 'a', bytes: 7 }]);
    const other = await stage.scheduled('kit-askable');
    const lost = await run(async ({ steps }) => {
      await stage.owner(`update deliveries set attempts = attempts + 1 where id = $1`, [other.deliveryId]);
      await assert.rejects(async () => steps?.keep({ upload: 'b' }), /lease/);
      return { kind: 'prepared', handle: {} };
    });
    assert.equal(lost, 'lost');
    assert.equal((await stage.read(other.deliveryId)).steps, null);
    assert.deepEqual((await stage.read(deliveryId)).steps, { upload: 'a', bytes: 7 });
  });

  it('sends nothing whose text is not the approved one', async () => {
    const { deliveryId, postId } = await stage.scheduled('kit-askable');
    await stage.owner(
      `insert into post_versions (post_id, no, institution_id, title, content, seal, saved_at)
       select post_id, 2, institution_id, title, jsonb_set(content, '{texts,bs}', '"Nešto drugo"'), seal, saved_at
       from post_versions where post_id = $1`,
      [postId],
    );
    await stage.owner(`update deliveries set version = 2 where id = $1`, [deliveryId]);
    assert.deepEqual(await stage.deliver(), ['failed']);
    assert.equal((await stage.read(deliveryId)).reason?.code, 'network.seal-broken');
  });

  it('looks for what was sent before its seal broke, and does not send it again', async () => {
    const { deliveryId, postId } = await stage.scheduled('kit-askable');
    stage.askable.fault({ kind: 'lose-request', step: 'publish' });
    assert.deepEqual(await stage.deliver(), ['retrying']);
    await stage.owner(`update approvals set broken_at = now() where post_id = $1`, [postId]);
    stage.clock.advance({ seconds: 10 });
    assert.deepEqual(await stage.deliver(), ['failed']);
    assert.equal(stage.askable.countsByKey()[deliveryId], undefined);
  });

  it('does not deliver to a retired account', async () => {
    const { deliveryId, accountId } = await stage.scheduled('kit-askable');
    await stage.owner(`update accounts set state = 'retired' where id = $1`, [accountId]);
    assert.deepEqual(await stage.deliver(), ['failed']);
    assert.equal((await stage.read(deliveryId)).reason?.code, 'network.account-retired');
  });

  it('does not lose a post of a network that this Glasnik has no connector for', async () => {
    const { deliveryId, accountId } = await stage.scheduled('kit-askable');
    await stage.owner(`update accounts set network = 'gone' where id = $1`, [accountId]);
    assert.deepEqual(await stage.deliver(), ['failed']);
    assert.equal((await stage.read(deliveryId)).reason?.code, 'network.unknown');
  });
});
