import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { operations, WEBHOOK_EVENTS } from '#/contract/index.ts';
import { newId } from '#/kernel/ids.ts';
import { record } from '#/modules/records/index.ts';
import { addInstitution } from '../../../tests/helpers/app.ts';
import { holding, type Received } from '../../../tests/helpers/webhook-receiver.ts';
import { URL_OF_US, webhookStage } from '../../../tests/helpers/webhook-stage.ts';
import {
  addWebhook,
  changeWebhook,
  EVENTS,
  listWebhookDeliveries,
  removeWebhook,
  resendWebhookDelivery,
  rotateWebhookSecret,
  tryWebhook,
} from './index.ts';

describe('what webhooks are told', () => {
  const on = webhookStage();
  const { deps, us, add, act, send, log, webhook } = on;

  test('the events are those of the contract, and the API is where a message says', () => {
    assert.deepEqual([...EVENTS], [...WEBHOOK_EVENTS]);
  });

  test('an act is told once, signed, saying what, when and where more is, and nothing of what stands in it', async () => {
    const { id, secret } = await add();
    const subjectId = await act('post.published', { title: 'Rješenje za Petra Petrovića' });
    await act('post.saved');
    await send();
    assert.equal(on.receiver.received.length, 1);
    const [one] = on.receiver.received as [Received];
    const [row] = await log(id);
    assert.equal(one.headers['webhook-id'], row!.id);
    assert.equal(
      one.headers['webhook-timestamp'],
      String(Math.floor(on.clock.now().epochMilliseconds / 1000)),
    );
    assert.equal(one.headers['content-type'], 'application/json');
    assert.equal(holding(one, secret), 1);
    assert.equal(holding(one, `whsec_${Buffer.alloc(32).toString('base64')}`), 0);
    assert.deepEqual(one.body, {
      type: 'post.published',
      timestamp: '2026-11-25T08:00:00.123Z',
      data: {
        institutionId: on.house.id,
        actId: row!.id,
        subjectType: 'post',
        subjectId,
        version: 3,
        url: `${URL_OF_US}${operations.getPost.path.replace('{institutionId}', on.house.id).replace('{postId}', subjectId)}`,
      },
    });
    assert.deepEqual([row!.state, row!.status, row!.attempts, row!.trouble], ['delivered', 204, 1, null]);
    assert.ok((await webhook(id)).last_success_at);
    await send();
    assert.equal(on.receiver.received.length, 1);
  });

  test('every place that a message leads to is one of the API', async () => {
    const paths = new Set(Object.values(operations).map(({ method, path }) => `${method} ${path}`));
    await add(EVENTS);
    for (const event of EVENTS) {
      const ofHouse = event.startsWith('pause.all-');
      const id = await act(event, {}, ofHouse ? null : on.house.id);
      await send();
      const { url } = on.receiver.received.at(-1)!.body.data as { url: string };
      const path = url
        .replace(URL_OF_US, '')
        .replace(on.house.id, '{institutionId}')
        .replace(id, event.startsWith('post.') ? '{postId}' : '{deliveryId}');
      assert.ok(paths.has(`GET ${path}`), `${event}: ${path}`);
    }
    assert.equal(on.receiver.received.length, EVENTS.length);
  });

  test('an act that is not committed is not told', async () => {
    const { id } = await add();
    await assert.rejects(
      on.database.db.within(us(), async (tx) => {
        await record(tx, us(), on.clock.now(), {
          kind: 'post.published',
          subjectType: 'post',
          subjectId: newId(),
        });
        throw new Error('no');
      }),
      /no/,
    );
    assert.deepEqual(await log(id), []);
  });

  test('what happened before it was there, or while it was off, is not told', async () => {
    await act();
    const { id } = await add();
    const switchTo = async (isOn: boolean) =>
      changeWebhook(deps(), us(), id, (await webhook(id)).revision, {
        url: on.receiver.url,
        events: ['post.published'],
        on: isOn,
      });
    await switchTo(false);
    await act();
    await switchTo(true);
    await send();
    assert.deepEqual(await log(id), []);
    const told = await act();
    await send();
    assert.deepEqual(
      on.receiver.received.map(({ body }) => (body.data as { subjectId: string }).subjectId),
      [told],
    );
  });

  test('the walls: another institution hears nothing of it, sees and changes nothing', async () => {
    const other = await addInstitution(on.database);
    const them = other.actor('administrator');
    const { id } = await add();
    const theirs = await addWebhook(deps(), them, { url: on.receiver.url, events: ['post.published'] });
    await act();
    await send();
    assert.equal(on.receiver.received.length, 1);
    const messageId = (await log(id))[0]!.id;
    await on.database.db.within(them, async (tx) => {
      assert.deepEqual(await listWebhookDeliveries(tx, them, theirs.id, { limit: 9 }), []);
      await assert.rejects(listWebhookDeliveries(tx, them, id, { limit: 9 }), { code: 'webhook.not-found' });
    });
    for (const tried of [
      () => tryWebhook(deps(), them, id),
      () => removeWebhook(deps(), them, id),
      () => rotateWebhookSecret(deps(), them, id, 1, false),
      () => resendWebhookDelivery(deps(), them, id, messageId),
      () => changeWebhook(deps(), them, id, 1, { url: on.receiver.url, events: ['post.expired'], on: false }),
    ])
      await assert.rejects(tried, { code: 'webhook.not-found' });
    await assert.rejects(resendWebhookDelivery(deps(), them, theirs.id, messageId), {
      code: 'webhook.message-not-found',
    });
  });

  test('one that is removed while an act is written fails neither', async () => {
    const { id } = await add();
    const removing = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const removal = on.database.db.within(us(), async (tx) => {
      await tx.deleteFrom('webhooks').where('id', '=', id).execute();
      removing.resolve();
      await go.promise;
    });
    await removing.promise;
    const acting = act();
    await new Promise((resolve) => setTimeout(resolve, 100));
    go.resolve();
    await removal;
    const subjectId = await acting;
    const { rows } = await on.database.owner.query('select 1 from acts where subject_id = $1', [subjectId]);
    assert.equal(rows.length, 1);
    await assert.rejects(log(id), { code: 'webhook.not-found' });
  });
});
