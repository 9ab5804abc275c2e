import type { Generated } from 'kysely';
import type { NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { Variant } from '#/language/index.ts';
import type { SandboxFault } from './rules.ts';

declare module '#/db/database.ts' {
  interface Tables {
    sandbox_accounts: SandboxAccountTable;
    sandbox_media: SandboxMediaTable;
    sandbox_posts: SandboxPostTable;
    sandbox_comments: SandboxCommentTable;
    sandbox_faults: SandboxFaultTable;
  }
}

export type SandboxAccountTable = {
  id: string;
  institution_id: string;
  /** Unique in the whole network. */
  handle: string;
  display_name: string;
  /** Of the access half of the grant, see tokens.ts. */
  token_hash: string;
  created_at: Timestamp;
};

export type SandboxMediaTable = {
  id: string;
  institution_id: string;
  account_id: string;
  sha256: string;
  mime: string;
  width: number;
  height: number;
  alt: string;
  data: Buffer;
  created_at: Timestamp;
};

export type SandboxPostTable = {
  id: string;
  institution_id: string;
  account_id: string;
  key: string;
  text: string;
  /** What the account itself says first below it. */
  comment: Generated<string>;
  language: Variant;
  media_ids: string[];
  published_at: Timestamp;
  removed_at: NullableTimestamp;
};

export type SandboxCommentTable = {
  id: string;
  no: Generated<number>;
  institution_id: string;
  post_id: string;
  author: string;
  text: string;
  created_at: Timestamp;
};

export type SandboxFaultTable = {
  institution_id: string;
  fault: SandboxFault;
  remaining: number;
  created_at: Timestamp;
};
