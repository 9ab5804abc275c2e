import { operations, type Webhook, type WebhookDelivery, type WebhookEvent } from '#/contract/index.ts';
import { may, type Actor } from '#/modules/people/index.ts';
import {
  addWebhook,
  changeWebhook,
  listWebhookDeliveries,
  listWebhooks,
  readWebhook,
  removeWebhook,
  resendWebhookDelivery,
  rotateWebhookSecret,
  tryWebhook,
  type WebhookDeliveryRow,
  type WebhookDeps,
  type WebhookRow,
} from '#/modules/webhooks/index.ts';
import { instant, instantOrNull } from './presenters.ts';
import type { ApiRequest, ApiRouter } from './router.ts';

/** Addresses of other programs, and the log of what they were told. */
export function mountWebhooks(api: ApiRouter, deps: WebhookDeps): void {
  const read = async (actor: Actor, id: string) => {
    const row = await deps.db.within(actor, (tx) => readWebhook(tx, actor, id));
    return { body: present(row, actor, deps.clock.now()), version: row.revision };
  };
  api.on(operations.listWebhooks, async ({ actor }) => {
    const rows = await deps.db.within(actor, (tx) => listWebhooks(tx, actor));
    return { body: { items: rows.map((row) => present(row, actor, deps.clock.now())) } };
  });
  api.on(operations.addWebhook, async ({ actor, body }) => {
    const { id, secret } = await addWebhook(deps, actor, body);
    const { body: webhook, version } = await read(actor, id);
    return { body: { ...webhook, secret }, version, status: 201, shownOnce: true };
  });
  api.on(operations.changeWebhook, async ({ actor, params, ifMatch, body }) => {
    await changeWebhook(deps, actor, params.webhookId, ifMatch, body);
    return read(actor, params.webhookId);
  });
  api.on(operations.removeWebhook, async ({ actor, params }) => {
    await removeWebhook(deps, actor, params.webhookId);
    return { body: null };
  });
  api.on(operations.rotateWebhookSecret, async ({ actor, params, body, ifMatch }) => ({
    body: await rotateWebhookSecret(deps, actor, params.webhookId, ifMatch, body.keepOld),
    shownOnce: true,
  }));
  mountLog(api, deps);
}

function mountLog(api: ApiRouter, deps: WebhookDeps): void {
  api.on(operations.tryWebhook, async ({ actor, params }) => {
    await tryWebhook(deps, actor, params.webhookId);
    return { body: null };
  });
  api.on(operations.listWebhookDeliveries, async ({ actor, params, query, t, say }) => {
    const { limit } = query;
    const rows = await deps.db.within(actor, (tx) =>
      listWebhookDeliveries(tx, actor, params.webhookId, { ...query, limit: limit + 1 }),
    );
    const shown = rows.slice(0, limit);
    return {
      body: {
        items: shown.map((row) => presentDelivery(row, actor, t, say)),
        next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      },
    };
  });
  api.on(operations.resendWebhookDelivery, async ({ actor, params }) => {
    await resendWebhookDelivery(deps, actor, params.webhookId, params.messageId);
    return { body: null };
  });
}

/** An address may be as good as a password, so whoever only reads is shown where it leads and not the whole of it. */
const seesWhole = (actor: Actor): boolean => may(actor, 'webhook.manage');

function present(row: WebhookRow, actor: Actor, now: Temporal.Instant): Webhook {
  const until = row.before_until ?? null;
  return {
    id: row.id,
    url: seesWhole(actor) ? row.url : `${new URL(row.url).origin}/…`,
    // The module takes no other.
    events: row.events as WebhookEvent[],
    state: row.state,
    offReason: row.off_reason,
    failingSince: instantOrNull(row.failing_since ?? null),
    lastSuccessAt: instantOrNull(row.last_success_at ?? null),
    oldSecretUntil: until && Temporal.Instant.compare(now, until) < 0 ? instant(until) : null,
    createdAt: instant(row.created_at),
    revision: row.revision,
  };
}

const presentDelivery = (
  row: WebhookDeliveryRow,
  actor: Actor,
  t: ApiRequest['t'],
  say: ApiRequest['say'],
): WebhookDelivery => ({
  id: row.id,
  event: row.event,
  eventText: t(`common:act.${row.event}`),
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  at: instant(row.at),
  state: row.state,
  attempts: row.attempts,
  attemptedAt: instantOrNull(row.attempted_at ?? null),
  nextAttemptAt: row.state === 'waiting' ? instant(row.next_attempt_at) : null,
  status: row.status,
  answer: seesWhole(actor) ? row.answer : '',
  troubleText: row.trouble === null ? null : say(row.trouble, { status: row.status ?? 0 }),
});
