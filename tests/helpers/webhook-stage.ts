import { after, before, beforeEach } from 'node:test';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createSafeFetch, type SafeFetch, type SafeFetchDoor } from '#/kernel/safe-fetch.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import {
  addWebhook,
  claimWebhooks,
  listWebhookDeliveries,
  readWebhook,
  sendWebhook,
} from '#/modules/webhooks/index.ts';
import { record } from '#/modules/records/index.ts';
import { addInstitution, type TestInstitution } from './app.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { webhookReceiver, type WebhookReceiver } from './webhook-receiver.ts';

export const KEY = 'a key of thirty-two characters or more';
export const URL_OF_US = 'https://glasnik.example.org';

/** For a `describe`: a database, a receiver, and before each test a new institution without webhooks. */
export function webhookStage() {
  const on = { clock: new ManualClock('2026-11-25T08:00:00.123Z') } as {
    clock: ManualClock;
    database: TestDatabase;
    house: TestInstitution;
    receiver: WebhookReceiver;
    door: SafeFetchDoor;
  };
  const deps = (keys = [KEY]) => ({
    db: on.database.db,
    clock: on.clock,
    log: createLogger('fatal'),
    box: new SecretBox(keys),
    allowPrivate: [on.receiver.place],
    webhookFetch: on.door as SafeFetch,
    url: URL_OF_US,
    random: () => 0.5,
  });
  before(async () => {
    on.database = await testDatabase();
    on.receiver = await webhookReceiver();
    on.door = createSafeFetch({ allowPrivate: [on.receiver.place], maxRedirects: 0, timeoutMs: 400 });
  });
  after(async () => {
    await on.door?.close();
    await on.receiver?.[Symbol.asyncDispose]();
    await on.database?.[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await on.database.owner.query('delete from webhooks');
    on.house = await addInstitution(on.database);
    on.receiver.received.length = 0;
    on.receiver.answer = () => 204;
  });

  const us = () => on.house.actor('administrator');
  const add = (events: readonly string[] = ['post.published'], url = on.receiver.url) =>
    addWebhook(deps(), us(), { url, events });
  const act = async (
    kind = 'post.published',
    detail: object = {},
    institutionId: string | null = on.house.id,
  ) => {
    const subjectId = newId();
    const doer = { ...us(), institutionId };
    await on.database.db.within({ institutionId }, (tx) =>
      record(tx, doer, on.clock.now(), {
        kind,
        subjectType: kind.replace(/\..*/, ''),
        subjectId,
        version: 3,
        detail: { ...detail },
      }),
    );
    return subjectId;
  };
  const send = async (from = deps()) => {
    for (;;) {
      const taken = await claimWebhooks(from, 16);
      if (taken.length === 0) return;
      await Promise.all(taken.map((message) => sendWebhook(from, message)));
    }
  };
  const log = (id: string, page: { after?: string; limit: number } = { limit: 50 }) =>
    on.database.db.within(us(), (tx) => listWebhookDeliveries(tx, us(), id, page));
  const webhook = (id: string) => on.database.db.within(us(), (tx) => readWebhook(tx, us(), id));
  const noticesOf = async () =>
    (
      await on.database.owner.query<{ person_id: string }>(
        `select person_id from notices where kind = 'webhook.off' and institution_id = $1`,
        [on.house.id],
      )
    ).rows.map((row) => row.person_id);
  const nextIn = async (id: string) => {
    const [row] = await log(id);
    return row!.next_attempt_at.since(on.clock.now()).total('seconds');
  };
  return Object.assign(on, { deps, us, add, act, send, log, webhook, noticesOf, nextIn });
}
