import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { addWebhook, claimWebhooks, sendWebhook } from '#/modules/webhooks/index.ts';
import { webhookReceiver } from '../../tests/helpers/webhook-receiver.ts';
import { webhookStage } from '../../tests/helpers/webhook-stage.ts';
import { createMessenger } from './webhooks.ts';

describe('workers that send webhooks', () => {
  const on = webhookStage();
  const { deps, us, add, act, send, log } = on;

  test('two workers at once send each message once, and one at a time to each receiver', async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3]) ids.push((await add(undefined, `${on.receiver.url}&n=${n}`)).id);
    for (let n = 0; n < 10; n += 1) await act();
    const most = { each: 0, all: 0 };
    const inHand: string[] = [];
    on.receiver.answer = async ({ path }) => {
      inHand.push(path);
      most.each = Math.max(most.each, inHand.filter((one) => one === path).length);
      most.all = Math.max(most.all, inHand.length);
      await new Promise((resolve) => setTimeout(resolve, 15));
      inHand.splice(inHand.indexOf(path), 1);
      return 200;
    };
    const workers = [createMessenger(deps()), createMessenger(deps())];
    for (const worker of workers) worker.start();
    const until = Date.now() + 20_000;
    const left = async () =>
      (await Promise.all(ids.map((id) => log(id)))).flat().filter((row) => row.state !== 'delivered');
    while ((await left()).length > 0 && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all(workers.map((worker) => worker.stop()));
    assert.deepEqual(await left(), []);
    assert.equal(on.receiver.received.length, 30);
    assert.equal(most.each, 1);
    assert.ok(most.all >= 2, 'receivers do not wait for each other');
    const rows = (await Promise.all(ids.map((id) => log(id)))).flat();
    assert.deepEqual([...new Set(rows.map(({ attempts }) => attempts))], [1]);
  });

  test('a receiver that does not answer keeps no other waiting', async () => {
    const slow = await add();
    await using other = await webhookReceiver();
    const quick = await addWebhook({ ...deps(), allowPrivate: [on.receiver.place, other.place] }, us(), {
      url: other.url,
      events: ['post.published'],
    });
    on.door.allow(other.place);
    const { promise, resolve } = Promise.withResolvers<number>();
    on.receiver.answer = () => promise;
    const worker = createMessenger(deps());
    for (let n = 0; n < 5; n += 1) await act();
    worker.start();
    const until = Date.now() + 10_000;
    while (other.received.length < 5 && Date.now() < until)
      await new Promise((after) => setTimeout(after, 20));
    resolve(200);
    await worker.stop();
    assert.equal(other.received.length, 5);
    assert.ok((await log(quick.id)).every(({ state }) => state === 'delivered'));
    assert.ok((await log(slow.id)).some(({ state }) => state === 'waiting'));
  });

  test('one killed between sending and writing down leaves it to the lease: sent again, under the same id', async () => {
    const { id } = await add();
    await act();
    const program = join(import.meta.dirname, '../../tests/helpers/send-webhooks-process.ts');
    const hit = Promise.withResolvers<void>();
    const child = spawn(
      process.execPath,
      [program, on.database.appUrl, on.receiver.place, on.clock.now().toString()],
      {
        stdio: 'inherit',
      },
    );
    on.receiver.answer = async () => {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      hit.resolve();
      return 200;
    };
    await hit.promise;
    assert.equal((await log(id))[0]!.state, 'sending');
    on.receiver.answer = () => 200;
    await send();
    assert.equal(on.receiver.received.length, 1, 'the lease has not run out');
    await on.database.owner.query(`update webhook_deliveries set lease_until = now() - interval '1 second'`);
    await send();
    const [row] = await log(id);
    assert.deepEqual([row!.state, row!.attempts], ['delivered', 2]);
    assert.deepEqual(
      on.receiver.received.map(({ headers }) => headers['webhook-id']),
      [row!.id, row!.id],
    );
  });

  test('whoever lost the lease writes nothing', async () => {
    const { id } = await add();
    await act();
    const [first] = await claimWebhooks(deps(), 1);
    await on.database.owner.query(`update webhook_deliveries set lease_until = now() - interval '1 second'`);
    const [second] = await claimWebhooks(deps(), 1);
    on.receiver.answer = () => 500;
    await sendWebhook(deps(), first!);
    assert.equal((await log(id))[0]!.state, 'sending');
    on.receiver.answer = () => 200;
    await sendWebhook(deps(), second!);
    assert.equal((await log(id))[0]!.state, 'delivered');
  });
});
