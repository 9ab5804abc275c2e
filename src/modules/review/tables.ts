import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { Anchor } from './anchors.ts';
import type { PostKind, ReviewPath } from './paths.ts';

declare module '#/db/database.ts' {
  interface Tables {
    review_settings: ReviewSettingsTable;
    outside_approvers: OutsideApproverTable;
    reviews: ReviewTable;
    review_seats: ReviewSeatTable;
    review_answers: ReviewAnswerTable;
    review_conditions: ReviewConditionTable;
    approval_links: ApprovalLinkTable;
    review_views: ReviewViewTable;
    remark_threads: RemarkThreadTable;
    remarks: RemarkTable;
  }
}

export type ReviewSettingsTable = {
  institution_id: string;
  kinds: Jsonb<PostKind[]>;
  paths: Jsonb<ReviewPath[]>;
  default_path_id: string | null;
  revision: number;
  updated_at: Timestamp;
};

/** Somebody who approves by a link and has no account here. */
export type OutsideApproverTable = {
  id: string;
  institution_id: string;
  name: string;
  email: string;
  language: string;
  created_by: string | null;
  created_at: Timestamp;
  archived_at: NullableTimestamp;
};

export const OUTCOMES = ['approved', 'sent-back', 'overtaken', 'expired', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One passage of a post through its path. Version and seal are those before the reviewers. */
export type ReviewTable = {
  id: string;
  institution_id: string;
  post_id: string;
  version: number;
  seal: string;
  path: Jsonb<ReviewPath>;
  step: number;
  arrived_at: Timestamp;
  deadline_at: NullableTimestamp;
  remind_at: NullableTimestamp;
  reminded_at: NullableTimestamp;
  late_told_at: NullableTimestamp;
  /** Why it skips to the last step; null where it takes the whole path. */
  urgent: string | null;
  /** The review of the same seal to whose approval this one adds a second. */
  follows: string | null;
  started_by: string | null;
  started_at: Timestamp;
  ended_at: NullableTimestamp;
  outcome: Outcome | null;
};

/** Somebody who is asked in a step: a role, a person, or somebody from outside. Exactly one of the three. */
export type ReviewSeatTable = {
  id: string;
  institution_id: string;
  review_id: string;
  step: number;
  role: string | null;
  person_id: string | null;
  outside_id: string | null;
  /** May answer in place of another; the step does not wait for them. */
  deputy: boolean;
  closed_at: NullableTimestamp;
};

/** `done`: of a step that is there for writing. */
export type AnswerKind = 'done' | 'approved' | 'approved-with-condition' | 'sent-back';

export type ReviewAnswerTable = {
  id: string;
  institution_id: string;
  review_id: string;
  post_id: string;
  step: number;
  answer: AnswerKind;
  /** The reason or the condition. */
  text: string;
  version: number;
  seal: string;
  person_id: string | null;
  for_person_id: string | null;
  name: string | null;
  email: string | null;
  at: Timestamp;
};

export type ReviewConditionTable = {
  id: string;
  institution_id: string;
  review_id: string;
  post_id: string;
  answer_id: string;
  text: string;
  met_at: NullableTimestamp;
  met_by: string | null;
};

export type ApprovalLinkTable = {
  id: string;
  institution_id: string;
  review_id: string;
  post_id: string;
  step: number;
  outside_id: string;
  version: number;
  seal: string;
  expires_at: Timestamp;
  created_by: string | null;
  created_at: Timestamp;
  opened_at: NullableTimestamp;
  used_at: NullableTimestamp;
  ended_at: NullableTimestamp;
};

export type ReviewViewTable = {
  institution_id: string;
  post_id: string;
  person_id: string;
  version: number;
  before_version: number | null;
  at: Timestamp;
};

export type RemarkThreadTable = {
  id: string;
  institution_id: string;
  post_id: string;
  version: number;
  anchor: Jsonb<Anchor>;
  created_at: Timestamp;
  resolved_at: NullableTimestamp;
  resolved_by: string | null;
};

export type RemarkTable = {
  id: string;
  institution_id: string;
  thread_id: string;
  text: string;
  /** Ids of colleagues who are named in it. */
  mentions: Jsonb<string[]>;
  person_id: string | null;
  at: Timestamp;
};
