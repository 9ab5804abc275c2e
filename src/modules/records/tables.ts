import type { Jsonb, Timestamp } from '#/db/database.ts';

declare module '#/db/database.ts' {
  interface Tables {
    acts: ActTable;
    act_links: ActLinkTable;
    unlinked_acts: UnlinkedActTable;
  }
}

export type ActTable = {
  id: string;
  institution_id: string | null;
  person_id: string | null;
  via: string;
  kind: string;
  subject_type: string;
  subject_id: string;
  version: number | null;
  detail: Jsonb<Record<string, unknown>>;
  request_id: string;
  at: Timestamp;
  /** SHA-256 over the other columns, see `hashAct`. */
  hash: Buffer;
};

export type ActLinkTable = {
  institution_id: string;
  no: number;
  act_id: string;
  previous_hash: Buffer;
  hash: Buffer;
};

export type UnlinkedActTable = { act_id: string; institution_id: string };
