import type { Timestamp } from '#/db/database.ts';

declare module '#/db/database.ts' {
  interface Tables {
    media: MediaTable;
  }
}

export type MediaTable = {
  id: string;
  institution_id: string;
  /** Of the file as it is kept; the name under which the file store has it. */
  sha256: string;
  mime: string;
  bytes: number;
  width: number;
  height: number;
  file_name: string;
  uploaded_by: string | null;
  uploaded_at: Timestamp;
};
