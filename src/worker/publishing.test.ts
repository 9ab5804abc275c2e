import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock, type Clock } from '#/kernel/clock.ts';
import { engineStage, type EngineStage } from '../../tests/kill/engine-stage.ts';
import { makeScheduledPosts, tuned } from '../../tests/kill/stage.ts';
import { createDispatcher, type Dispatcher, type DispatcherOptions } from './publishing.ts';

describe('the dispatcher', () => {
  let stage: EngineStage;
  const started: Dispatcher[] = [];
  before(async () => {
    stage = await engineStage();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((dispatcher) => dispatcher.stop()));
    stage.askable.latency(0);
    await stage.owner(
      `update deliveries set state = 'withdrawn' where state not in ('published', 'removed')`,
    );
  });
  after(() => stage.close());

  const dispatch = (options: Partial<DispatcherOptions> = {}): Dispatcher => {
    const dispatcher = createDispatcher({
      ...stage.deps,
      worker: `dispatcher-${started.length}-${Math.random()}`,
      ...options,
    });
    started.push(dispatcher);
    dispatcher.start();
    return dispatcher;
  };

  const until = async (what: string, holds: () => Promise<boolean>, ms = 20_000): Promise<void> => {
    const end = performance.now() + ms;
    while (!(await holds())) {
      assert.ok(performance.now() < end, `never came: ${what}`);
      await pause(10);
    }
  };
  const stateIs = (id: string, state: string) =>
    until(`${id} ${state}`, async () => (await stage.read(id)).state === state);
  const publishedAmong = async (ids: string[]): Promise<number> => {
    const { rows } = await stage.owner(
      `select count(*)::integer as count from deliveries where id = any($1) and state = 'published'`,
      [ids],
    );
    return (rows[0] as { count: number }).count;
  };
  const assertOnce = (ids: string[]) => {
    const counts = stage.askable.countsByKey();
    assert.deepEqual(
      ids.filter((id) => counts[id] !== 1),
      [],
    );
  };

  const bulk = async (accounts: number, each: number, dueAt = stage.clock.now().toString()) => {
    const ids = await Promise.all(Array.from({ length: accounts }, () => stage.account('kit-askable')));
    return makeScheduledPosts(
      stage.ownerPool,
      ids.flatMap((accountId) =>
        Array.from({ length: each }, () => ({ institutionId: stage.institutionId, accountId, dueAt })),
      ),
    );
  };

  it('wakes at the due time, and not before', async () => {
    const dueAt = stage.clock.now().add({ minutes: 10 }).toString();
    const { deliveryId } = await stage.scheduled('kit-askable', { dueAt });
    dispatch();
    await pause(100);
    stage.clock.advance({ minutes: 9 });
    await pause(100);
    assert.equal((await stage.read(deliveryId)).state, 'scheduled');
    stage.clock.advance({ minutes: 1 });
    await stateIs(deliveryId, 'published');
  });

  it('hears of a post that is scheduled while it sleeps', async () => {
    dispatch();
    await pause(200);
    const { deliveryId } = await stage.scheduled('kit-askable');
    await stateIs(deliveryId, 'published');
  });

  it('sends on time by a clock that runs', async () => {
    dispatch({ clock: systemClock });
    const dueAt = systemClock.now().add({ milliseconds: 1500 });
    const { deliveryId } = await stage.scheduled('kit-askable', { dueAt: dueAt.toString() });
    await stateIs(deliveryId, 'published');
    const sentAt = (await stage.read(deliveryId)).sent_at!;
    const late = sentAt.epochMilliseconds - dueAt.epochMilliseconds;
    assert.ok(late >= 0 && late < 1000, `${late} ms after its time`);
  });

  it('never doubles, however many of it there are', async () => {
    const ids = await bulk(10, 12);
    for (let count = 0; count < 3; count += 1) dispatch({ slots: 4 });
    await until('all published', async () => (await publishedAmong(ids)) === ids.length);
    assertOnce(ids);
  });

  it('lets no slow account hold up the others', async () => {
    const asked = stage.askable.count('publish');
    const slow = await bulk(1, 6);
    stage.askable.fault({ kind: 'delay', step: 'publish', ms: 3000 });
    dispatch({ slots: 4 });
    await until('the slow one is under way', () => Promise.resolve(stage.askable.count('publish') > asked));
    const quick = await bulk(3, 4);
    await stage.owner(`select pg_notify('glasnik_due', '')`);
    await until('the quick ones are out', async () => (await publishedAmong(quick)) === quick.length);
    await until('the slow ones are out', async () => (await publishedAmong(slow)) === slow.length);
    assertOnce([...slow, ...quick]);
  });

  it('stays sound when the time of day is put back and forward', async () => {
    const dueAt = stage.clock.now().add({ minutes: 30 }).toString();
    const { deliveryId } = await stage.scheduled('kit-askable', { dueAt });
    const before = await bulk(2, 3);
    dispatch();
    await until('first ones out', async () => (await publishedAmong(before)) === before.length);
    stage.clock.advance({ hours: -1 });
    const atOnce = await stage.scheduled('kit-askable');
    await stateIs(atOnce.deliveryId, 'published');
    assert.equal((await stage.read(deliveryId)).state, 'scheduled');
    stage.clock.advance({ hours: 2 });
    await stateIs(deliveryId, 'published');
    stage.clock.advance({ hours: -1 });
    await pause(100);
    assertOnce([deliveryId, atOnce.deliveryId, ...before]);
  });

  it('survives the loss of every connection to the database', async () => {
    const ids = await bulk(10, 15);
    stage.askable.latency(20);
    const tuning = tuned({ leaseMs: 2000, settleMs: 100, backOffMs: 50, backOffMaxMs: 200 });
    // A clock that runs: what was interrupted waits a moment before it is looked for.
    const start = stage.clock.now().epochMilliseconds - performance.now();
    const clock: Clock = {
      ...systemClock,
      now: () => Temporal.Instant.fromEpochMilliseconds(Math.floor(start + performance.now())),
    };
    dispatch({ slots: 8, tuning, clock });
    for (let round = 0; round < 6; round += 1) {
      await pause(120);
      await stage.owner(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename = 'glasnik_app'`,
      );
    }
    await until('all published', async () => (await publishedAmong(ids)) === ids.length, 40_000);
    assertOnce(ids);
  });

  it('finishes what is in hand when it stops, and takes nothing more', async () => {
    const ids = await bulk(3, 2);
    stage.askable.latency(150);
    const asked = stage.askable.count('publish');
    const dispatcher = dispatch();
    await until('under way', () => Promise.resolve(stage.askable.count('publish') >= asked + 3));
    await dispatcher.stop();
    assert.equal(await publishedAmong(ids), 3);
    assert.equal(stage.askable.count('publish'), asked + 3);
  });

  it('cuts off what does not end, and remembers that it may be there', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable');
    stage.askable.fault({ kind: 'delay', step: 'publish', ms: 3000 });
    const asked = stage.askable.count('publish');
    const dispatcher = dispatch({ stopWithinMs: 50 });
    await until('under way', () => Promise.resolve(stage.askable.count('publish') > asked));
    await dispatcher.stop();
    const row = await stage.read(deliveryId);
    assert.deepEqual([row.state, row.step], ['retrying', 'sent']);
    await pause(3000);
    stage.clock.advance({ seconds: 10 });
    assert.deepEqual(await stage.deliver(), ['published']);
    assertOnce([deliveryId]);
  });

  it('asks the database next to nothing while nothing is due', async () => {
    dispatch();
    await pause(300);
    let questions = 0;
    const { db } = stage;
    const original = db.pool.connect.bind(db.pool);
    db.pool.connect = ((...args: []) => {
      questions += 1;
      return original(...args);
    }) as typeof db.pool.connect;
    await pause(1500);
    db.pool.connect = original;
    assert.ok(questions <= 2, `${questions} questions in a second and a half`);
  });

  it('tells what is due, under way and late', async () => {
    stage.askable.latency(400);
    await bulk(1, 3, stage.clock.now().subtract({ minutes: 2 }).toString());
    const dispatcher = dispatch();
    await until('one is under way', async () => (await dispatcher.stats()).underWay === 1);
    assert.deepEqual(await dispatcher.stats(), { due: 2, underWay: 1, late: 3, inHand: 1 });
  });
});
