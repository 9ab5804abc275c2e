import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';

declare module '#/db/database.ts' {
  interface Tables {
    mails: MailTable;
  }
}

export type MailState = 'waiting' | 'sending' | 'sent' | 'refused' | 'failed';
/** Things told one after the other under a heading, worded already. */
export type MailList = { title: string; items: { text: string; path: string | null }[] };
export type MailParams = Record<string, string | number>;

export type MailTable = {
  id: string;
  institution_id: string;
  to_address: string;
  variant: string;
  template: string;
  params: Jsonb<MailParams>;
  lists: Jsonb<MailList[]>;
  link_path: string | null;
  link_signed: boolean;
  state: MailState;
  attempts: number;
  next_attempt_at: Timestamp;
  lease_until: NullableTimestamp;
  /** `mail.refused`: the code of its sentence. */
  reason: string | null;
  /** What the mail server said. */
  said: string | null;
  created_at: Timestamp;
  queued_at: Timestamp;
  sent_at: NullableTimestamp;
};
