import type { Limits, Reason, Settings } from '#/connectors/contract.ts';
import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { Variant } from '#/language/index.ts';

declare module '#/db/database.ts' {
  interface Tables {
    accounts: AccountTable;
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
  revision: number;
};
