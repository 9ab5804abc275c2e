import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { Texts } from '#/modules/institutions/index.ts';

declare module '#/db/database.ts' {
  interface Tables {
    objectives: ObjectiveTable;
  }
}

export type ObjectiveTable = {
  id: string;
  institution_id: string;
  titles: Jsonb<Texts>;
  /** By what the objective is measured, in words. */
  measures: Jsonb<Texts>;
  audiences: Jsonb<Texts>;
  revision: number;
  changed_by: string | null;
  created_at: Timestamp;
  archived_at: NullableTimestamp;
};
