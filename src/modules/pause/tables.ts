import type { ColumnType, Generated } from 'kysely';
import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { Texts } from '#/modules/posts/index.ts';

declare module '#/db/database.ts' {
  interface Tables {
    pauses: PauseTable;
    coordinators: CoordinatorTable;
  }
}

/** Ended by `end_pause` alone. */
export type PauseTable = {
  id: string;
  /** Null: all institutions. */
  institution_id: string | null;
  reason: string;
  statement: Jsonb<Texts>;
  started_by: string | null;
  started_at: Timestamp;
  ended_by: string | null;
  ended_at: NullableTimestamp;
  /** `outage`: nobody asked for it; it is over when it is written down, and what it has made late is held. */
  cause: Generated<'person' | 'outage' | 'election'>;
  /** Of cause `election`: in whose name it holds. */
  period_id: Generated<string | null>;
};

/** Read through `is_coordinator`; written by the operator. */
export type CoordinatorTable = {
  person_id: string;
  appointed_at: ColumnType<Temporal.Instant, string, string>;
};
