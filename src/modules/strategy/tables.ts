import type { Jsonb, Timestamp } from '#/db/database.ts';
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
  created_at: Timestamp;
};
