import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSafeFetch } from '#/kernel/safe-fetch.ts';
import { holding, type Received } from '../../../tests/helpers/webhook-receiver.ts';
import { webhookStage } from '../../../tests/helpers/webhook-stage.ts';
import { resendWebhookDelivery } from './index.ts';

describe('sending webhooks', () => {
  const on = webhookStage();
  const { deps, us, add, act, send, log, webhook, noticesOf, nextIn } = on;

  test('a name that leads into a closed network is not gone to, and the log says so', async () => {
    const { id } = await add(undefined, 'https://inside.example.org/');
    await act();
    await using guarded = disposable(
      createSafeFetch({
        maxRedirects: 0,
        resolve: (_name, _options, answer) => answer(null, [{ address: '10.1.2.3', family: 4 }]),
      }),
    );
    await send({ ...deps(), webhookFetch: guarded.door });
    const [row] = await log(id);
    assert.deepEqual([row!.state, row!.trouble], ['waiting', 'webhook.trouble.private-address']);
  });

  for (const [name, answer, trouble, status] of [
    ['500', { status: 500, body: 'Greška\u0000baze' }, 'webhook.trouble.status', 500],
    ['404', 404, 'webhook.trouble.status', 404],
    ['a redirect', { status: 302, headers: { Location: '/elsewhere' } }, 'webhook.trouble.redirects', null],
    ['a cut line', 'cut', 'webhook.trouble.broken-off', null],
    ['no answer in time', 'hang', 'webhook.trouble.timeout', null],
  ] as const)
    test(`${name} is tried again later, under the same id, and the webhook counts as failing`, async () => {
      const { id, secret } = await add();
      await act();
      on.receiver.answer = () => answer;
      await send();
      assert.equal(on.receiver.received.length, 1, 'nothing is followed, nothing repeated at once');
      const [row] = await log(id);
      assert.deepEqual([row!.state, row!.trouble, row!.status], ['waiting', trouble, status]);
      if (name === '500') assert.equal(row!.answer, 'Greška baze');
      assert.equal(await nextIn(id), 30);
      assert.ok((await webhook(id)).failing_since);
      on.receiver.answer = () => 200;
      on.clock.advance({ seconds: 30 });
      await send();
      assert.equal((await log(id))[0]!.state, 'delivered');
      assert.equal((await webhook(id)).failing_since, null);
      const [first, second] = on.receiver.received as [Received, Received];
      assert.equal(second.headers['webhook-id'], first.headers['webhook-id']);
      assert.equal(second.raw, first.raw);
      assert.notEqual(second.headers['webhook-timestamp'], first.headers['webhook-timestamp']);
      assert.equal(holding(second, secret), 1);
    });

  test('the status counts, not a body that never ends', async () => {
    const { id } = await add();
    await act();
    on.receiver.answer = () => 'endless';
    await send();
    const [row] = await log(id);
    assert.deepEqual([row!.state, row!.status, row!.answer], ['delivered', 200, 'primljeno']);
  });

  test('a long answer is kept by its beginning', async () => {
    const { id } = await add();
    await act();
    on.receiver.answer = () => ({ status: 503, body: 'ж'.repeat(5000), headers: { 'Retry-After': '90' } });
    await send();
    assert.equal((await log(id))[0]!.answer, 'ж'.repeat(500));
    assert.equal(await nextIn(id), 90, 'and its patience is heeded');
  });

  test('410 switches off at once, gives up what waits, and the administrators are told', async () => {
    const { id } = await add();
    await act();
    await act();
    on.receiver.answer = () => 410;
    await send();
    assert.equal(on.receiver.received.length, 1);
    const { state, off_reason: reason } = await webhook(id);
    assert.deepEqual([state, reason], ['off', 'gone']);
    assert.deepEqual(
      (await log(id)).map((row) => [row.state, row.trouble]),
      [
        ['failed', 'webhook.trouble.off'],
        ['failed', 'webhook.trouble.gone'],
      ],
    );
    assert.deepEqual(await noticesOf(), [on.house.people.administrator.id]);
    const { rows } = await on.database.owner.query(
      `select detail, via from acts where kind = 'webhook.switched-off' and subject_id = $1`,
      [id],
    );
    assert.deepEqual(rows, [{ detail: { host: on.receiver.place, reason: 'gone' }, via: 'worker' }]);
    await assert.rejects(resendWebhookDelivery(deps(), us(), id, (await log(id))[0]!.id), {
      code: 'webhook.is-off',
    });
  });

  test('after three days in which nothing got through it is given up, the webhook is off and people are told', async () => {
    const { id } = await add();
    await act();
    on.receiver.answer = () => 500;
    const began = on.clock.now();
    while ((await log(id))[0]!.state === 'waiting') {
      on.clock.advance({ seconds: Math.max(1, Math.ceil(await nextIn(id))) });
      await send();
    }
    const [row] = await log(id);
    assert.equal(row!.state, 'failed');
    assert.ok(row!.attempts >= 15 && row!.attempts <= 20, String(row!.attempts));
    const hours = on.clock.now().since(began).total('hours');
    assert.ok(hours > 60 && hours <= 72, String(hours));
    assert.equal((await webhook(id)).off_reason, 'failing');
    assert.deepEqual(await noticesOf(), [on.house.people.administrator.id]);
  });

  test('one that takes other messages meanwhile stays on', async () => {
    const { id } = await add(['post.published', 'post.withdrawn']);
    await act();
    on.receiver.answer = ({ body }) => (body.type === 'post.published' ? 400 : 200);
    while ((await log(id)).some(({ state }) => state === 'waiting')) {
      on.clock.advance({ hours: 9 });
      await act('post.withdrawn');
      await send();
    }
    assert.equal((await webhook(id)).state, 'on');
    assert.deepEqual(await noticesOf(), []);
    assert.equal((await log(id)).filter(({ state }) => state === 'failed').length, 1);
  });

  test('a message that failed lets the later ones pass', async () => {
    const { id } = await add(['post.published', 'post.withdrawn']);
    await act();
    on.receiver.answer = ({ body }) => (body.type === 'post.published' ? 500 : 200);
    await send();
    await act('post.withdrawn');
    await send();
    assert.deepEqual(
      (await log(id)).map(({ state }) => state),
      ['delivered', 'waiting'],
    );
  });
});

const disposable = (door: ReturnType<typeof createSafeFetch>) => ({
  door,
  [Symbol.asyncDispose]: () => door.close(),
});
