import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Webhook, WebhookDelivery } from '#/contract/index.ts';
import { newId } from '#/kernel/ids.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { holding, webhookReceiver, type WebhookReceiver } from '../helpers/webhook-receiver.ts';

describe('webhooks over the API', () => {
  let app: TestApp;
  let house: TestInstitution;
  let receiver: WebhookReceiver;
  let administrator: ApiClient;
  const params = () => ({ institutionId: house.id });

  before(async () => {
    receiver = await webhookReceiver();
    app = await testApp({ env: { GLASNIK_ALLOW_PRIVATE: receiver.place } });
    house = await app.addInstitution();
    administrator = await signIn(app.url, house.people.administrator.email);
  });
  after(async () => {
    await app?.[Symbol.asyncDispose]();
    await receiver?.[Symbol.asyncDispose]();
  });

  const add = (headers: Record<string, string> = {}) =>
    administrator.call('addWebhook', {
      params: params(),
      body: { url: receiver.url, events: ['post.withdrawn'] },
      headers,
    });
  const log = async (webhookId: string, query: Record<string, string> = {}) =>
    administrator.get<{ items: WebhookDelivery[]; next: string | null }>('listWebhookDeliveries', {
      params: { ...params(), webhookId },
      query,
    });

  test('the secret is in one answer, and in no other', async () => {
    const headers = { 'idempotency-key': newId() };
    const { status, body } = await add(headers);
    const { id, secret } = body as Webhook & { secret: string };
    assert.equal(status, 201);
    assert.match(secret, /^whsec_/);
    const again = await add(headers);
    assert.equal(again.status, 409);
    const list = await administrator.get<{ items: Webhook[] }>('listWebhooks', { params: params() });
    assert.deepEqual(
      list.items.map((one) => one.id),
      [id],
    );
    assert.doesNotMatch(JSON.stringify([again.body, list]), /whsec|sealed/);
    await administrator.get('removeWebhook', { params: { ...params(), webhookId: id } });
  });

  test('whoever only reads sees where messages go, and not the whole of an address', async () => {
    const { id, url } = (await add()).body as Webhook;
    assert.equal(url, receiver.url);
    const auditor = await signIn(app.url, house.people.auditor.email);
    const { items } = await auditor.get<{ items: Webhook[] }>('listWebhooks', { params: params() });
    assert.equal(items.find((one) => one.id === id)?.url, `${new URL(receiver.url).origin}/…`);
    await administrator.get('removeWebhook', { params: { ...params(), webhookId: id } });
  });

  test('the worker sends what is asked for, and the log is read by pages', async () => {
    const { id: webhookId, secret } = (await add()).body as Webhook & { secret: string };
    const at = { params: { ...params(), webhookId } };
    for (let n = 0; n < 3; n += 1) await administrator.get('tryWebhook', at);
    const until = Date.now() + 20_000;
    while (receiver.received.length < 3 && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(receiver.received.length, 3);
    assert.ok(receiver.received.every((one) => holding(one, secret) === 1));
    const first = await log(webhookId, { limit: '2' });
    assert.equal(first.items.length, 2);
    const rest = await log(webhookId, { limit: '2', after: first.next! });
    assert.deepEqual([rest.items.length, rest.next], [1, null]);
    assert.equal(first.items[0]!.eventText, 'Trial message');
    const wrong = await administrator.problem('listWebhookDeliveries', {
      ...at,
      query: { after: 'nothing' },
    });
    assert.equal(wrong.status, 422);
  });
});
