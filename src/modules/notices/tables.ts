import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';

declare module '#/db/database.ts' {
  interface Tables {
    notices: NoticeTable;
    notice_choices: NoticeChoiceTable;
    push_subscriptions: PushSubscriptionTable;
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

export type PushSubscriptionTable = {
  id: string;
  person_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  user_agent: string;
  created_at: Timestamp;
};
