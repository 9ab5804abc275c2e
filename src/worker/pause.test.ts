import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { endPause, holdPosts, letPostThrough, readPause } from '#/modules/pause/index.ts';
import { deliveriesToday } from '#/modules/publishing/index.ts';
import { engineStage, type EngineStage } from '../../tests/kill/engine-stage.ts';
import { makeScheduledPosts } from '../../tests/kill/stage.ts';
import { createDispatcher, type Dispatcher } from './publishing.ts';

const DUE = 50;
const INPUT = { reason: 'Potres', statement: { bs: 'Svi smo na terenu.' } };

describe('the pause switch under the worker', () => {
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
    await stage.owner('update pauses set ended_at = now() where ended_at is null');
  });
  after(() => stage.close());

  const dispatch = (): Dispatcher => {
    const dispatcher = createDispatcher({ ...stage.deps, worker: `pausing-${Math.random()}`, slots: 8 });
    started.push(dispatcher);
    dispatcher.start();
    return dispatcher;
  };
  const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
    const end = performance.now() + 30_000;
    while (!(await holds())) {
      assert.ok(performance.now() < end, `never came: ${what}`);
      await wait(10);
    }
  };
  const bulk = async (count: number, dueAt = stage.clock.now().toString()) => {
    const accounts = await Promise.all(Array.from({ length: count }, () => stage.account('kit-askable')));
    return makeScheduledPosts(
      stage.ownerPool,
      accounts.map((accountId) => ({ institutionId: stage.institutionId, accountId, dueAt })),
    );
  };
  const inState = async (ids: readonly string[], ...states: string[]): Promise<string[]> => {
    const { rows } = await stage.owner(
      `select id from deliveries where id = any($1) and state = any($2) order by id`,
      [ids, states],
    );
    return rows.map(({ id }: { id: string }) => id);
  };
  const marked = async (ids: readonly string[]): Promise<number> => {
    const { rows } = await stage.owner(
      `select count(*)::integer as count from deliveries where id = any($1) and step = 'sent'`,
      [ids],
    );
    return (rows[0] as { count: number }).count;
  };
  const requestsFor = (ids: readonly string[]): number => {
    const counts = stage.askable.countsByKey();
    return ids.reduce((sum, id) => sum + (counts[id] ?? 0), 0);
  };

  it('stops in the middle of fifty, before the next mark; nothing bursts when it ends', async () => {
    stage.askable.latency(60);
    const ids = await bulk(DUE);
    dispatch();
    await until('some are out', async () => (await inState(ids, 'published')).length >= 5);
    await holdPosts(stage.deps, stage.head, INPUT);
    // The pause is committed: what is marked by now is all that will ever be.
    const left = await marked(ids);
    assert.ok(left < DUE, 'the pause came too late to show anything');
    await until('what was marked is out', async () => (await inState(ids, 'published')).length === left);
    await wait(300);
    assert.equal(await marked(ids), left, 'something was marked in the pause');
    assert.equal(requestsFor(ids), left);
    await until(
      'what was in hand waits again',
      async () => (await inState(ids, 'scheduled')).length === DUE - left,
    );

    const view = await readPause(stage.deps, stage.head);
    assert.equal(view.held.length, DUE - left);
    assert.ok(view.held.every((post) => post.is_due));
    const today = await deliveriesToday(stage.deps, stage.head, 'Europe/Sarajevo');
    assert.deepEqual(today.trouble, [], 'what is held is not late');

    stage.clock.advance({ minutes: 90 });
    await endPause(stage.deps, stage.head);
    await wait(300);
    assert.equal(requestsFor(ids), left, 'the end let something out by itself');

    const [first] = view.held;
    await letPostThrough(stage.deps, stage.head, first!.post_id);
    await until(
      'the one that was let through',
      async () => (await inState(ids, 'published')).length === left + 1,
    );
    await wait(200);
    assert.equal(requestsFor(ids), left + 1);
    assert.equal((await readPause(stage.deps, stage.head)).held.length, DUE - left - 1);
  });

  it('lets one through while it stands, and what is due after its end goes at its time', async () => {
    await holdPosts(stage.deps, stage.head, INPUT);
    const [statement, other] = await bulk(2);
    const [later] = await bulk(1, stage.clock.now().add({ hours: 3 }).toString());
    dispatch();
    const { held } = await readPause(stage.deps, stage.head);
    assert.deepEqual(
      held.map((post) => post.is_due),
      [true, true, false],
    );
    const row = await stage.read(statement!);
    await letPostThrough(stage.deps, stage.head, row.post_id);
    await until('the statement', async () => (await inState([statement!], 'published')).length === 1);
    await endPause(stage.deps, stage.head);
    stage.clock.advance({ hours: 3 });
    await until('the later one', async () => (await inState([later!], 'published')).length === 1);
    assert.deepEqual(await inState([other!], 'scheduled'), [other]);
    assert.equal(requestsFor([other!]), 0);
  });

  it('holds again in a new pause what was let through in an old one', async () => {
    await holdPosts(stage.deps, stage.head, INPUT);
    const [id] = await bulk(1, stage.clock.now().add({ minutes: 5 }).toString());
    await letPostThrough(stage.deps, stage.head, (await stage.read(id!)).post_id);
    await endPause(stage.deps, stage.head);
    stage.clock.advance({ minutes: 1 });
    await holdPosts(stage.deps, stage.head, INPUT);
    dispatch();
    stage.clock.advance({ minutes: 10 });
    await wait(300);
    assert.deepEqual(await inState([id!], 'scheduled'), [id]);
  });

  it('looks for what is in doubt while it stands, and sends nothing', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable');
    stage.askable.fault({ kind: 'lose-request', step: 'publish' });
    assert.deepEqual(await stage.deliver(), ['retrying']);
    await holdPosts(stage.deps, stage.head, INPUT);
    stage.clock.advance({ seconds: 10 });
    assert.deepEqual(await stage.deliver(), ['retrying']);
    assert.deepEqual(await stage.attempts(deliveryId), [
      'prepare prepared',
      'publish unknown',
      'find absent',
    ]);
    assert.equal((await stage.read(deliveryId)).step, 'sent');
    assert.deepEqual(await stage.deliver(), [], 'not again at once');
    await endPause(stage.deps, stage.head);
    stage.clock.advance({ minutes: 5 });
    assert.deepEqual(await stage.deliver(), ['published']);
    assert.equal(stage.askable.countsByKey()[deliveryId], 1);
  });

  it('leaves a delivery that a killed worker held before its mark to wait', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable');
    const [lease] = await stage.claim();
    assert.ok(lease);
    await holdPosts(stage.deps, stage.head, INPUT);
    await stage.owner(`update deliveries set lease_until = now() - interval '1 second' where id = $1`, [
      deliveryId,
    ]);
    assert.deepEqual(await stage.deliver(), ['scheduled']);
    assert.equal(await stage.run(lease), 'lost');
    assert.equal(requestsFor([deliveryId]), 0);
    assert.deepEqual(await stage.deliver(), []);
  });
});
