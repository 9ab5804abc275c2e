import type { Tx } from '#/db/database.ts';
import { notify } from '#/modules/notices/index.ts';
import { peopleWhoMay, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { giveUpWaiting } from './delivery-queries.ts';
import { switchWebhook, type WebhookRow } from './queries.ts';
import type { OffReason } from './tables.ts';

/** The rest of an address may be as good as a password. */
export const hostOf = (url: string): string => new URL(url).host;

/** Nothing more is sent or kept for it. The administrators are told where it was not one of them. */
export async function switchOff(
  tx: Tx,
  actor: Actor,
  webhook: WebhookRow,
  reason: OffReason,
  now: Temporal.Instant,
): Promise<void> {
  await switchWebhook(tx, webhook.id, reason);
  await giveUpWaiting(tx, webhook.id, 'webhook.trouble.off');
  const host = hostOf(webhook.url);
  await record(tx, actor, now, {
    kind: 'webhook.switched-off',
    subjectType: 'webhook',
    subjectId: webhook.id,
    detail: { host, reason },
  });
  if (reason === 'by-hand') return;
  await notify(tx, {
    institutionId: webhook.institution_id,
    personIds: await peopleWhoMay(tx, webhook.institution_id, 'webhook.manage'),
    kind: 'webhook.off',
    subjectType: 'webhook',
    subjectId: webhook.id,
    params: { host },
    at: now,
  });
}
