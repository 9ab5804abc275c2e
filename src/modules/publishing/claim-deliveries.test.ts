import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { engineStage, type EngineStage } from '../../../tests/kill/engine-stage.ts';
import { makeScheduledPosts } from '../../../tests/kill/stage.ts';
import { claimDeliveries, renewLeases } from './claim-deliveries.ts';
import { deliverPost } from './deliver-post.ts';

describe('taking deliveries', () => {
  let stage: EngineStage;
  before(async () => {
    stage = await engineStage();
  });
  beforeEach(() => stage.owner(`update deliveries set state = 'withdrawn' where state not in ('published')`));
  after(() => stage.close());

  const schedule = (accountId: string, offsets: number[], lane = 0) =>
    makeScheduledPosts(
      stage.ownerPool,
      offsets.map((seconds) => ({
        institutionId: stage.institutionId,
        accountId,
        lane,
        dueAt: stage.clock.now().add({ seconds }).toString(),
      })),
    );

  /** What time does to the lease of a worker that says nothing. */
  const letRunOut = (id: string) =>
    stage.owner(`update deliveries set lease_until = now() - interval '1 second' where id = $1`, [id]);

  it('takes one of an account at a time, in the order of their times', async () => {
    const accountId = await stage.account('kit-askable');
    const [third, first, second] = await schedule(accountId, [-1, -30, -20]);
    const order: (string | undefined)[] = [];
    for (let round = 0; round < 3; round += 1) {
      const leases = await stage.claim();
      assert.equal(leases.length, 1);
      assert.equal((await stage.claim()).length, 0, 'its lane is busy');
      order.push(leases[0]?.delivery.id);
      await stage.run(leases[0]!);
    }
    assert.deepEqual(order, [first, second, third]);
  });

  it('lets a long queue of one account hold up no other', async () => {
    const slow = await stage.account('kit-askable');
    await schedule(
      slow,
      Array.from({ length: 700 }, () => -600),
    );
    const others = await Promise.all(Array.from({ length: 5 }, () => stage.account('kit-askable')));
    for (const other of others) await schedule(other, [-1]);
    const taken = await stage.claim(10);
    assert.equal(taken.length, 6);
    assert.equal(new Set(taken.map((lease) => lease.delivery.account_id)).size, 6);
  });

  it('goes through several lanes of an account at once', async () => {
    const accountId = await stage.account('kit-askable');
    for (const lane of [0, 1, 2]) await schedule(accountId, [-2, -1], lane);
    assert.equal((await stage.claim()).length, 3);
  });

  it('leaves what is not due', async () => {
    await schedule(await stage.account('kit-askable'), [1]);
    assert.equal((await stage.claim()).length, 0);
    stage.clock.advance({ seconds: 1 });
    assert.equal((await stage.claim()).length, 1);
  });

  it('gives every delivery to one of many workers that ask at once', async () => {
    const accounts = await Promise.all(Array.from({ length: 20 }, () => stage.account('kit-askable')));
    for (const accountId of accounts) await schedule(accountId, [-3, -2, -1]);
    const claims = await Promise.all(Array.from({ length: 8 }, () => stage.claim(10)));
    const taken = claims.flat();
    assert.equal(taken.length, 20);
    assert.equal(new Set(taken.map((lease) => lease.delivery.account_id)).size, 20);
  });

  it('sends nothing for a worker whose lease was taken over, and once for the other', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable');
    const [asleep] = await stage.claim();
    await letRunOut(deliveryId);
    const [awake] = await stage.claim();
    assert.equal(awake?.delivery.id, deliveryId);
    assert.equal(awake?.delivery.recovered, true);
    assert.equal(await stage.run(asleep!), 'lost');
    assert.equal(stage.askable.countsByKey()[deliveryId], undefined);
    assert.equal(await stage.run(awake), 'published');
    assert.equal(stage.askable.countsByKey()[deliveryId], 1);
  });

  it('sends nothing for a worker that knows by its own clock that its lease is over', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable');
    let ms = 0;
    const deps = { db: stage.db, worker: 'slow', tuning: { leaseMs: 60_000 }, monotonic: () => ms };
    const [slow] = await claimDeliveries(deps, stage.clock.now(), 1);
    ms = 59_000;
    assert.equal(await stage.run(slow!), 'lost');
    assert.equal(stage.askable.count('publish') > 0 && stage.askable.countsByKey()[deliveryId], undefined);
  });

  it('keeps a lease that is renewed, and tells of one that is lost', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable');
    const deps = { db: stage.db, worker: 'living', tuning: { leaseMs: 60_000 } };
    const [kept] = await claimDeliveries(deps, stage.clock.now(), 1);
    await letRunOut(deliveryId);
    await renewLeases(deps, stage.clock.now(), [kept!]);
    assert.equal((await stage.claim()).length, 0, 'late, but before anybody else');
    assert.equal(kept?.isHeld(), true);
    await letRunOut(deliveryId);
    assert.equal((await stage.claim()).length, 1);
    await renewLeases(deps, stage.clock.now(), [kept]);
    assert.equal(kept?.lostSignal.aborted, true);
    assert.equal(kept?.isHeld(), false);
  });

  it('looks, before anything else, for what a dead worker had already sent', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable');
    const [dead] = await stage.claim();
    // Killed between the network's answer and the writing of the outcome.
    const killed = new AbortController();
    let transactions = 0;
    const within = ((scope, work) => {
      transactions += 1;
      if (transactions === 1) return stage.db.within(scope, work);
      killed.abort();
      return Promise.reject(new Error('killed'));
    }) as typeof stage.db.within;
    const cut = { ...stage.deps, db: { ...stage.db, within } };
    await assert.rejects(deliverPost(cut, dead!, killed.signal), /killed/);
    assert.equal(stage.askable.countsByKey()[deliveryId], 1);
    await letRunOut(deliveryId);
    assert.deepEqual(await stage.deliver(), ['retrying']);
    stage.clock.advance({ seconds: 10 });
    assert.deepEqual(await stage.deliver(), ['published']);
    assert.equal(stage.askable.countsByKey()[deliveryId], 1);
    assert.deepEqual(await stage.attempts(deliveryId), [
      'prepare prepared',
      'publish interrupted',
      'find found',
    ]);
  });

  it('puts to a person what a dead worker had sent to a network that cannot be asked', async () => {
    const { deliveryId } = await stage.scheduled('kit-unaskable');
    await stage.owner(
      `update deliveries set state = 'publishing', step = 'sent', handle = '{}', lease_by = 'dead',
         lease_until = now() - interval '1 second', attempts = 1, sent_at = now() where id = $1`,
      [deliveryId],
    );
    assert.deepEqual(await stage.deliver(), ['unknown']);
    assert.equal((await stage.read(deliveryId)).reason?.code, 'network.interrupted');
    assert.equal(stage.unaskable.countsByKey()[deliveryId], undefined);
  });

  it('believes the network over the fence: a late answer settles what somebody else doubts', async () => {
    const { deliveryId } = await stage.scheduled('kit-unaskable');
    const asked = stage.unaskable.count('publish');
    stage.unaskable.fault({ kind: 'delay', step: 'publish', ms: 1500 });
    const [slow] = await stage.claim();
    const ending = stage.run(slow!);
    while (stage.unaskable.count('publish') === asked) await pause(5);
    await letRunOut(deliveryId);
    assert.deepEqual(await stage.deliver(), ['unknown']);
    assert.equal(await ending, 'published');
    assert.equal((await stage.read(deliveryId)).state, 'published');
    assert.equal(stage.unaskable.countsByKey()[deliveryId], 1);
  });

  it('never sends again because something that hangs on publishing fails', async () => {
    const { deliveryId } = await stage.scheduled('kit-unaskable');
    const asked = stage.unaskable.count('publish');
    await stage.owner(`create function break_record() returns trigger language plpgsql as
      $$ begin raise exception 'the record is full'; end $$`);
    await stage.owner(
      `create trigger broken before insert on acts for each row execute function break_record()`,
    );
    assert.deepEqual(await stage.deliver(), ['published']);
    await stage.owner('drop trigger broken on acts');
    assert.equal((await stage.read(deliveryId)).state, 'published');
    assert.equal(stage.unaskable.count('publish'), asked + 1);
    assert.deepEqual(await stage.deliver(), []);
  });
});
