import type { Generated } from 'kysely';
import type { Limits, Reason, Settings } from '#/connectors/contract.ts';
import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { Variant } from '#/language/index.ts';

declare module '#/db/database.ts' {
  interface Tables {
    accounts: AccountTable;
    connections: ConnectionTable;
  }
}

export type AccountState = 'connected' | 'needs-reconnection' | 'retired';

export type AccountTable = {
  id: string;
  institution_id: string;
  network: string;
  network_account_id: string;
  handle: string;
  display_name: string;
  url: string;
  /** The variant that posts here get unless a post says otherwise. */
  variant: Variant;
  settings: Jsonb<Settings>;
  /** Tokens, sealed with the account's id as owner. */
  session_sealed: string;
  limits: Jsonb<Limits | null>;
  state: AccountState;
  state_reason: Jsonb<Reason | null>;
  /** Who answers for it, and who does when they are not there. */
  owner_id: string | null;
  second_owner_id: string | null;
  connected_by: string | null;
  connected_at: Timestamp;
  checked_at: NullableTimestamp;
  retired_at: NullableTimestamp;
  /** When the session is renewed by itself; null where it needs no renewal. */
  renew_at: NullableTimestamp;
  renew_tries: Generated<number>;
  /** From then on nothing renews the session; null where nobody knows of an end. */
  grant_ends_at: NullableTimestamp;
  /** The days before that end of which people were told last. */
  grant_warned: number | null;
  revision: number;
};

/** `working`: the person is back and the code is being exchanged; it is taken out of `waiting` once only. */
export type ConnectionState = 'waiting' | 'working' | 'choosing' | 'connected' | 'failed';

/** Somebody is away on a network's own page, to come back with leave to publish. */
export type ConnectionTable = {
  id: string;
  institution_id: string;
  person_id: string;
  network: string;
  variant: Variant;
  again_id: string | null;
  state_hash: string;
  state: ConnectionState;
  /** Settings, verifier and what the connector keeps; while `choosing`, the accounts. Empty when it is over. */
  sealed: string;
  reason: Jsonb<Reason | null>;
  account_id: string | null;
  created_at: Timestamp;
  expires_at: Timestamp;
};
