import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import { workerActor } from '#/modules/people/index.ts';
import { announce } from '#/modules/records/index.ts';
import * as deliveries from './delivery-queries.ts';
import { bodyOf, TRIAL } from './events.ts';
import * as queries from './queries.ts';
import { nextTry, outcomeOf, outcomeOfFault, withoutAnswer, type Outcome } from './rules.ts';
import { signedHeaders } from './signing.ts';
import { switchOff } from './switch-off.ts';

export type SendWebhookDeps = {
  db: Db;
  clock: Clock;
  log: Logger;
  box: SecretBox;
  /** A door of its own: people give the addresses, and the general one reaches our own server. It follows nothing. */
  webhookFetch: SafeFetch;
  /** Where people and programs reach us. */
  url: string;
  random: () => number;
};

/** Well above the patience of the door, so that no other worker takes a message that is in hand. */
const LEASE_MS = 60_000;
const ANSWER_MAX = 500;

export type WebhookInHand = deliveries.WebhookDeliveryRow;

/** Takes what is due, at most one message of each webhook. */
export const claimWebhooks = (deps: SendWebhookDeps, batch: number): Promise<WebhookInHand[]> =>
  deliveries.claimDeliveries(deps.db.open, { now: deps.clock.now(), leaseMs: LEASE_MS, batch });

/**
 * Sends one message and writes down what became of it. Who is killed in between leaves it to the lease: it goes out
 * again, under the same id.
 */
export async function sendWebhook(deps: SendWebhookDeps, row: WebhookInHand): Promise<void> {
  const scope = { institutionId: row.institution_id };
  const webhook = await deps.db.within(scope, (tx) => queries.findWebhookRow(tx, row.webhook_id));
  // Removed meanwhile, and the message with it.
  if (!webhook) return;
  const outcome =
    webhook.state === 'off' && row.event !== TRIAL
      ? withoutAnswer('webhook.trouble.off')
      : await handOver(deps, webhook, row);
  if (outcome.kind !== 'taken')
    deps.log.info(
      { webhookId: webhook.id, messageId: row.id, attempts: row.attempts, status: outcome.status },
      'a webhook is not out',
    );
  await deps.db.within(scope, (tx) => settle(deps, tx, row, outcome));
}

async function handOver(
  deps: SendWebhookDeps,
  webhook: queries.WebhookRow,
  row: WebhookInHand,
): Promise<Outcome> {
  const now = deps.clock.now();
  const secrets = openSecrets(deps.box, webhook, now);
  if (!secrets) return withoutAnswer('webhook.trouble.secret');
  const body = bodyOf(row, deps.url);
  try {
    const answer = await deps.webhookFetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Glasnik',
        ...signedHeaders({ id: row.id, at: now, body }, secrets),
      },
      body,
    });
    return outcomeOf(answer.status, await beginningOf(answer), answer.headers.get('retry-after'), now);
  } catch (error) {
    return outcomeOfFault(error);
  }
}

/** The newest first; null where no key opens it any more. */
function openSecrets(box: SecretBox, webhook: queries.WebhookRow, now: Temporal.Instant): string[] | null {
  const { id, sealed, sealed_before: before, before_until: until } = webhook;
  const both = before !== null && until && Temporal.Instant.compare(now, until) < 0;
  try {
    return [sealed, ...(both ? [before] : [])].map((one) => box.open(one, id));
  } catch {
    return null;
  }
}

/** The status counts. A body that breaks off, or never ends, takes nothing from it. */
async function beginningOf(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (text.length < ANSWER_MAX) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // What came before is what is shown.
  }
  await reader.cancel().catch(() => undefined);
  // The database takes no null character, and a page no control characters.
  return text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, ANSWER_MAX)
    .toWellFormed()
    .trim();
}

async function settle(deps: SendWebhookDeps, tx: Tx, row: WebhookInHand, outcome: Outcome): Promise<void> {
  const now = deps.clock.now();
  const webhook = await queries.holdWebhookRow(tx, row.webhook_id);
  if (!webhook) return;
  const again =
    outcome.kind === 'later' && row.event !== TRIAL && webhook.state === 'on'
      ? nextTry(row, outcome.afterSeconds, now, deps.random())
      : null;
  const state = outcome.kind === 'taken' ? 'delivered' : again ? 'waiting' : 'failed';
  const mine = await deliveries.settleDelivery(tx, row, { ...outcome, state, nextAttemptAt: again, now });
  if (!mine) return;
  const before = webhook.failing_since;
  await follow(tx, webhook, row, { outcome, state, now });
  // A person waits for it, or the badge of the webhook changes; all the rest shows when somebody looks.
  const looked = row.event === TRIAL || row.attempts_before > 0 || state === 'failed';
  if (looked || (before === null) !== (outcome.kind === 'taken')) await announce(tx, row.institution_id);
}

/** What a try means for its webhook. */
async function follow(
  tx: Tx,
  webhook: queries.WebhookRow,
  row: WebhookInHand,
  { outcome, state, now }: { outcome: Outcome; state: string; now: Temporal.Instant },
): Promise<void> {
  const { id, last_success_at: success, failing_since: failing } = webhook;
  if (outcome.kind === 'taken') return queries.noteTry(tx, id, { lastSuccessAt: now });
  if (webhook.state === 'off') return;
  const actor = workerActor(row.institution_id, `webhook ${row.id}`);
  if (outcome.kind === 'gone') return switchOff(tx, actor, webhook, 'gone', now);
  if (row.event === TRIAL) return;
  if (!failing) await queries.noteTry(tx, id, { failingSince: now });
  // In all the time that this one was tried, nothing got through.
  const silent = !success || Temporal.Instant.compare(success, row.queued_at) < 0;
  if (state === 'failed' && silent) await switchOff(tx, actor, webhook, 'failing', now);
}
