import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** Acts that a webhook can be told of. Kept equal to the module by a test. */
export const WEBHOOK_EVENTS = [
  'post.submitted',
  'post.sent-back',
  'post.approved',
  'post.scheduled',
  'post.unscheduled',
  'post.published',
  'post.withdrawn',
  'post.expired',
  'delivery.published',
  'delivery.failed',
  'delivery.unknown',
  'delivery.blocked',
  'delivery.handed-over',
  'delivery.removed',
  'account.connected',
  'account.reconnected',
  'account.needs-reconnection',
  'account.ends-soon',
  'account.retired',
  'pause.begun',
  'pause.ended',
  'pause.all-begun',
  'pause.all-ended',
] as const;
export const WebhookEvent = z.enum(WEBHOOK_EVENTS);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

export const WebhookInput = z.object({
  /** https; redirects are not followed. */
  url: z.string().trim().min(1).max(2000),
  events: z.array(WebhookEvent).min(1),
});

export const WebhookChange = WebhookInput.extend({ on: z.boolean() });

export const Webhook = WebhookInput.extend({
  id: Id,
  state: z.enum(['on', 'off']),
  /** `gone`: the receiver answered 410. `failing`: for three days nothing got through. Null where it is on. */
  offReason: z.enum(['by-hand', 'gone', 'failing']).nullable(),
  /** Null where the last message got through. */
  failingSince: Instant.nullable(),
  lastSuccessAt: Instant.nullable(),
  /** Until when messages are signed with the secret before, too. */
  oldSecretUntil: Instant.nullable(),
  createdAt: Instant,
  /** Send it back as `If-Match`. */
  revision: z.number(),
});
export type Webhook = z.infer<typeof Webhook>;

/** `whsec_…`, shown this once. */
export const CreatedWebhook = Webhook.extend({ secret: z.string() });

export const SecretRotation = z.object({
  /** False where the old secret got into other hands: it ends at once. */
  keepOld: z.boolean().default(true),
});
export const RotatedSecret = z.object({ secret: z.string() });

export const WebhookDelivery = z.object({
  /** `webhook-id`, the same at every try. */
  id: Id,
  /** One of the webhook's events, or `webhook.trial`. */
  event: z.string(),
  /** The event in the reader's language. */
  eventText: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  at: Instant,
  state: z.enum(['waiting', 'sending', 'delivered', 'failed']),
  attempts: z.number(),
  attemptedAt: Instant.nullable(),
  nextAttemptAt: Instant.nullable(),
  /** The status code of the last answer; null where none came. */
  status: z.number().nullable(),
  /** The beginning of that answer. */
  answer: z.string(),
  /** Why it is not out, in the reader's language. */
  troubleText: z.string().nullable(),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const WebhookLogQuery = z.object({
  after: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
