import './tables.ts';

export { EVENTS } from './events.ts';
export {
  addWebhook,
  changeWebhook,
  listWebhooks,
  readWebhook,
  removeWebhook,
  rotateWebhookSecret,
  type WebhookDeps,
} from './manage-webhooks.ts';
export { listWebhookDeliveries, resendWebhookDelivery, tryWebhook } from './log.ts';
export { claimWebhooks, sendWebhook, type SendWebhookDeps } from './send-webhooks.ts';
export { resealWebhooks } from './reseal-webhooks.ts';
export { forgetWebhookDeliveries, type WebhookDeliveryRow } from './delivery-queries.ts';
export type { WebhookRow } from './queries.ts';
