import type { ColumnType, Generated } from 'kysely';
import type { NullableTimestamp } from '#/db/database.ts';

declare module '#/db/database.ts' {
  interface Tables {
    work_days: WorkDayTable;
  }
}

export type WorkDayTable = {
  institution_id: string;
  person_id: string;
  digest: Generated<boolean>;
  digest_at: Generated<string>;
  digested_on: ColumnType<string | null, string | null | undefined, string | null>;
  looked_at: NullableTimestamp;
  looked_before: NullableTimestamp;
};
