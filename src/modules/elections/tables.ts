import type { ColumnType, Generated } from 'kysely';
import type { NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { EntryKind, HoldCause, Level } from './rules.ts';

declare module '#/db/database.ts' {
  interface Tables {
    election_periods: ElectionPeriodTable;
    election_entries: ElectionEntryTable;
    election_findings: ElectionFindingTable;
    election_exceptions: ElectionExceptionTable;
    election_holds: ElectionHoldTable;
  }
}

export type ElectionPeriodTable = {
  id: string;
  /** Null: all institutions. */
  institution_id: string | null;
  name: string;
  level: Level;
  starts_at: Timestamp;
  silence_at: Timestamp;
  opens_at: Timestamp;
  closes_at: Timestamp;
  /** Midnight after its last day. */
  ends_at: Timestamp;
  declared_by: string | null;
  declared_at: Timestamp;
  changed_at: Timestamp;
  withdrawn_by: string | null;
  withdrawn_at: NullableTimestamp;
  revision: number;
};

export type ElectionEntryTable = {
  id: string;
  /** Null: listed for all institutions. */
  institution_id: string | null;
  period_id: string;
  kind: EntryKind;
  name: string;
  why: string;
  short_form: string;
  slogans: string[];
  hashtags: string[];
  family_alone: Generated<boolean>;
  added_by: string | null;
  added_at: Timestamp;
  removed_by: string | null;
  removed_at: NullableTimestamp;
  changed_at: Timestamp;
};

/** An entry was found in a post; written the first time. */
export type ElectionFindingTable = {
  institution_id: string;
  period_id: string;
  post_id: string;
  entry_id: string;
  version: number;
  found: string;
  found_at: Timestamp;
};

export type ElectionExceptionTable = {
  id: string;
  institution_id: string;
  period_id: string;
  post_id: string;
  entry_id: string;
  reason: string;
  made_by: string | null;
  made_at: Timestamp;
  ended_by: string | null;
  ended_at: NullableTimestamp;
};

export type ElectionHoldTable = {
  institution_id: string;
  period_id: string;
  post_id: string;
  version: number;
  cause: ColumnType<HoldCause, HoldCause, never>;
  held_at: Timestamp;
  let_by: string | null;
  let_at: NullableTimestamp;
};
