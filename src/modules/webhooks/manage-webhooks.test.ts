import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '#/kernel/ids.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { holding } from '../../../tests/helpers/webhook-receiver.ts';
import { KEY, webhookStage } from '../../../tests/helpers/webhook-stage.ts';
import {
  changeWebhook,
  forgetWebhookDeliveries,
  readWebhook,
  resealWebhooks,
  resendWebhookDelivery,
  rotateWebhookSecret,
  tryWebhook,
} from './index.ts';

const OTHER_KEY = 'another key of thirty-two characters or more';

describe('keeping webhooks', () => {
  const on = webhookStage();
  const { deps, us, add, act, send, log, webhook, nextIn } = on;

  test('only addresses that a stranger may give', async () => {
    for (const url of [
      'http://example.org/',
      'https://127.0.0.1/',
      'https://10.0.0.1/hook',
      'https://[::1]/',
      'https://user:pass@example.org/',
      'https://example.org/#part',
      'ftp://example.org/',
      'nothing',
    ])
      await assert.rejects(add(undefined, url), (error: { faults?: { path: string; code: string }[] }) => {
        assert.deepEqual(error.faults, [{ path: '/url', code: 'webhook.bad-url' }], url);
        return true;
      });
  });

  test('sent again it has the same id and three days before it; the record says who did', async () => {
    const { id } = await add();
    await act();
    await send();
    const messageId = (await log(id))[0]!.id;
    on.clock.advance({ hours: 100 });
    on.receiver.answer = () => 500;
    await resendWebhookDelivery(deps(), us(), id, messageId);
    await send();
    assert.equal(await nextIn(id), 30);
    assert.equal(new Set(on.receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1);
    const { rows } = await on.database.owner.query(
      `select person_id, detail from acts where kind = 'webhook.sent-again' and subject_id = $1`,
      [id],
    );
    assert.deepEqual(rows, [
      { person_id: on.house.people.administrator.id, detail: { host: on.receiver.place, messageId } },
    ]);
  });

  test('a trial goes out once, also where the webhook is off', async () => {
    const { id, secret } = await add();
    await changeWebhook(deps(), us(), id, 1, { url: on.receiver.url, events: ['post.published'], on: false });
    on.receiver.answer = () => 500;
    await tryWebhook(deps(), us(), id);
    await send();
    const [row] = await log(id);
    assert.deepEqual([row!.state, row!.event, row!.act_id], ['failed', 'webhook.trial', null]);
    assert.equal(on.receiver.received[0]!.body.type, 'webhook.trial');
    assert.equal(holding(on.receiver.received[0]!, secret), 1);
    assert.equal((await webhook(id)).off_reason, 'by-hand');
  });

  test('one whose address is no longer allowed can still be switched off, and not on', async () => {
    const { id } = await add();
    const strict = { ...deps(), allowPrivate: [] };
    const wish = { url: on.receiver.url, events: ['post.published'] };
    await assert.rejects(changeWebhook(strict, us(), id, 1, { ...wish, on: true }), {
      code: 'input.invalid',
    });
    await changeWebhook(strict, us(), id, 1, { ...wish, on: false });
    assert.equal((await webhook(id)).state, 'off');
  });

  test('while a secret is changed both sign; after a day, or where it leaked, only the new one', async () => {
    const { id, secret } = await add();
    const rotated = await rotateWebhookSecret(deps(), us(), id, 1, true);
    await assert.rejects(rotateWebhookSecret(deps(), us(), id, 1, true), { code: 'webhook.changed' });
    const told = async () => {
      await act();
      await send();
      const last = on.receiver.received.at(-1)!;
      return [holding(last, secret), holding(last, rotated.secret)];
    };
    assert.deepEqual(await told(), [1, 1]);
    on.clock.advance({ hours: 24 });
    assert.deepEqual(await told(), [0, 1]);
    const leaked = await rotateWebhookSecret(deps(), us(), id, (await webhook(id)).revision, false);
    assert.deepEqual(await told(), [0, 0]);
    assert.equal(holding(on.receiver.received.at(-1)!, leaked.secret), 1);
  });

  test('secrets lie sealed, for this webhook alone, and are sealed anew with a new key', async () => {
    const { id, secret } = await add();
    await rotateWebhookSecret(deps(), us(), id, 1, true);
    const stored = async () =>
      (
        await on.database.owner.query<Record<'sealed' | 'sealed_before' | 'whole', string>>(
          'select sealed, sealed_before, to_json(w)::text as whole from webhooks w where id = $1',
          [id],
        )
      ).rows[0]!;
    const before = await stored();
    assert.doesNotMatch(before.whole, /whsec/);
    assert.throws(() => new SecretBox([KEY]).open(before.sealed, newId()));
    const done = await resealWebhooks(deps([OTHER_KEY, KEY]), on.house.id);
    assert.deepEqual(done, { resealed: 1, unreadable: 0 });
    const after = await stored();
    assert.equal(new SecretBox([OTHER_KEY]).open(after.sealed_before, id), secret);
    assert.deepEqual(await resealWebhooks(deps([OTHER_KEY, KEY]), on.house.id), {
      resealed: 0,
      unreadable: 0,
    });
    await act();
    await send(deps([KEY]));
    assert.equal((await log(id))[0]!.trouble, 'webhook.trouble.secret');
    assert.equal(on.receiver.received.length, 0);
  });

  test('the log is paged by key, newest first, and old messages that are done are forgotten', async () => {
    const { id } = await add();
    const subjects = [];
    for (let n = 0; n < 5; n += 1) subjects.unshift(await act());
    const first = await log(id, { limit: 2 });
    const rest = await log(id, { limit: 10, after: first[1]!.id });
    assert.deepEqual(
      [...first, ...rest].map((row) => row.subject_id),
      subjects,
    );
    await send();
    on.receiver.answer = () => 500;
    await act();
    await send();
    await forgetWebhookDeliveries(on.database.db.open, on.clock.now().add({ seconds: 1 }));
    assert.deepEqual(
      (await log(id)).map(({ state }) => state),
      ['waiting'],
    );
  });

  test('who came second is told, and there is an end to how many', async () => {
    const { id } = await add();
    const change = { url: on.receiver.url, events: ['post.expired'], on: true };
    await changeWebhook(deps(), us(), id, 1, change);
    await assert.rejects(changeWebhook(deps(), us(), id, 1, change), { code: 'webhook.changed' });
    assert.deepEqual((await webhook(id)).events, ['post.expired']);
    for (let n = 1; n < 20; n += 1) await add();
    await assert.rejects(add(), { code: 'webhook.too-many' });
  });

  test('an auditor reads, and nobody else but an administrator', async () => {
    const { id } = await add();
    const auditor = on.house.actor('auditor');
    await on.database.db.within(auditor, (tx) => readWebhook(tx, auditor, id));
    await assert.rejects(tryWebhook(deps(), auditor, id), { code: 'permission.missing' });
    const head = on.house.actor('head');
    await assert.rejects(
      on.database.db.within(head, (tx) => readWebhook(tx, head, id)),
      { code: 'permission.missing' },
    );
  });
});
