import type { Timestamp } from '#/db/database.ts';

declare module '#/db/database.ts' {
  interface Tables {
    plan_imports: PlanImportTable;
  }
}

export type PlanImportTable = {
  id: string;
  institution_id: string;
  /** SHA-256 over what the rows say, however the file was saved. */
  fingerprint: string;
  file_name: string;
  made: number;
  changed: number;
  imported_by: string | null;
  imported_at: Timestamp;
};
