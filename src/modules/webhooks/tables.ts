import type { Generated } from 'kysely';
import type { NullableTimestamp, Timestamp } from '#/db/database.ts';

declare module '#/db/database.ts' {
  interface Tables {
    webhooks: WebhookTable;
    webhook_deliveries: WebhookDeliveryTable;
  }
}

export type OffReason = 'by-hand' | 'gone' | 'failing';

export type WebhookTable = {
  id: string;
  institution_id: string;
  url: string;
  /** Kinds of acts, see `EVENTS`. */
  events: string[];
  state: 'on' | 'off';
  off_reason: OffReason | null;
  failing_since: NullableTimestamp;
  last_success_at: NullableTimestamp;
  sealed: string;
  sealed_before: string | null;
  before_until: NullableTimestamp;
  revision: Generated<number>;
  created_by: string | null;
  created_at: Timestamp;
};

export type WebhookDeliveryState = 'waiting' | 'sending' | 'delivered' | 'failed';

/** A message to one receiver, and its own entry in the queue. Those of acts are written by a trigger. */
export type WebhookDeliveryTable = {
  webhook_id: string;
  /** The same at every try: `webhook-id`. */
  id: string;
  institution_id: string;
  event: string;
  act_id: string | null;
  subject_type: string;
  subject_id: string;
  version: number | null;
  at: Timestamp;
  state: Generated<WebhookDeliveryState>;
  attempts: Generated<number>;
  attempts_before: Generated<number>;
  queued_at: Timestamp;
  next_attempt_at: Timestamp;
  lease_until: NullableTimestamp;
  attempted_at: NullableTimestamp;
  status: number | null;
  answer: Generated<string>;
  trouble: string | null;
};
