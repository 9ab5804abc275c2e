import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';

declare module '#/db/database.ts' {
  interface Tables {
    notices: NoticeTable;
    notice_choices: NoticeChoiceTable;
    push_keys: PushKeyTable;
    push_subscriptions: PushSubscriptionTable;
    push_messages: PushMessageTable;
  }
}

export type NoticeParams = Record<string, string | number>;

export type NoticeTable = {
  id: string;
  institution_id: string;
  person_id: string;
  kind: string;
  subject_type: string;
  subject_id: string;
  params: Jsonb<NoticeParams>;
  at: Timestamp;
  times: number;
  studio: boolean;
  digest: boolean;
  mail: 'none' | 'waiting' | 'done';
  push: 'none' | 'waiting' | 'done';
  read_at: NullableTimestamp;
};

export type NoticeChoiceTable = {
  institution_id: string;
  person_id: string;
  kind: string;
  studio: boolean;
  mail: boolean;
  digest: boolean;
  push: boolean;
};

export type PushKeyTable = {
  id: string;
  only_one: boolean;
  public_key: string;
  sealed: string;
  created_at: Timestamp;
};

/** The push service took nothing of us, or could not be asked. */
export type PushTrouble = 'refused' | 'unreachable';

export type PushSubscriptionTable = {
  id: string;
  person_id: string;
  session_id: string;
  key_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  trouble: PushTrouble | null;
  used_at: NullableTimestamp;
  created_at: Timestamp;
};

export type PushMessageTable = {
  id: string;
  person_id: string;
  subscription_id: string;
  institution_id: string | null;
  notice_id: string | null;
  state: 'waiting' | 'sending';
  attempts: number;
  next_attempt_at: Timestamp;
  lease_until: NullableTimestamp;
  created_at: Timestamp;
};
