import type { NullableTimestamp } from '#/db/database.ts';
import type { DeadlineKind } from './rules.ts';

declare module '#/db/database.ts' {
  interface Tables {
    post_deadlines: PostDeadlineTable;
  }
}

export type PostDeadlineTable = {
  institution_id: string;
  post_id: string;
  kind: DeadlineKind;
  person_id: string | null;
  /** Set by hand; null: counted back from the due time. */
  due_at: NullableTimestamp;
  needed: boolean;
  done_at: NullableTimestamp;
  done_by: string | null;
  /** Where it stood when it was done. */
  done_due_at: NullableTimestamp;
  /** When the holder was told that it is late. */
  late_told_at: NullableTimestamp;
};
