import type { Generated } from 'kysely';
import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { PostContent, PostState } from './rules.ts';

declare module '#/db/database.ts' {
  interface Tables {
    posts: PostTable;
    post_versions: PostVersionTable;
    approvals: ApprovalTable;
    post_remarks: PostRemarkTable;
    consultations: ConsultationTable;
    post_readers: PostReaderTable;
  }
}

export type PostTable = {
  id: string;
  institution_id: string;
  plan_item_id: string | null;
  /** Of the post itself; where there is none, that of its plan item holds. */
  campaign_id: string | null;
  title: string;
  state: PostState;
  content: Jsonb<PostContent>;
  /** Counts saves; the row of the same number in post_versions holds the same content. */
  version: number;
  due_at: NullableTimestamp;
  author_id: string | null;
  last_saved_by: string | null;
  /** What it is (news, decision …), by the institution's list; empty: nobody has said. */
  kind: Generated<string>;
  /** Its number in the institution's own registry. */
  reference: Generated<string>;
  /** What it was made from; all three or none. */
  origin_kind: 'copy' | 'repeat' | null;
  origin_institution_id: string | null;
  origin_post_id: string | null;
  origin_due_at: NullableTimestamp;
  /** What its template left to be filled, as it stands in brackets. */
  gaps: Generated<string[]>;
  /** Title, reference and texts, folded for search. */
  search: string;
  created_at: Timestamp;
  updated_at: Timestamp;
};

export type PostVersionTable = {
  post_id: string;
  no: number;
  institution_id: string;
  title: string;
  content: Jsonb<PostContent>;
  seal: string;
  saved_by: string | null;
  saved_at: Timestamp;
};

export type ApprovalTable = {
  id: string;
  institution_id: string;
  post_id: string;
  version: number;
  seal: string;
  approved_by: string | null;
  /** Whose signature the approver had for a time; null where it is their own. */
  approved_for: string | null;
  /** Of whoever approved without an account. */
  approved_name: string | null;
  approved_at: Timestamp;
  broken_at: NullableTimestamp;
  broken_by: string | null;
  broken_by_version: number | null;
};

export type PostRemarkTable = {
  id: string;
  institution_id: string;
  post_id: string;
  version: number;
  kind: 'sent-back' | 'withdrawn' | 'note';
  text: string;
  person_id: string | null;
  at: Timestamp;
};

/** A post put before an adviser, with what is asked of them. */
export type ConsultationTable = {
  id: string;
  institution_id: string;
  post_id: string;
  person_id: string;
  question: string;
  answer_by: NullableTimestamp;
  asked_by: string | null;
  asked_at: Timestamp;
  answer: string | null;
  answered_at: NullableTimestamp;
  /** From here on the post is out of their sight. */
  ended_at: NullableTimestamp;
};

/** Somebody who sees this post and no other, because a step of its review asked them. */
export type PostReaderTable = {
  post_id: string;
  institution_id: string;
  person_id: string;
  since: Timestamp;
};
