import type { ColumnType, Generated } from 'kysely';
import type { NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { Handle, Proof, Reason } from '#/connectors/contract.ts';
import type { Variant } from '#/language/index.ts';

declare module '#/db/database.ts' {
  interface Tables {
    deliveries: DeliveryTable;
    delivery_attempts: DeliveryAttemptTable;
    network_windows: NetworkWindowTable;
    late_turns: LateTurnTable;
  }
}

export const DELIVERY_STATES = [
  'scheduled',
  'retrying',
  'publishing',
  'published',
  'failed',
  'unknown',
  'blocked',
  'handed-over',
  'withdrawn',
  'removed',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** How far it has come: `sent` means that only the network knows what became of it. */
export type DeliveryStep = 'none' | 'prepared' | 'sent';

export type AttemptAct = 'prepare' | 'publish' | 'find' | 'remove';

export type NullableJsonb<T> = ColumnType<T | null, string | null | undefined, string | null>;

export type DeliveryTable = {
  id: string;
  institution_id: string;
  post_id: string;
  version: number;
  account_id: string;
  lane: number;
  variant: Variant;
  state: DeliveryState;
  step: Generated<DeliveryStep>;
  due_at: Timestamp;
  next_attempt_at: Timestamp;
  attempts: Generated<number>;
  tries: Generated<number>;
  trying_since: NullableTimestamp;
  sent_at: NullableTimestamp;
  noted: Generated<number>;
  handle: NullableJsonb<Handle>;
  /** What the connector noted of its own steps; only for it. */
  steps: NullableJsonb<Handle>;
  lease_by: string | null;
  lease_until: NullableTimestamp;
  reason: NullableJsonb<Reason>;
  proof: NullableJsonb<Proof>;
  network_id: string | null;
  url: string | null;
  published_at: NullableTimestamp;
  request_id: string;
  created_at: Timestamp;
  /** The pause while which it fell due: a person says what becomes of it. */
  held_by: string | null;
  /** Somebody let it through at this time: pauses that began before do not hold it. */
  let_through_at: NullableTimestamp;
};

export type DeliveryAttemptTable = {
  delivery_id: string;
  no: number;
  institution_id: string;
  act: AttemptAct;
  outcome: string;
  reason: NullableJsonb<Reason>;
  started_at: Timestamp;
  ended_at: Timestamp;
  worker: string;
};

/** When the next late post of an account may leave. */
export type LateTurnTable = { account_id: string; institution_id: string; next_at: Timestamp };

/** From when on a network takes anything from an account again; one row for an account that was ever told so. */
export type NetworkWindowTable = {
  account_id: string;
  institution_id: string;
  opens_at: Timestamp;
  reason: ColumnType<Reason, string, string>;
};
